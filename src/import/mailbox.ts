/** One mail of a mailbox, as far as it is wanted. */
export interface RawMail {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** What is kept of each mail: its head, or its text too. */
export type MailPart = 'head' | 'whole';

/** Of one mail, in bytes; the rest is passed over. */
const MAIL_LIMIT = 262_144;

const NEWLINE = 10;
const RETURN = 13;
const FROM = Buffer.from('From ');
const MARK = Buffer.from('\u{feff}');
/** A longer line is none of a mailbox's own. */
const LONGEST_FROM = 1000;
/** Of one line, in bytes; the rest of a longer one is passed over. */
const LONGEST_LINE = 262_144;

/**
 * The mails of a mailbox (mboxo, mboxrd and what is like them), or the one mail that a file is, piece by piece. The
 * memory that it takes is that of one mail.
 */
export function* mailsIn(pieces: Iterable<Uint8Array>, part: MailPart): Generator<RawMail> {
  let mail: Kept | undefined;
  /** A line that may begin a mail, which the next line tells. */
  let maybe: Beginning | undefined;
  let isBlank = true;
  let line = 0;
  for (const bytes of linesOf(pieces)) {
    line += 1;
    const begun = maybe !== undefined && (maybe.isSure || isHeader(bytes)) ? maybe : undefined;
    if (begun !== undefined) {
      if (mail !== undefined) yield mail.raw();
      mail = new Kept(begun.line, part);
    } else if (maybe !== undefined) mail?.add(maybe.bytes);
    maybe = beginning(bytes, line, isBlank, mail === undefined);
    if (maybe === undefined) {
      if (mail === undefined && isHeader(bytes)) mail = new Kept(line, part);
      mail?.add(bytes);
    }
    isBlank = isEmpty(bytes);
  }
  if (mail !== undefined) yield mail.raw();
  if (maybe?.isSure === true) yield new Kept(maybe.line, part).raw();
}

interface Beginning {
  readonly line: number;
  readonly bytes: Buffer;
  readonly isSure: boolean;
}

/** The line with which a mail begins, or may begin; undefined where it does not. */
function beginning(
  bytes: Buffer,
  line: number,
  isAfterBlank: boolean,
  isFirst: boolean,
): Beginning | undefined {
  if (bytes.length >= LONGEST_FROM || !startsWith(bytes, FROM)) return undefined;
  const isSure = isFirst || isDated(bytes);
  return isSure || isAfterBlank ? { line, bytes: Buffer.from(bytes), isSure } : undefined;
}

/** What is kept of one mail. */
class Kept {
  readonly #line: number;
  readonly #part: MailPart;
  readonly #lines: Buffer[] = [];
  #length = 0;
  #isDone = false;
  #inHead = true;

  constructor(line: number, part: MailPart) {
    this.#line = line;
    this.#part = part;
  }

  add(line: Buffer): void {
    if (this.#isDone) return;
    if (this.#inHead && isEmpty(line)) {
      this.#inHead = false;
      this.#isDone = this.#part === 'head';
    }
    // Bytes of a piece are good until the next piece.
    const kept = Buffer.from(this.#inHead ? line : unescaped(line));
    this.#lines.push(kept);
    this.#length += kept.length;
    if (this.#length > MAIL_LIMIT) this.#isDone = true;
  }

  raw(): RawMail {
    return { line: this.#line, bytes: Buffer.concat(this.#lines) };
  }
}

/** Each with its end; a very long one without its rest. */
function* linesOf(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  let rest: Buffer | undefined;
  let isFirst = true;
  for (const given of pieces) {
    const piece = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    let start = isFirst && startsWith(piece, MARK) ? MARK.length : 0;
    isFirst = false;
    for (let end = piece.indexOf(NEWLINE, start); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      const line = piece.subarray(start, end + 1);
      yield rest === undefined ? line : Buffer.concat([rest, line]);
      rest = undefined;
      start = end + 1;
    }
    if (start < piece.length && (rest?.length ?? 0) < LONGEST_LINE)
      rest = Buffer.concat([...(rest === undefined ? [] : [rest]), piece.subarray(start)]);
  }
  if (rest !== undefined) yield rest;
}

const startsWith = (bytes: Buffer, beginning: Buffer): boolean =>
  bytes[0] === beginning[0] && bytes.subarray(0, beginning.length).equals(beginning);

const isEmpty = (line: Buffer): boolean =>
  line[0] === NEWLINE || (line[0] === RETURN && (line[1] === NEWLINE || line.length === 1));

/** `From dana@brazos.test Mon Nov 16 14:30:00 2026`, as mail programs write it and people do not. */
const isDated = (line: Buffer): boolean =>
  /^From \S*.* \d\d?:\d\d(:\d\d)?\b.*\d{4}|^From \S+@\S+ \d{4}-\d\d-\d\d/.test(
    line.toString('latin1', 0, LONGEST_FROM),
  );

const isHeader = (line: Buffer): boolean =>
  /^[!-9;-~]{1,100}[ \t]*:/.test(line.toString('latin1', 0, 128));

/** A line of a text that looks like the beginning of a mail is kept with a mark before it. */
function unescaped(line: Buffer): Buffer {
  const isMarked = line[0] === 0x3e && /^>+From /.test(line.toString('latin1', 0, 128));
  return isMarked ? line.subarray(1) : line;
}

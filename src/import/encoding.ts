import { RelError } from '../journal/error.ts';

/** How a file turns bytes into letters. */
export interface Encoding {
  readonly name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252';
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

type Pieces = () => Iterable<Uint8Array>;

/** So many bytes tell whether every other one is zero. */
const LOOKED_AT = 4096;

/**
 * By its byte order mark; without one, UTF-16 shows itself by its zeros, and what is no UTF-8 is taken for windows-1252,
 * in which spreadsheets of western Europe and America save. Looks through the whole file where it must.
 */
export function encodingOf(pieces: Pieces): Encoding {
  const head = first(pieces, LOOKED_AT);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'UTF-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'UTF-16LE', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'UTF-16BE', mark: 2 };
  const [even, odd] = [zeros(head, 0), zeros(head, 1)];
  // Letters of western languages have a zero in one half each.
  if (odd > head.length / 8 && even === 0) return { name: 'UTF-16LE', mark: 0 };
  if (even > head.length / 8 && odd === 0) return { name: 'UTF-16BE', mark: 0 };
  return { name: isUtf8(pieces) ? 'UTF-8' : 'windows-1252', mark: 0 };
}

function first(pieces: Pieces, most: number): Uint8Array {
  const head: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces()) {
    head.push(piece.slice(0, most - length));
    length += piece.length;
    if (length >= most) break;
  }
  return Buffer.concat(head);
}

function zeros(bytes: Uint8Array, from: 0 | 1): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}

function isUtf8(pieces: Pieces): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const piece of pieces()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text, piece by piece. Throws RelError('usage') with the line where the bytes are no text. */
export function* textIn(pieces: Pieces, { name, mark }: Encoding): Generator<string> {
  const decode = decoderOf(name);
  let line = 1;
  let skip = mark;
  for (const piece of pieces()) {
    const bytes = piece.subarray(skip);
    skip = Math.max(0, skip - piece.length);
    const text = decode(bytes) ?? notText(name, line, bytes);
    const zero = text.indexOf('\0');
    if (zero >= 0) throw noTable(line + newlines(text.slice(0, zero)));
    line += newlines(text);
    yield text;
  }
  yield decode(undefined) ?? notText(name, line, new Uint8Array());
}

const noTable = (line: number): RelError =>
  new RelError(
    'usage',
    `line ${line}: there is a zero byte, which no table holds`,
    'nothing was imported; save it as a CSV file in UTF-8',
  );

/** In UTF-8 the line is the one where the bytes go wrong, else the one in which the piece begins. */
function notText(name: Encoding['name'], line: number, bytes: Uint8Array): never {
  const at = name === 'UTF-8' ? line + wholeLines(bytes) : line;
  throw new RelError(
    'usage',
    `line ${at}: it is not ${name} text, although it begins as such`,
    'nothing was imported; save it as UTF-8 and import again',
  );
}

/** How many lines stand before the first wrong byte; the first may begin with the second half of a letter. */
function wholeLines(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const wrong = lines.findIndex((line, index) => index > 0 && line.includes('\uFFFD'));
  return Math.max(0, wrong);
}

/** Gives undefined for bytes that are no text; undefined bytes end it. */
function decoderOf(name: Encoding['name']): (bytes: Uint8Array | undefined) => string | undefined {
  if (name === 'windows-1252') return (bytes) => (bytes === undefined ? '' : western(bytes));
  // The mark is gone already; another one is a letter of the text.
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      return undefined;
    }
  };
}

/** 0x80 to 0x9F, where windows-1252 is another than Latin-1; five of them stand for nothing and stay what they are. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Some releases of Node take windows-1252 for Latin-1.
const western = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter);

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

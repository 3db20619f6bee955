import type { ByteLine } from './byte-lines.ts';

/** Of one line that was folded, in bytes; the rest of a longer one is not looked at. */
export const CONTENT_LIMIT = 1_048_576;

/**
 * Lines of vCards and calendars, which go on where the next one begins with a blank. The bytes are put together before
 * they are read as text: a break may stand within a letter.
 */
export function* unfolded(lines: Iterable<ByteLine>): Generator<ByteLine> {
  let line = 0;
  let parts: string[] = [];
  let length = 0;
  /** The line ends within a text in quoted-printable: the next one belongs to it, as in vCard 2.1. */
  let isSoft = false;
  let isQuoted = false;
  for (const next of lines) {
    // Some write an empty line behind each line, folded ones too; in quoted-printable it is the end.
    if (next.bytes.trim() === '') {
      isSoft = false;
      continue;
    }
    const goesOn = isSoft ? !/^END:/i.test(next.bytes) : /^[ \t]/.test(next.bytes);
    if (parts.length > 0 && !goesOn) {
      yield { line, bytes: parts.join('') };
      parts = [];
    }
    if (parts.length === 0) {
      ({ line } = next);
      length = 0;
      isQuoted = isQuotedPrintable(next.bytes);
    }
    const part: string = parts.length === 0 || isSoft ? next.bytes : next.bytes.slice(1);
    isSoft = isQuoted && part.endsWith('=');
    length += part.length;
    if (length <= CONTENT_LIMIT) parts.push(isSoft ? part.slice(0, -1) : part);
  }
  if (parts.length > 0) yield { line, bytes: parts.join('') };
}

const isQuotedPrintable = (line: string): boolean =>
  /QUOTED-PRINTABLE/i.test(line.slice(0, Math.max(0, line.indexOf(':'))));

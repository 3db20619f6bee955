import stringWidth from 'fast-string-width';
import { isAscii } from '../journal/ascii.ts';

// Control and format characters and surrogate halves would move the cursor, hide text or turn it round. The zero
// width joiner stays: emoji of several parts are made with it.
const UNSHOWABLE = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Text of others as one line that a terminal can show: white space folded, what cannot be seen written out. */
export function visible(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/[\n\t\r]+/g, ' ').replace(UNSHOWABLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** Columns that the text takes on a terminal. */
export const columns = (text: string): number => (isAscii(text) ? text.length : stringWidth(text));

/** Filled with blanks to `width` columns; longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columns(text))) + text;
}

/** Cut to `width` columns, with a mark where something was cut. */
export function cut(text: string, width: number, mark: string): string {
  if (columns(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (columns(kept + segment + mark) > width) break;
    kept += segment;
  }
  return kept + mark;
}

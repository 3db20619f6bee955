import stringWidth from 'fast-string-width';
import { isPlain } from '../journal/ascii.ts';
import { lazily } from '../journal/lazily.ts';

// Control and format characters, surrogate halves, what is no character, and letters made to look like nothing: they
// would move the cursor, hide text, turn it round, or make two names look the same.
const HIDDEN = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{NChar}\u2800]`;
// A pile of accents covers the lines above and below; no language has more than four on one letter.
const ACCENT = String.raw`[\p{Mn}\p{Me}]`;
const PILED = `(?<=${ACCENT}{4})${ACCENT}`;
// Letters of other alphabets that look like Latin ones, beside a Latin one: another name for the same company's.
const ALIKE = '[аеорсхуіјѕһԁԛԝАВЕКМНОРСТХІЈЅοανιρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]';
const LATIN = String.raw`\p{Script=Latin}`;
const DISGUISED = `(?<=${LATIN})${ALIKE}|${ALIKE}(?=${LATIN})`;
// What is hidden belongs to emoji of several parts, to flags, and to the writing of Chinese names.
const KEPT = [
  String.raw`\p{ExtPict}[\ufe0e\ufe0f\p{EMod}]{0,2}(?:\u200d\p{ExtPict}[\ufe0e\ufe0f\p{EMod}]{0,2}){1,3}`,
  String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}`,
  String.raw`\p{Emoji}[\ufe0e\ufe0f]`,
  String.raw`\p{Script=Han}[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
].join('|');
// Made when asked for: to know all scripts takes long to prepare.
const unshowable = lazily(
  () => new RegExp(`${HIDDEN}|${ACCENT}{5}|${LATIN}${ALIKE}|${ALIKE}${LATIN}`, 'u'),
);
const keptOrNot = lazily(() => new RegExp(`(${KEPT})|${HIDDEN}|${PILED}|${DISGUISED}`, 'gu'));

/** Text of others as one line that a terminal can show: white space folded, what cannot be seen written out. */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return writtenOut(text.replace(/[\n\t\r]+/g, ' '), (code) => `\\u{${code.toString(16)}}`);
}

/** The text with each character that cannot be seen for what it is as `write` says it by its number; the same text where all can. */
export function writtenOut(text: string, write: (code: number) => string): string {
  if (isPlain(text) || !unshowable().test(text)) return text;
  return text.replace(
    keptOrNot(),
    (character, kept: string | undefined) => kept ?? write(character.codePointAt(0) ?? 0),
  );
}

/** Columns that the text takes on a terminal. */
export const columns = (text: string): number => (isPlain(text) ? text.length : stringWidth(text));

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
  // What divides a text of all scripts takes long to load.
  if (isPlain(text) && isPlain(mark)) return text.slice(0, Math.max(0, width - mark.length)) + mark;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (columns(kept + segment + mark) > width) break;
    kept += segment;
  }
  return kept + mark;
}

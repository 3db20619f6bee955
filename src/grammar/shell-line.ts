import { isKey } from './words.ts';

// Made when it is asked for: what knows all scripts takes long to prepare.
const needsNoQuotes = () =>
  new RegExp(String.raw`^[\p{L}\p{N}_@+:,./-][\p{L}\p{N}_@%+=:,./-]*$`, 'u');
const FITS_DOUBLE_QUOTES = /^[^"$`\\!]*$/;

/** The words as a POSIX shell takes them, quoted only where it must be: `they:"send the list"`. */
export function shellLine(words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  if (needsNoQuotes().test(word)) return word;
  const [, key = '', value = ''] = /^((?:[a-z-]+:|--[a-z-]+=)?)(.*)$/su.exec(word) ?? [];
  const opening = key.startsWith('--') || isKey(key.slice(0, -1)) ? key : '';
  const text = opening === '' ? word : value;
  return FITS_DOUBLE_QUOTES.test(text)
    ? `${opening}"${text}"`
    : `${opening}'${text.replaceAll("'", `'\\''`)}'`;
}

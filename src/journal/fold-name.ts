import { isAscii } from './ascii.ts';

/** The form in which two names are the same name: NFC, case folded, white space collapsed. */
export function foldName(given: string): string {
  if (isAscii(given)) return foldPlain(given);
  return given
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, ' ');
}

/** The same of nothing but the letters, digits and signs of a plain keyboard. */
export function foldPlain(given: string): string {
  const folded = given.toLowerCase().trim();
  return folded.includes('  ') ? folded.replace(/ {2,}/g, ' ') : folded;
}

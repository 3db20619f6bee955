import { isAscii } from './ascii.ts';

/** The form in which two names are the same name: NFC, case folded, white space collapsed. */
export function foldName(given: string): string {
  if (isAscii(given)) return given.toLowerCase().trim().replace(/ {2,}/g, ' ');
  return given
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, ' ');
}

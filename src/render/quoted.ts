import { isAscii } from '../journal/ascii.ts';
import { writtenOut } from './visible.ts';

const PLAIN_ASCII = /^[A-Za-z0-9.,:@%+=_/-]+$/;
/** Letters that a shell takes as they are. Made when asked for: to know all scripts takes long to prepare. */
const plain = () => new RegExp(String.raw`^[\p{L}\p{M}\p{N}.,:@%+=_/-]+$`, 'u');

/** A word as a shell takes it: quoted only where it must be, and what cannot be seen written out. */
export function quoted(word: string): string {
  if (writtenOut(word, () => '') !== word) {
    const escaped = word.replace(/['\\]/g, '\\$&');
    return `$'${writtenOut(escaped, (code) => `\\U${code.toString(16).padStart(8, '0')}`)}'`;
  }
  if ((isAscii(word) ? PLAIN_ASCII : plain()).test(word) && !word.startsWith('-')) return word;
  return `'${word.replace(/'/g, `'\\''`)}'`;
}

/** A customer's name in front of other words: `Harlan Supply`, or quoted where a word of it needs it. */
export function quotedName(name: string): string {
  return name.split(' ').every((word) => quoted(word) === word) ? name : quoted(name);
}

import { isAscii } from '../journal/ascii.ts';

/** The line of a POSIX shell cut into words, the last one as far as it is typed. */
export function bashWords(line: string): {
  readonly words: readonly string[];
  /** The last word begins with a quote that is still open. */
  readonly isQuoted: boolean;
} {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\' && quote !== "'") {
      at += 1;
      word += line[at] ?? '';
    } else if (quote !== '') {
      if (character === quote) quote = '';
      else word += character;
    } else if (character === '"' || character === "'") quote = character;
    else if (/\s/.test(character)) {
      if (word !== '' || /["']/.test(line[at - 1] ?? '')) words.push(word);
      word = '';
    } else word += character;
  }
  // The first word is the program.
  return { words: [...words.slice(1), word], isQuoted: quote !== '' };
}

// What knows the letters of all scripts takes long to prepare.
const notPlain = (word: string): RegExp =>
  isAscii(word) ? /[^\w@%+=:,./-]/g : /[^\p{L}\p{N}_@%+=:,./-]/gu;

/** The word as bash takes it from a completion. */
export const bashWord = (word: string, isQuoted: boolean): string =>
  isQuoted ? word : word.replace(notPlain(word), '\\$&');

import { foldName } from '../journal/fold-name.ts';
import type { NoteBeginning } from './doubt.ts';
import { KNOWN } from './phrases.ts';

const LONGEST_NAME = 3;

/** Where somebody known is named first, and how a line says it: a full name, or one word of it. */
export function nameIn(
  words: readonly string[],
  said: readonly string[],
  people: readonly string[],
): { readonly written?: string; readonly at: readonly number[] } {
  const first = said.findIndex((word) => word.startsWith(KNOWN));
  if (first < 0) return { at: [] };
  const full = new Set(people.map(foldName));
  for (let taken = Math.min(LONGEST_NAME, words.length - first); ; taken -= 1) {
    const name = words
      .slice(first, first + taken)
      .map(nameWord)
      .join(' ');
    if (taken <= 1 || full.has(foldName(name)))
      return {
        written: name,
        at: Array.from({ length: taken }, (_, nth) => first + nth),
      };
  }
}

/** The words in lower case, each with no sign behind it but a comma, and names of people known as what stands for them. */
export function spelled({
  words,
  people,
}: Pick<NoteBeginning, 'words' | 'people'>): readonly string[] {
  const known = new Set(people.flatMap((name) => foldName(name).split(' ')));
  return words.map((word) => {
    const plain = withoutSign(word).toLowerCase().replace('’', "'");
    const comma = plain.length < word.length ? ',' : '';
    if (known.has(foldName(plain))) return `${KNOWN}${comma}`;
    return known.has(foldName(nameWord(plain))) ? `${KNOWN}'s${comma}` : `${plain}${comma}`;
  });
}

export const withoutSign = (word: string): string => word.replace(/[,.;:!?–-]+$/, '');
export const withoutComma = (word: string): string => word.replace(',', '');
const nameWord = (word: string): string => withoutSign(word).replace(/['’]s$/, '');

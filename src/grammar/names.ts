import { foldName } from '../journal/entry.ts';
import { foldAccents } from './likeness.ts';

/** The forms in which names are compared, folded once, for a book can hold thousands. */
export interface Spelling {
  readonly written: readonly string[];
  readonly plain: readonly string[];
  /** The words of the first name, without accents; aliases are taken whole. */
  readonly words: readonly string[];
}

export type Called<Named> = Spelling & { readonly named: Named };

/** @param names the name itself, then its aliases */
export function spell(names: readonly string[]): Spelling {
  const plain = names.map(foldAccents);
  return { written: names.map(foldName), plain, words: wordsIn(plain[0] ?? '') };
}

/** Whether there is anything in it that could be a name. */
export const sayable = (said: string): boolean => /[\p{L}\p{N}]/u.test(said);

const wordsIn = (plain: string): readonly string[] =>
  plain.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== '');

/** Whether this is a full name or alias, accents aside unless asked. */
export const isCalled = (spelling: Spelling, said: string, as?: 'as written'): boolean =>
  as === undefined
    ? spelling.plain.includes(foldAccents(said))
    : spelling.written.includes(foldName(said));

/** Whether the name or one of its words begins like this. */
export function beginsWord({ plain, words }: Spelling, said: string): boolean {
  const beginning = foldAccents(said);
  return (
    plain[0]?.startsWith(beginning) === true || words.some((word) => word.startsWith(beginning))
  );
}

/** Whether the words of `said` stand in the name, whole and side by side. */
export function containsRun({ words }: Spelling, said: string): boolean {
  const run = wordsIn(foldAccents(said)).join(' ');
  return run !== '' && ` ${words.join(' ')} `.includes(` ${run} `);
}

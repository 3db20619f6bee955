import { isAscii } from '../journal/ascii.ts';
import { foldName } from '../journal/fold-name.ts';
import { lazily } from '../journal/lazily.ts';
import { foldAccents } from './likeness.ts';

/** The forms in which a name is compared, made once, for a book can hold thousands. */
export interface Spelling {
  /** As `foldName` leaves it. */
  readonly written: string;
  /** Without accents as well. */
  readonly plain: string;
  /** The plain form cut at all that is neither letter, digit nor apostrophe. */
  readonly words: readonly string[];
}

export function spell(name: string): Spelling {
  const plain = foldAccents(name);
  return { written: plain === name ? plain : foldName(name), plain, words: wordsIn(plain) };
}

// Made when a name needs them, and not written as expressions, which are prepared as soon as the program is parsed.
const letterOrDigit = lazily(() => new RegExp(String.raw`[\p{L}\p{N}]`, 'u'));
const betweenWords = lazily(() => new RegExp(String.raw`[^\p{L}\p{N}']+`, 'u'));

/** Whether there is anything in it that could be a name. */
export const sayable = (said: string): boolean =>
  (isAscii(said) ? /[A-Za-z0-9]/ : letterOrDigit()).test(said);

export const wordsIn = (plain: string): readonly string[] =>
  plain.split(isAscii(plain) ? /[^A-Za-z0-9']+/ : betweenWords()).filter((word) => word !== '');

/** Whether the name or one of its words begins like this. */
export const beginsWord = (name: Spelling, said: Spelling): boolean =>
  name.plain.startsWith(said.plain) || name.words.some((word) => word.startsWith(said.plain));

/** Whether the words of `said` stand in the name, whole and side by side. */
export const containsRun = (name: Spelling, said: Spelling): boolean =>
  said.words.length > 0 && ` ${name.words.join(' ')} `.includes(` ${said.words.join(' ')} `);

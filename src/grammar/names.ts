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
}

export function spell(name: string): Spelling {
  const plain = foldAccents(name);
  return { written: isAscii(name) ? plain : foldName(name), plain };
}

// Made when a name needs them, and not written as expressions, which are prepared as soon as the program is parsed.
const letterOrDigit = lazily(() => new RegExp(String.raw`[\p{L}\p{N}]`, 'u'));
const betweenWords = lazily(() => new RegExp(String.raw`[^\p{L}\p{N}']+`, 'u'));

/** Whether there is anything in it that could be a name. */
export const sayable = (said: string): boolean =>
  (isAscii(said) ? /[A-Za-z0-9]/ : letterOrDigit()).test(said);

/** A plain form cut at all that is neither letter, digit nor apostrophe. */
export const wordsIn = (plain: string): readonly string[] =>
  plain.split(isAscii(plain) ? /[^A-Za-z0-9']+/ : betweenWords()).filter((word) => word !== '');

/** Whether the name or one of its words begins like this. */
export const beginsWord = (name: Spelling, said: Spelling): boolean =>
  name.plain.startsWith(said.plain) ||
  wordsIn(name.plain).some((word) => word.startsWith(said.plain));

/** Whether the words of `said` stand in the name, whole and side by side. */
export function containsRun(name: Spelling, said: Spelling): boolean {
  const run = wordsIn(said.plain);
  return run.length > 0 && ` ${wordsIn(name.plain).join(' ')} `.includes(` ${run.join(' ')} `);
}

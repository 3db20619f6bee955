import { looksLikeMoney, readMoney } from './amounts.ts';
import type { Doubt, NoteBeginning } from './doubt.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';
import { spelled, withoutComma, withoutSign } from './spelled.ts';
import { currencyOf } from './sums.ts';

/** What has a command of its own: the word it is told with, the command, and who may stand before it. */
const TURNS: readonly (readonly [word: string, command: string, who: string, means: string])[] = [
  ['paid', 'paid', listed(`${KNOWN} they he she got`), 'money came'],
  ['won', 'won', listed('i we'), 'they bought'],
  ['invoiced', 'invoice', listed('i we'), 'an invoice went out'],
  ['billed', 'invoice', listed('i we'), 'an invoice went out'],
];
const BETWEEN = listed('us me him her them the an invoice deal order of for');
const MOST_BETWEEN = 3;
/** Less than this, before a word, counts something: "paid 2 visits", "won 3 of their sites". */
const LEAST_SUM = 100;
/** What is counted before one of these is no money: "paid 120 days late". */
const UNITS = listed('day days week weeks month months percent pallets units pieces tons hours');

/** `paid 1200`, `they paid 400 by card`, `won 18k`, `invoiced 1200 two lifts`: money, for which other commands stand. */
export function turnTold(beginning: NoteBeginning): Doubt | undefined {
  const words = beginning.words.slice(0, 3).map((word) => withoutComma(word.toLowerCase()));
  const at = words.findIndex((word) => TURNS.some(([told]) => told === word));
  const turn = TURNS.find(([told]) => told === words[at]);
  if (turn === undefined) return undefined;
  const said = spelled(beginning).map(withoutComma);
  const [, command, who, means] = turn;
  if (!said.slice(0, at).every((word) => isAmong(who, word))) return undefined;
  const behind = said.slice(at + 1);
  const others = behind.findIndex((word) => !isAmong(BETWEEN, word));
  const from = at + 1 + (others < 0 ? behind.length : others);
  const needsNone = command !== 'invoice' && /^(?:in full)?$/.test(behind.join(' '));
  if (!needsNone && (from > at + 1 + MOST_BETWEEN || !isSum(beginning.words.slice(from))))
    return undefined;
  return {
    words: beginning.words.slice(0, needsNone ? undefined : from + 1).join(' '),
    means,
    command,
    head: '',
    replaces: needsNone ? beginning.words.length : from,
    settledBy: 'channel',
  };
}

/** The words begin with a sum, and not with a number of something. */
function isSum([word = '', next = '']: readonly string[]): boolean {
  const first = withoutSign(word);
  if (!looksLikeMoney(first)) return currencyOf(first) !== undefined && /^\d/.test(next);
  const behind = withoutSign(next);
  if (isAmong(UNITS, behind.toLowerCase())) return false;
  const isPlain = /^\d+$/.test(first) && currencyOf(behind) === undefined;
  return !isPlain || next === '' || (readMoney(first) ?? 0) >= LEAST_SUM;
}

import { type NameBook, resolveCustomer, soughtBy } from '../grammar/customers.ts';
import type { LogKind } from '../grammar/head.ts';
import { isHeadWord } from '../grammar/head-words.ts';
import { foldAccents } from '../grammar/likeness.ts';
import { LOG_WORDS, type LogWord } from '../grammar/log-words.ts';
import { BLAMED, FAULTS, SIZES } from '../journal/vocabulary.ts';
import type { Directory } from '../store/name-rows.ts';
import { beginning, type Offer, plain } from './complete-offers.ts';

const DATES_PAST = 'today yesterday mon tue wed thu fri sat sun'.split(' ');
const DATES_TO_COME = 'tomorrow mon tue wed thu fri'.split(' ');

/** The values of a key that can be told beforehand. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  on: DATES_PAST,
  by: DATES_TO_COME,
  next: DATES_TO_COME,
  gave: SIZES,
  got: SIZES,
  fault: FAULTS,
  harm: ['1', '2', '3'],
  feel: ['-2', '-1', '0', '1', '2'],
  blames: BLAMED,
  'we-blame': BLAMED,
};

const OF_A_CONTACT: ReadonlySet<LogWord['group']> = new Set(['channel', 'direction', 'outcome']);
const KEY_VALUE = /^([a-z-]+):(.*)$/s;

/** How `rel log` or `rel work` may go on. @param before the words after the command */
export function logWordsFor(
  before: readonly string[],
  current: string,
  directory: Directory,
  kind: LogKind,
): readonly Offer[] {
  if (before.includes('--')) return [];
  const said = before.filter((word) => !word.startsWith('--'));
  const who = whoIsNamed(said, directory);
  if (who === undefined) return customersLike(said, current, directory);
  const rest = said.slice(who.taken);
  const [, key, typed = ''] = KEY_VALUE.exec(current) ?? [];
  if (key !== undefined && key !== '') {
    const values = key === 'with' ? directory.peopleOf(who.customer) : (VALUES[key] ?? []);
    return beginning(typed, plain(values)).map(({ value }) => ({
      value: `${key}:${value}`,
      means: '',
    }));
  }
  const inHead = rest.every((word) => isHeadWord(word) || /^:|^[a-z-]+:./.test(word));
  return wordsLike(current, inHead, kind);
}

const NOBODY: NameBook = { customers: [], people: [] };

/** The one customer that the first words name. */
function whoIsNamed(said: readonly string[], directory: Directory) {
  if (said.length === 0) return undefined;
  const names = directory.holding(soughtBy(said) ?? [['']]);
  // Whose name is like it is of no use here.
  const who = resolveCustomer(said, { ...names, whole: () => NOBODY });
  return who.is === 'one' ? who : undefined;
}

function wordsLike(current: string, inHead: boolean, kind: LogKind): readonly Offer[] {
  const isShown = ({ group, word }: LogWord): boolean => {
    if (OF_A_CONTACT.has(group)) return inHead && kind === 'touch';
    if (group === 'time') return inHead && word !== '40m';
    return current !== '' && (current.startsWith(':') || group === 'key');
  };
  const offers = LOG_WORDS.filter(isShown).map(({ word, means }) => ({ value: word, means }));
  return beginning(current, offers);
}

/** Customers and people whose names go on like this after the words that are there. */
export function customersLike(
  before: readonly string[],
  current: string,
  directory: Directory,
): readonly Offer[] {
  const typed = foldAccents([...before, current].join(' '));
  const names = directory.holding([[` ${typed}`]]);
  const offers: Offer[] = [];
  const offer = (value: string, means: string): void => {
    const folded = foldAccents(value);
    const skipped = before.length;
    if (folded.startsWith(typed) || (skipped === 0 && folded.includes(` ${typed}`)))
      offers.push({ value: skipped === 0 ? value : afterWords(value, skipped), means });
  };
  for (const { name, aliases } of names.customers) {
    offer(name, '');
    for (const alias of aliases ?? []) offer(alias, name);
  }
  for (const { name, customer } of names.people) offer(name, customer);
  return offers;
}

const afterWords = (name: string, count: number): string => name.split(' ').slice(count).join(' ');

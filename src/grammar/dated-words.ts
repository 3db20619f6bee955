import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { readText } from '../journal/fields.ts';
import { LONGEST_DATE, type Prefer, readDate } from './dates.ts';
import type { SaidDate } from './said.ts';

export type DateKey = 'on' | 'by' | 'to' | 'from' | 'due' | 'until';

/** What was typed after a command's name, the options that are no dates left aside. */
export interface Typed {
  readonly words: readonly string[];
  /** The words after `--`, in which nothing is looked for. */
  readonly plain: readonly string[];
  /** `--by in 2 weeks and so on`: each option with all words up to the next option. */
  readonly options: Readonly<Partial<Record<DateKey, readonly string[]>>>;
}

export interface DatedWords {
  /** What was no date, in the order typed, `plain` last. */
  readonly words: readonly string[];
  readonly days: Readonly<Partial<Record<DateKey, SaidDate>>>;
}

/** Takes the dates out of a line, whether typed as `--by fri` or as `by:fri`; each may be several words long. */
export function readDatedWords(
  { words: said, plain, options }: Typed,
  keys: Readonly<Partial<Record<DateKey, Prefer>>>,
  today: Day,
): DatedWords {
  const words = dueBy(said, keys, today);
  for (const word of [...words, ...plain, ...Object.values(options).flat()])
    refuseUnprintable(word);
  const days: Partial<Record<DateKey, SaidDate>> = {};
  const take = (key: DateKey, shown: string, run: readonly string[]): readonly string[] => {
    if (days[key] !== undefined) {
      throw new RelError(
        'usage',
        `${key}: is given twice`,
        `leave one out, or for the note: -- ${key}:…`,
      );
    }
    const { date, rest } = leadingDate(shown, run, today, keys[key] ?? 'past');
    days[key] = date;
    return rest;
  };
  refuseOtherKeys(words, keys, today);
  const left = [...inWords(words, keys, take)];
  for (const key of Object.keys(keys) as DateKey[]) {
    const run = options[key];
    if (run !== undefined) left.push(...inWords(take(key, `--${key} `, run), keys, take));
  }
  return { words: [...left, ...plain], days };
}

/** `by:fri` where the command has `due:` says the same, as `by fri` does. */
function dueBy(
  words: readonly string[],
  keys: Readonly<Partial<Record<DateKey, Prefer>>>,
  today: Day,
): readonly string[] {
  if (keys.due === undefined || keys.by !== undefined) return words;
  return words.map((word, at) => {
    const value = /^by:(.+)$/su.exec(word)?.[1];
    const isDay =
      value !== undefined &&
      dateAtStart([value, ...words.slice(at + 1)], today, keys.due ?? 'future') !== undefined;
    return isDay ? `due:${value}` : word;
  });
}

const DATE_KEYS: readonly string[] = ['on', 'by', 'to', 'from', 'due', 'until'];

/** `by:fri` where the command takes `due:`: kept as text, the date would be lost without a word. */
function refuseOtherKeys(
  words: readonly string[],
  keys: Readonly<Partial<Record<DateKey, Prefer>>>,
  today: Day,
): void {
  const known = Object.keys(keys);
  for (const word of words) {
    const [, key = '', value = ''] = /^([a-z]+):(.+)$/su.exec(word) ?? [];
    if (known.includes(key) || !DATE_KEYS.includes(key)) continue;
    if (readDate(value, today, 'future') === undefined) continue;
    throw new RelError(
      'usage',
      `${key}: is not known here, so ${word} would be text`,
      `type ${known.map((each) => `${each}:${value}`).join(' or ')}, or for the text: -- ${word}`,
    );
  }
}

type Take = (key: DateKey, shown: string, run: readonly string[]) => readonly string[];

function inWords(
  words: readonly string[],
  keys: Readonly<Partial<Record<DateKey, Prefer>>>,
  take: Take,
): readonly string[] {
  const kept: string[] = [];
  for (let rest = words; rest.length > 0;) {
    const [word = '', ...others] = rest;
    const [, named, value = ''] = /^([a-z]+):(.+)$/su.exec(word) ?? [];
    const key = (Object.keys(keys) as DateKey[]).find((each) => each === named);
    if (key === undefined) kept.push(word);
    rest = key === undefined ? others : take(key, `${key}:`, [value, ...others]);
  }
  return kept;
}

interface LeadingDate {
  readonly date: SaidDate;
  /** What follows it. */
  readonly rest: readonly string[];
}

/** The longest beginning that is a date; undefined where there is none. */
export function dateAtStart(
  run: readonly string[],
  today: Day,
  prefer: Prefer,
): LeadingDate | undefined {
  for (let taken = Math.min(LONGEST_DATE, run.length); taken > 0; taken -= 1) {
    const words = run.slice(0, taken).join(' ');
    const day = readDate(words.replace(/[,;]$/, ''), today, prefer);
    if (day !== undefined) return { date: { day, words }, rest: run.slice(taken) };
  }
  return undefined;
}

/** The same; throws RelError('usage') where there is none. */
export function leadingDate(
  shown: string,
  run: readonly string[],
  today: Day,
  prefer: Prefer,
): LeadingDate {
  const found = dateAtStart(run, today, prefer);
  if (found !== undefined) return found;
  throw new RelError(
    'usage',
    `${shown}${run[0] ?? ''} is not a date`,
    'write it as 2026-11-16, fri, last tuesday, 3 nov, in 2 weeks …; words after -- are note',
  );
}

function refuseUnprintable(word: string): void {
  if (readText(word) !== undefined) return;
  throw new RelError(
    'usage',
    `${JSON.stringify(word.slice(0, 60))} holds control characters or is too long`,
    'type it again',
  );
}

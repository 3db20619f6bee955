import type { Command } from 'commander';
import type { DateKey, DatedWords } from '../grammar/dated-words.ts';
import { isYearless, readDate } from '../grammar/dates.ts';
import { readPrivate, withoutPrivate } from '../grammar/private-word.ts';
import { timestamp } from '../journal/clock.ts';
import { type Day, formatDay } from '../journal/days.ts';
import type { Entry, Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { type History, historyOf, type Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { type Standing, standingOf } from '../journal/stage.ts';
import type { World } from '../platform/world.ts';
import { fitted } from '../render/fitted.ts';
import { nextCommand } from '../render/next-command.ts';
import { turnAnswer, turnJson } from '../render/turn-text.ts';
import { journalExists } from '../store/journal-file.ts';
import { type Judgement, judge } from '../verdict/judge.ts';
import type { Others } from '../verdict/others.ts';
import type { MedianOn } from '../verdict/track.ts';
import { openBook, type OpenBook } from './book.ts';
import { type JournalOption, withJournal } from './common.ts';
import { refuseDayAsNote } from './day-as-note.ts';
import { lastYearNotices } from './last-year.ts';
import { measuring, relationshipAlone } from './one-customer.ts';
import { writingTo } from './opening.ts';

export interface TurnOptions extends JournalOption {
  readonly json?: boolean;
  readonly on?: readonly string[];
}

export const withTurnOptions = (command: Command): Command =>
  withJournal(
    command
      .option('--on <date...>', 'the day it happened (default: today)')
      .option('--json', 'answer as JSON'),
  );

type Unwritten<E extends Entry> = E extends Entry
  ? Omit<E, 'id' | 'customer' | 'on' | 'recordedAt'>
  : never;
/** An entry that still lacks its id, customer, day and time of recording. */
type TurnEntry = Unwritten<Entry>;

/** How a customer stands, all that is written considered. */
export interface Stand {
  readonly history: History;
  readonly judgement: Judgement;
  readonly relationship: Relationship;
}

/** What a turn sees before it is written. */
export interface Scene {
  readonly before: Stand;
  readonly entries: readonly Recorded[];
  /** The stage at the end of the day on which it happened. */
  readonly standing: Standing;
  /** Of the book, up to today. */
  readonly medianOn: MedianOn;
  readonly on: Day;
  readonly today: Day;
  /** @param on where it is another day than that of the turn */
  add(this: void, entry: TurnEntry, on?: Day): Recorded;
  /** Writes a later version of an entry that is there. */
  replace(this: void, entry: Recorded): Recorded;
}

/** What the answer says beside the entries. */
export interface Telling {
  /** A turn point says what became of the stage, even where it stays. */
  readonly stage: boolean;
  readonly says: readonly string[];
  /** The command that comes next; where it is left out, the one of the review. */
  readonly next?: string;
}

const PRIVATE_SAYS = 'private: its text is in no page and no table unless you ask for it';

/**
 * Records one turn of a relationship as one change, or nothing, and says what it does.
 * @param find reads what was typed; it throws where the words name nobody, so that no journal is made for them
 * @param write writes the entries, and returns what is to be said once they are there
 */
export async function recordTurn<Found extends { readonly customer: string; readonly on: Day }>(
  world: World,
  options: TurnOptions,
  find: (book: OpenBook) => Found,
  write: (scene: Scene, found: Found) => (after: Stand) => Telling,
): Promise<void> {
  if (!journalExists(world.journalPath(options.db))) find(openBook(undefined));
  const today = world.clock.today();
  const isPrivate = beforeDashes(world).some((word) => withoutPrivate(word).isPrivate);
  // Who typed a day, or -- before the text, has said what he means.
  const mayHoldDay = options.on === undefined && !world.words.includes('--');
  const told = writingTo(world, options.db, (store) =>
    store.change(world.words.join(' '), (writer) => {
      const book = openBook(store);
      const found = find(book);
      const { customer } = found;
      const others = measuring(world, book, customer, today);
      const before = standOf(book, others, customer, today);
      const { entries } = before.relationship;
      const written: Recorded[] = [];
      const scene: Scene = {
        before,
        entries,
        on: found.on,
        today,
        standing: standingOf(until(entries, found.on), found.on),
        medianOn: others.medianBeside(entries),
        add(entry, on = found.on) {
          if (mayHoldDay && 'note' in entry) refuseDayAsNote(entry.note, today);
          const recordedAt = timestamp(world.clock);
          const added = writer.addEntry({
            ...entry,
            ...(isPrivate ? { private: true } : {}),
            customer,
            on,
            recordedAt,
          });
          written.push(added);
          return added;
        },
        replace(entry) {
          const replaced = writer.replaceEntry(entry);
          written.push(replaced);
          return replaced;
        },
      };
      const tell = write(scene, found);
      const after = standOf(book, others, customer, today);
      return { before, after, written, telling: tell(after) };
    }),
  );
  const { before, after, written, telling } = told;
  const says = [
    ...lastYearNotices(written[0]?.on ?? today, today, world.words),
    ...telling.says,
    ...(isPrivate ? [PRIVATE_SAYS] : []),
  ];
  const next = telling.next ?? nextCommand(after);
  const answer = { before, after, written, telling: { ...telling, says }, next };
  if (options.json === true) world.print(turnJson(answer));
  else world.print(fitted(turnAnswer(answer, await world.page()), world.terminalWidth));
}

/** As it is written by now. */
function standOf(book: OpenBook, others: Others, name: string, today: Day): Stand {
  const alone = relationshipAlone(book, name);
  const relationship = { ...alone, medianReturn: others.medianBeside(alone.entries)(today) };
  return {
    relationship,
    history: historyOf(relationship, today),
    judgement: judge(relationship, today),
  };
}

const beforeDashes = ({ words }: World): readonly string[] => {
  const dashes = words.indexOf('--');
  return dashes < 0 ? words : words.slice(0, dashes);
};

/** The words after `--` of the command line, in which no date is looked for, and no `:private`. */
export function typed(
  world: World,
  words: readonly string[],
  options: Readonly<Partial<Record<DateKey, readonly string[]>>>,
) {
  const before = beforeDashes(world);
  for (const key of Object.keys(options)) {
    const given = before.filter((word) => word === `--${key}` || word.startsWith(`--${key}=`));
    if (given.length > 1)
      throw new RelError('usage', `--${key} is given twice`, 'leave one out; nothing was written');
  }
  const plain = Math.max(0, world.words.length - before.length - 1);
  const free = words.slice(0, words.length - plain);
  // An option takes all words up to the next one, and the note may stand among them.
  const dated = Object.entries(options).map(([key, given]) => [key, readPrivate(given).words]);
  return {
    words: readPrivate(free).words,
    plain: words.slice(free.length),
    options: Object.fromEntries(dated) as typeof options,
  };
}

/** The day it happened; today where none is said, and never a day to come. */
export function dayOf({ days }: DatedWords, today: Day): Day {
  if (days.on === undefined || days.on.day <= today) return days.on?.day ?? today;
  const iso = formatDay(days.on.day);
  const said = days.on.words === iso ? iso : `${days.on.words} (${iso})`;
  throw new RelError(
    'usage',
    `${said} lies in the future: only what has happened is recorded`,
    'leave it out for today, or type a day that has been',
  );
}

/** "By 3 nov", said in October and entered in December, was not meant for next year. */
export function dueDay(
  { day, words }: { readonly day: Day; readonly words: string },
  on: Day,
): Day {
  return isYearless(words) ? (readDate(words, on, 'future') ?? day) : day;
}

/** Throws RelError('usage') where nothing is left once the dates are taken out. */
export function atLeastOne(world: World, words: readonly string[], what: string): void {
  const command = `rel ${world.words[0] ?? ''}`;
  if (words.length === 0)
    throw new RelError('usage', `${command} needs ${what}`, `see: ${command} --help`);
}

export const noted = (words: readonly string[]): { readonly note?: string } =>
  words.length === 0 ? {} : { note: words.join(' ').normalize('NFC') };

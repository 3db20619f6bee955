import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { addDays, type Day, weekday } from '../../src/journal/days.ts';
import type { Recorded } from '../../src/journal/entry.ts';
import { standingOf } from '../../src/journal/stage.ts';
import { backtest } from '../../src/practice/backtest.ts';
import { type Account, bookOf } from '../../src/verdict/book.ts';
import { reviewOf, severity } from '../../src/verdict/review.ts';
import { bookFrom } from '../support/journal.ts';

/*
 * The same numbers reckoned the long way: every Friday a review of a journal from which all later lines were torn out,
 * then each figure counted day by day from a calendar, without the runs and stretches of the program.
 */
const folder = new URL('../fixtures/random/', import.meta.url);
const journals = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
const HALF_YEAR = 180;
const BARS = { 'FIX or worse': 1, 'REBUILD or worse': 2, DROP: 3 } as const;

interface Seen {
  readonly severity: number;
  readonly warned: boolean;
  readonly silent: number;
}

type Stage = 'lost' | 'drop' | undefined;

/** What ended on this day, read from the stage before and after it. */
function endOn(entries: readonly Recorded[], day: Day): Stage {
  return entries.flatMap((entry, index): Stage[] => {
    if (entry.on !== day || (entry.type !== 'lost' && entry.type !== 'drop')) return [];
    const before = standingOf(entries.slice(0, index), day).stage;
    return before === 'lost' || before === 'dropped' ? [] : [entry.type];
  })[0];
}

function calendarOf(accounts: readonly Account[], first: Day, until: Day, settings: object) {
  const seen = new Map<string, Map<Day, Seen>>();
  for (let day = first; day <= until; day = addDays(day, 1)) {
    if (weekday(day) !== 5) continue;
    const torn = accounts
      .map((each) => ({ ...each, entries: each.entries.filter(({ on }) => on <= day) }))
      .filter(({ entries }) => entries.length > 0);
    for (const { judgement, relationship } of reviewOf(torn, settings, day, day).customers) {
      const { stage } = judgement.standing;
      if (stage === 'lost' || stage === 'dropped') continue;
      const talks = relationship.entries.filter(({ type }) => type === 'spoke' || type === 'heard');
      const last = (talks.at(-1) ?? relationship.entries[0])?.on ?? day;
      const { name } = relationship.customer;
      const mine = seen.get(name) ?? new Map<Day, Seen>();
      seen.set(name, mine);
      mine.set(day, {
        severity: severity(judgement.verdict),
        warned: judgement.rules.some(({ level }) => level !== null && level >= 2),
        silent: day - last,
      });
    }
  }
  return seen;
}

const NOTHING = { warned: 0, missed: 0, right: 0, wrong: 0, open: 0 };
type Score = typeof NOTHING & { leads: number[] };

/** The alarm that stands, if any, and whether there was any review since the last end. */
interface Running {
  since: Day | undefined;
  last: Day;
  reviewed: boolean;
}

/** The alarm that stands at the last review is right where that was no longer than half a year ago. */
function ending(score: Score, running: Running, end: Stage, day: Day): void {
  if (end === undefined) return;
  const { last, reviewed, since } = running;
  if (since !== undefined) score[day - last <= HALF_YEAR ? 'right' : 'wrong'] += 1;
  if (end === 'lost' && reviewed) score[since === undefined ? 'missed' : 'warned'] += 1;
  if (end === 'lost' && since !== undefined) score.leads.push(day - since);
  running.since = undefined;
  running.reviewed = false;
}

interface Friday {
  readonly day: Day;
  readonly until: Day;
  readonly ring: (week: Seen) => boolean;
  readonly nextEnd: (from: Day) => Day | undefined;
}

function reviewing(score: Score, running: Running, week: Seen | undefined, friday: Friday): void {
  if (week === undefined) return;
  const { day, nextEnd, ring, until } = friday;
  running.reviewed = true;
  if (ring(week)) {
    running.since ??= day;
    running.last = day;
    return;
  }
  if (running.since === undefined) return;
  // It was taken back: what came in the half year after it stood last?
  running.since = undefined;
  const end = nextEnd(day);
  if (end !== undefined) score[end - running.last <= HALF_YEAR ? 'right' : 'wrong'] += 1;
  else score[until - running.last < HALF_YEAR ? 'open' : 'wrong'] += 1;
}

function reckoned(text: string) {
  const { accounts: unsorted, settings } = bookFrom(text);
  const accounts = unsorted
    .map((each) => ({
      ...each,
      entries: [...each.entries].sort((a, b) => a.on - b.on || a.seq - b.seq),
    }))
    .filter(({ entries }) => entries.length > 0);
  const days = accounts.flatMap(({ entries }) => entries.map(({ on }) => on));
  const first = days.reduce((a, b) => (a < b ? a : b));
  const until = addDays(
    days.reduce((a, b) => (a > b ? a : b)),
    100,
  );
  const seen = calendarOf(accounts, first, until, settings);
  const rings = {
    ...Object.fromEntries(
      Object.entries(BARS).map(([name, bar]) => [name, (week: Seen) => week.severity >= bar]),
    ),
    '60 days silent': ({ silent }: Seen) => silent > 60,
    'always KEEP': () => false,
  };
  const scores = Object.entries(rings).map(([name, ring]) => {
    const score = { ...NOTHING, name, leads: [] as number[] };
    for (const { customer, entries } of accounts) {
      const weeks = seen.get(customer.name) ?? new Map<Day, Seen>();
      const running: Running = { since: undefined, last: first, reviewed: false };
      const nextEnd = (from: Day): Day | undefined => {
        for (let day = from; day <= until; day = addDays(day, 1))
          if (endOn(entries, day) !== undefined) return day;
        return undefined;
      };
      for (let day = first; day <= until; day = addDays(day, 1)) {
        ending(score, running, endOn(entries, day), day);
        reviewing(score, running, weeks.get(day), { day, ring, nextEnd, until });
      }
      if (running.since !== undefined)
        score[until - running.last < HALF_YEAR ? 'open' : 'wrong'] += 1;
    }
    return { ...score, leads: score.leads.sort((a, b) => a - b) };
  });
  return {
    scores,
    tested: backtest(bookOf(unsorted, settings, until), { since: undefined, until }),
  };
}

test.each(journals)('%s', (file) => {
  const { scores, tested } = reckoned(readFileSync(new URL(file, folder), 'utf8'));
  const counted = tested.reviewers.map(({ falseAlarms, name, open, warned }) => ({
    name,
    warned: warned.hits,
    missed: warned.of - warned.hits,
    right: falseAlarms.of - falseAlarms.hits,
    wrong: falseAlarms.hits,
    open,
  }));
  expect(counted).toEqual(
    scores.map(({ name, warned, missed, right, wrong, open }) => ({
      name,
      warned,
      missed,
      right,
      wrong,
      open,
    })),
  );
  const ahead = (bar: 'FIX' | 'REBUILD' | 'DROP') =>
    tested.losses.flatMap((loss) => loss.ahead[bar] ?? []).sort((a, b) => a - b);
  expect([ahead('FIX'), ahead('REBUILD'), ahead('DROP')]).toEqual(
    scores.slice(0, 3).map(({ leads }) => leads),
  );
});

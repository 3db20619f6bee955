import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DEMO_DAY, DEMO_JOURNAL, STORIES } from '../../src/demo/stories.ts';
import { addDays, type Day, parseDay, weekday } from '../../src/journal/days.ts';
import { type JournalLine, readLine } from '../../src/journal/line.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { type Judgement, judge } from '../../src/verdict/judge.ts';
import { bookFrom } from '../support/journal.ts';

const day = (text: string): Day => {
  const read = parseDay(text);
  if (read === undefined) throw new Error(text);
  return read;
};
const demoDay = day(DEMO_DAY);

function judged(name: string, asOf: Day): Judgement {
  const { accounts, settings } = bookFrom(DEMO_JOURNAL);
  const relationship = bookOf(accounts, settings, asOf).find(
    ({ customer }) => customer.name === name,
  );
  if (relationship === undefined) throw new Error(name);
  return judge(relationship, asOf);
}

const findings = ({ rules }: Judgement): Record<string, number> =>
  Object.fromEntries(
    rules.flatMap(({ rule, level }) => (level !== null && level > 0 ? [[rule.name, level]] : [])),
  );

const BOOK = [
  {
    customer: 'Tamarind Street Bakery',
    row: 'N1',
    verdict: 'DROP',
    shown: {
      responsiveness: 2,
      change: 3,
      promises: 3,
      payment: 2,
      'blame-shifting': 2,
      respect: 2,
      toll: 2,
    },
  },
  {
    customer: 'Northgate Canteens',
    row: 'N1',
    verdict: 'DROP',
    shown: { 'price-only': 3, concessions: 3 },
  },
  {
    customer: 'The Larkspur Inn',
    row: 'A3',
    verdict: 'REBUILD',
    shown: { discovery: 1, reciprocity: 3, 'return-on-time': 3 },
  },
  {
    customer: 'Kettleby Smokehouse',
    row: 'R1',
    verdict: 'REBUILD',
    shown: { 'own-failure': 3 },
  },
  {
    customer: 'Vantage Care Homes',
    row: 'A4',
    verdict: 'FIX',
    shown: { cadence: 3, 'order-taking': 3, renewal: 2, 'single-thread': 2, discovery: 1 },
  },
  { customer: 'Linden Vale School Meals', row: 'A5', verdict: 'KEEP', shown: {} },
  {
    customer: 'Castellan Grill Houses',
    row: 'P1',
    verdict: 'DROP',
    shown: { 'provider-bashing': 4 },
  },
  { customer: 'Pike Street Diner', row: 'A5', verdict: 'KEEP', shown: {} },
] as const;

describe('on the day of the demo', () => {
  test.each(BOOK)('$customer is a $verdict by $row', ({ customer, ...expected }) => {
    const judgement = judged(customer, demoDay);
    expect({
      verdict: judgement.verdict,
      row: judgement.row.row,
      shown: findings(judgement),
      tooEarly: judgement.tooEarly,
    }).toEqual({ ...expected, tooEarly: false });
  });

  test('the table above is the whole book, with all four words, on a Friday', () => {
    const { accounts } = bookFrom(DEMO_JOURNAL);
    expect(accounts.map(({ customer }) => customer.name)).toEqual(
      BOOK.map(({ customer }) => customer),
    );
    expect(new Set(BOOK.map(({ verdict }) => verdict)).size).toBe(4);
    expect(weekday(demoDay)).toBe(5);
  });
});

describe('on the way there', () => {
  test('the best customer slides from word to word and never back', () => {
    const fridays = Array.from({ length: 26 }, (_, week) => addDays(demoDay, -7 * (25 - week)));
    const words = fridays.map((friday) => judged('Tamarind Street Bakery', friday).verdict);
    const turns = words.filter((word, index) => word !== words[index - 1]);
    expect(turns).toEqual(['KEEP', 'FIX', 'REBUILD', 'DROP']);
  });

  test.each([
    // A week before the text, the table itself asks for a final notice.
    ['Tamarind Street Bakery', '2025-06-13', 'A2', 'REBUILD'],
    ['Tamarind Street Bakery', '2025-06-20', 'N2', 'REBUILD'],
    // No price customer is dropped without a notice, nor before its deadline has passed.
    ['Northgate Canteens', '2025-05-16', 'A4', 'FIX'],
    ['Northgate Canteens', '2025-06-13', 'N2', 'REBUILD'],
    // Lost, and waiting for an opening.
    ['Kettleby Smokehouse', '2025-03-07', 'L4', 'REBUILD'],
    // Our check was overdue for a month before we noticed; what we owned and mended is forgiven.
    ['Linden Vale School Meals', '2025-04-04', 'A4', 'FIX'],
    ['Linden Vale School Meals', '2025-05-09', 'A4', 'FIX'],
    ['Linden Vale School Meals', '2025-05-23', 'A5', 'KEEP'],
    // The third provider warns; that nothing is theirs, even when asked, ends it.
    ['Castellan Grill Houses', '2025-06-06', 'P3', 'FIX'],
  ] as const)('%s on %s: %s %s', (customer, date, row, verdict) => {
    const judgement = judged(customer, day(date));
    expect([judgement.row.row, judgement.verdict]).toEqual([row, verdict]);
  });
});

describe('the journal', () => {
  const lines: readonly JournalLine[] = DEMO_JOURNAL.trimEnd()
    .split('\n')
    .map((line) => {
      const read = readLine(JSON.parse(line));
      if (read.problem !== undefined) throw new Error(`${read.problem}: ${line}`);
      return read.value;
    });
  const entries = lines.flatMap((line) => (line.is === 'entry' ? [line.entry] : []));

  test('has its settings first and each card before whatever belongs to it', () => {
    expect(lines.map((line) => line.is).indexOf('settings')).toBe(0);
    const known = new Set<string>();
    const orphans: JournalLine[] = [];
    for (const line of lines) {
      if (line.is === 'customer') known.add(line.customer.name);
      if (line.is === 'person' && !known.has(line.person.customer)) orphans.push(line);
      if (line.is === 'entry' && !known.has(line.entry.customer)) orphans.push(line);
    }
    expect(orphans).toEqual([]);
  });

  test('has ids of its own, refers only to them, and knows no day after the demo', () => {
    const ids = new Set(entries.map(({ id }) => id));
    expect(ids.size).toBe(entries.length);
    expect(entries.filter((entry) => 'ref' in entry && !ids.has(entry.ref ?? ''))).toEqual([]);
    expect(entries.filter(({ on }) => on > demoDay)).toEqual([]);
  });

  test('names only people who are in it', () => {
    const people = new Set(
      lines.flatMap((line) =>
        line.is === 'person' ? [`${line.person.name}@${line.person.customer}`] : [],
      ),
    );
    const strangers = entries.filter(
      (entry) => 'person' in entry && !people.has(`${entry.person}@${entry.customer}`),
    );
    expect(strangers).toEqual([]);
  });
});

const essays = new URL('../../../shared/essays/', import.meta.url);

describe('the words', () => {
  const RUN = 8;

  const runs = (text: string): readonly string[] => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
  };

  const strings = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null
      ? Object.values(value).flatMap((each) => strings(each))
      : [];
  };

  const ours = [
    ...STORIES.map(({ title }) => title),
    ...DEMO_JOURNAL.trimEnd()
      .split('\n')
      .flatMap((line) => strings(JSON.parse(line))),
  ];

  const whereEssaysAre = existsSync(essays) ? test : test.skip;

  whereEssaysAre(
    'are our own: no eight in a row come from an essay (needs ../shared/essays)',
    () => {
      const files = readdirSync(essays);
      const theirs = new Set(
        files.flatMap((file) => runs(readFileSync(new URL(file, essays), 'utf8'))),
      );
      expect(theirs.size).toBeGreaterThan(1000);
      expect(ours.flatMap(runs).filter((run) => theirs.has(run))).toEqual([]);
    },
  );

  whereEssaysAre('retell every essay there is (needs ../shared/essays)', () => {
    const told = STORIES.flatMap(({ essay }) => (essay === undefined ? [] : [`${essay}.txt`]));
    expect(told.sort()).toEqual(readdirSync(essays).sort());
  });
});

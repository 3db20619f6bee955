import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../src/journal/days.ts';
import { isTwoWay, type Recorded } from '../../src/journal/entry.ts';
import { historyOf } from '../../src/journal/history.ts';
import { byOrder } from '../../src/journal/order.ts';
import { talliesOf } from '../../src/practice/tally.ts';
import { looksOf } from '../../src/practice/tally-looks.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

const folder = new URL('../fixtures/random/', import.meta.url);
const ACCOUNTS = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => bookFrom(readFileSync(new URL(name, folder), 'utf8')).accounts)
  .filter(({ entries }) => entries.length > 0);

/** Prospects who blame one provider after the other; the second has owned a part, long ago. */
const BLAMING = bookFrom(`
  {"type":"spoke","id":"b1","customer":"Blaming","on":"2024-01-08","blames":"other:Brill"}
  {"type":"heard","id":"b2","customer":"Blaming","on":"2025-03-03","blames":"other:Dune"}
  {"type":"spoke","id":"o1","customer":"Owning","on":"2021-01-11","blames":"both"}
  {"type":"spoke","id":"o2","customer":"Owning","on":"2024-01-08","blames":"other:Brill"}
  {"type":"heard","id":"o3","customer":"Owning","on":"2025-03-03","blames":"other:Dune"}
`).accounts;

const FIRST = 0 as Day;

const SAID = {
  rude: fc.constant(true),
  fault: fc.constantFrom('us', 'them', 'both'),
  gave: fc.constant(['s']),
  got: fc.constant(['l']),
  conceded: fc.constant(true),
  blames: fc.constantFrom('other:Brill', 'other:Cobalt', 'them'),
  signals: fc.constant(['flattery']),
};

const given = fc.record({
  account: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ACCOUNTS) },
    { weight: 1, arbitrary: fc.constantFrom(...BLAMING) },
  ),
  type: fc.constantFrom('spoke', 'heard', 'tried', 'sent', 'work'),
  said: fc.record(SAID, { requiredKeys: [] }),
  /** From the last entry on. */
  todayAfter: fc.integer({ min: -200, max: 900 }),
  daysAgo: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
  promises: fc.subarray(['us', 'them'] as const),
});

test('the tally and the stage come out of what is looked at as out of ten years', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(given, ({ account, type, said, todayAfter, daysAgo, promises }) => {
      const last = account.entries.reduce<Day>((day, { on }) => (on > day ? on : day), FIRST);
      const today = addDays(last, todayAfter);
      const on = addDays(today, -daysAgo);
      const shared = { customer: account.customer.name, on, seq: Number.MAX_SAFE_INTEGER };
      const entry = { ...shared, ...said, type, id: 'new' } as Recorded;
      const made = promises.map((by): Recorded => ({
        ...shared,
        type: 'promise',
        id: by,
        by,
        due: addDays(on, 3),
      }));
      const history = (entries: readonly Recorded[]) => {
        const all = [...entries, entry, ...made].sort(byOrder);
        const settings = {};
        return historyOf(
          { customer: account.customer, entries: all, settings, medianReturn: undefined },
          today,
        );
      };
      const talks = account.entries.filter((each) => isTwoWay(each) && each.on <= today);
      const lastTalks = {
        ever: talks.at(-1)?.on,
        before: talks.findLast((talk) => talk.on <= on)?.on,
      };
      const looks = looksOf(entry, promises.length > 0, today, lastTalks);
      const some = account.entries.filter((each) =>
        looks.some(
          ({ types, since }) =>
            types.includes(each.type) && (since === undefined || each.on >= since),
        ),
      );
      const whole = history(account.entries);
      const bounded = history(some);
      const count = talks.length + (isTwoWay(entry) ? 1 : 0);
      const tallies = talliesOf(entry, made, bounded, count);
      seen.add((tallies[0] ?? 'nothing').replace(/[^a-z ]/g, '').slice(0, 8));
      expect(tallies).toEqual(talliesOf(entry, made, whole));
      expect(bounded.standing).toEqual(whole.standing);
    }),
    { numRuns: 3000, seed: 1 },
  );
  // Every kind of tally was among them.
  expect(seen.size).toBeGreaterThan(8);
  expect(seen).toContain(' provide');
});

test('a discount of long ago is looked at together with what was said of the price before it', () => {
  const today = dayOf('2026-06-30');
  const on = addDays(today, -400);
  const [, occasions] = looksOf({ type: 'work', conceded: true, on }, false, today, {
    ever: undefined,
    before: undefined,
  });
  expect(occasions?.since).toBe(addDays(on, -90));
});

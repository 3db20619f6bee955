import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { addDays } from '../../src/journal/days.ts';
import type { Settings } from '../../src/journal/settings.ts';
import { whatIf } from '../../src/practice/what-if.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { bookFrom } from '../support/journal.ts';

const folder = new URL('../fixtures/random/', import.meta.url);
const journals = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));

/** Limits that nearly nobody meets. */
const STRICT: Settings = {
  floor: 500,
  cadence: { A: 3, B: 5, C: 9 },
  rules: { payment: { warnOpenDays: 1 }, discovery: { talks: 1 }, respect: { warn: 1 } },
};

test('whose verdict changes is what two reviews of each week say', () => {
  let spells = 0;
  for (const file of journals.filter((_, index) => index % 3 === 0)) {
    const { accounts, settings } = bookFrom(readFileSync(new URL(file, folder), 'utf8'));
    const today = accounts
      .flatMap(({ entries }) => entries.map(({ on }) => on))
      .reduce((a, b) => (a > b ? a : b));
    const found = whatIf(accounts, { before: settings, after: STRICT }, today);
    const told = [...found.today, ...found.earlier];
    spells += told.length;
    for (let week = 0; week < 26; week += 1) {
      const day = addDays(today, -7 * week);
      const verdicts = [settings, STRICT].map(
        (each) =>
          new Map(
            reviewOf(accounts, each, day, day)
              // The review also judges those of whom nothing was known yet.
              .customers.filter(({ relationship }) =>
                relationship.entries.some(({ on }) => on <= day),
              )
              .map(({ relationship, judgement }) => [
                relationship.customer.name,
                judgement.verdict,
              ]),
          ),
      );
      const [before, after] = verdicts;
      const differ = [...(before ?? [])]
        .filter(([name, verdict]) => after?.get(name) !== verdict)
        .map(([name, verdict]) => [name, verdict, after?.get(name)]);
      const covering = told
        .filter(({ from, to }) => from <= day && day <= to)
        .map((spell) => [spell.customer, spell.before, spell.after]);
      expect([file, week, covering.sort()]).toEqual([file, week, differ.sort()]);
    }
  }
  expect(spells).toBeGreaterThan(5);
});

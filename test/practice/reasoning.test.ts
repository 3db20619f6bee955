import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { addDays, type Day, formatDay } from '../../src/journal/days.ts';
import { isOccasion } from '../../src/journal/entry.ts';
import { writeCustomer, writeEntry } from '../../src/journal/line.ts';
import type { Settings } from '../../src/journal/settings.ts';
import { type Reasoning, reasoningOf } from '../../src/practice/reasoning.ts';
import { whyText } from '../../src/render/why-text.ts';
import { type Account, bookOf, unread } from '../../src/verdict/book.ts';
import { judgementsOn, mediansOf } from '../../src/verdict/track.ts';
import { reviewedAlone, reviewOf } from '../../src/verdict/review.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

const folder = new URL('../fixtures/random/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

interface Case {
  readonly name: string;
  readonly asOf: Day;
  readonly accounts: readonly Account[];
  readonly settings: Settings;
  readonly reasoning: Reasoning;
}

function explained(
  accounts: readonly Account[],
  settings: Settings,
  customer: string,
  asOf: Day,
): Reasoning {
  return reasoningOf(reviewedAlone(accounts.map(unread), settings, customer, asOf));
}

/** The first customer of a random journal on the last day that was worked out for it. */
const cases: readonly Case[] = names.map((name) => {
  const { accounts, settings } = bookFrom(readFileSync(new URL(name, folder), 'utf8'));
  const expected = JSON.parse(
    readFileSync(new URL(name.replace('.jsonl', '.expected.json'), folder), 'utf8'),
  ) as readonly { readonly asOf: string; readonly customer: string }[];
  const last = expected.at(-1);
  const asOf = dayOf(last?.asOf ?? '2020-01-01');
  const reasoning = explained(accounts, settings, last?.customer ?? '', asOf);
  return { name, asOf, accounts, settings, reasoning };
});

const customerOf = ({ reasoning }: Case) => reasoning.review.relationship.customer;

/** The journal up to the review date, as text, and these entries behind it. */
function journalWith({ accounts, asOf, settings }: Case, more: readonly object[]): string {
  const before = accounts.flatMap(({ customer, entries }) => [
    writeCustomer(customer),
    ...entries.filter(({ on }) => on <= asOf).map(writeEntry),
  ]);
  return [{ type: 'settings', ...settings }, ...before, ...more]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

describe('what would change the verdict', () => {
  test('is found in many of the random journals, better and worse', () => {
    const becomes = cases.flatMap(({ reasoning }) =>
      reasoning.changes.map(({ verdict }) => verdict),
    );
    expect(new Set(becomes)).toEqual(new Set(['KEEP', 'FIX', 'REBUILD', 'DROP']));
    expect(cases.filter(({ reasoning }) => reasoning.changes.length === 0).length).toBeLessThan(
      cases.length / 2,
    );
  });

  test.each(cases.map((each) => [each.name, each] as const))(
    '%s: each change, entered, changes it',
    (_name, each) => {
      const { changes, review } = each.reasoning;
      expect(changes.length).toBeLessThanOrEqual(3);
      for (const { entries, on, verdict } of changes) {
        const { accounts, settings } = bookFrom(journalWith(each, entries.map(writeEntry)));
        const after = reviewOf(accounts, settings, on).customers.find(
          ({ relationship }) => relationship.customer.name === customerOf(each).name,
        );
        expect(after?.judgement.verdict).toBe(verdict);
        expect(verdict).not.toBe(review.judgement.verdict);
        expect(entries.every((entry) => entry.on >= each.asOf && entry.on <= on)).toBe(true);
      }
      expect([...changes].sort((a, b) => a.on - b.on)).toEqual(changes);
    },
  );
});

describe('since when', () => {
  test.each(cases.map((each) => [each.name, each] as const))(
    '%s: as a review of each day says',
    (_name, each) => {
      const { asOf, accounts, reasoning, settings } = each;
      const { relationship, judgement } = reasoning.review;
      const first = relationship.entries[0]?.on ?? asOf;
      const days = Array.from({ length: asOf - first + 1 }, (_, index) => addDays(asOf, -index));
      const book = bookOf(accounts, settings, asOf);
      const reviews = judgementsOn(relationship, days, mediansOf(book));
      const run = judgement.rules.map(({ rule }) => {
        const stands = reviews.map(
          (review) => (review?.rules.find((other) => other.rule === rule)?.level ?? 0) > 0,
        );
        const end = stands.indexOf(false);
        const length = end < 0 ? stands.length : end;
        return length === 0 ? undefined : days[length - 1];
      });
      expect(reasoning.rules.map(({ since }) => since)).toEqual(run);
      const warned = run.filter(
        (since, index) => since !== undefined && (judgement.rules[index]?.level ?? 0) >= 2,
      );
      const earliest = warned.length === 0 ? undefined : Math.min(...warned.map(Number));
      expect(reasoning.knowable?.on).toBe(earliest);
    },
  );
});

describe('what is shown', () => {
  const page = { width: 80, unicode: true, paint: (_role: unknown, text: string) => text };

  test('fits 80 columns', () => {
    const long = cases.flatMap(({ reasoning }) =>
      whyText(reasoning, page)
        .split('\n')
        .filter((line) => line.length > 80),
    );
    expect(long).toEqual([]);
  });

  test('no words of a private entry', () => {
    for (const { accounts, asOf, settings, reasoning } of cases) {
      const secret = accounts.map((account) => ({
        ...account,
        entries: account.entries.map((entry) =>
          isOccasion(entry) ? { ...entry, private: true, note: 'SECRET WORDS' } : entry,
        ),
      }));
      const { name } = reasoning.review.relationship.customer;
      const told = explained(secret, settings, name, asOf);
      expect(whyText(told, page)).not.toContain('SECRET');
      expect(JSON.stringify(told.strengths.map(({ says }) => says))).not.toContain('SECRET');
    }
  });

  test('what is later than the review date changes nothing of it', () => {
    for (const each of cases) {
      const { accounts, settings } = bookFrom(journalWith(each, []));
      const told = explained(accounts, settings, customerOf(each).name, each.asOf);
      const shape = ({ changes, feeling, knowable, rules, stake, strengths }: Reasoning) => ({
        changes: changes.map(({ says, on, verdict }) => [
          says.replace(/#\d+/g, '#'),
          formatDay(on),
          verdict,
        ]),
        feeling,
        knowable: knowable?.on,
        since: rules.map(({ since }) => since),
        before: rules.map(({ before }) => before?.level),
        stake,
        strengths: strengths.map(({ says }) => says),
      });
      expect(shape(told)).toEqual(shape(each.reasoning));
    }
  });
});

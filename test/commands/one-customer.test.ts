import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Book, type OpenBook, openBook, opened, readBook } from '../../src/commands/book.ts';
import {
  cardOf,
  customerJson,
  customerShown,
  customerText,
} from '../../src/commands/show-customer.ts';
import { showHtml } from '../../src/commands/show-html.ts';
import { chronicleOf } from '../../src/journal/chronicle.ts';
import { addDays, type Day } from '../../src/journal/days.ts';
import { effortOf } from '../../src/journal/effort.ts';
import { until } from '../../src/journal/order.ts';
import { systemWorld } from '../../src/platform/world.ts';
import { briefOf } from '../../src/practice/brief.ts';
import { lastEnd } from '../../src/practice/end-of-business.ts';
import { lessonsFor } from '../../src/practice/lessons.ts';
import { regarding } from '../../src/practice/rebuild/broken.ts';
import { rebuildPage } from '../../src/practice/rebuild/page.ts';
import { reasoningOf } from '../../src/practice/reasoning.ts';
import { briefText } from '../../src/render/brief-text.ts';
import { lessonJson, lessonsText } from '../../src/render/lessons-text.ts';
import type { Page } from '../../src/render/page.ts';
import { rebuildJson } from '../../src/render/rebuild-json.ts';
import { ruleWhyText } from '../../src/render/rule-why.ts';
import { whyJson } from '../../src/render/why-json.ts';
import { whyText } from '../../src/render/why-text.ts';
import { connect } from '../../src/store/driver.ts';
import type { Store } from '../../src/store/store.ts';
import { bookOf, returnOn } from '../../src/verdict/book.ts';
import type { Others } from '../../src/verdict/others.ts';
import { byWorth, type ReviewedAlone, reviewedAlone, reviewOf } from '../../src/verdict/review.ts';
import { judgementsOn, mediansOf } from '../../src/verdict/track.ts';
import { weeklyDays } from '../../src/verdict/weeks.ts';
import { stored } from '../store/stored.ts';
import { anyJournal } from '../support/any-journal.ts';
import { dayOf } from '../support/days.ts';
import { ago, AS_OF, type Line } from '../support/lines.ts';

/*
 * Whatever is about one customer reads of the others what they are measured by. What it says must be, in every byte, what
 * it says with all of them read.
 */
const RUNS = Number(process.env['REL_RUNS'] ?? 15);
const SEED = Number(process.env['REL_SEED'] ?? 20_260_630);

/** Some of it is dated ahead. */
const years = fc.oneof(fc.integer({ min: 0, max: 1600 }), fc.integer({ min: -20, max: 40 }));

/** Hours and money of years, so that customers can be compared on most days. */
const business = fc.record({
  isProspect: fc.boolean(),
  hours: fc.array(
    fc.record({
      daysAgo: years,
      minutes: fc.integer({ min: 60, max: 900 }),
    }),
    { minLength: 15, maxLength: 25 },
  ),
  income: fc.array(
    fc.record({
      daysAgo: years,
      amount: fc.constantFrom(0.1, 0.2, 99.95, 700, 4000),
    }),
    { maxLength: 12 },
  ),
});

const book = fc
  .tuple(anyJournal, fc.array(business, { minLength: 7, maxLength: 9 }))
  .map(([lines, all]) => {
    const named = new Set(lines.map(({ name }) => name));
    const more = all.flatMap(({ hours, income, isProspect }, number): Line[] => {
      const customer = `Customer ${number + 1}`;
      const made = [
        ...hours.map(({ daysAgo, minutes }) => ({ type: 'work', on: ago(daysAgo), minutes })),
        ...income.map(({ amount, daysAgo }) => ({ type: 'income', on: ago(daysAgo), amount })),
        ...(isProspect ? [] : [{ type: 'won', on: ago(1700) }]),
        { type: 'lesson', on: ago(40 * number), rule: 'cadence', text: `lesson ${number}` },
      ];
      return [
        ...(named.has(customer) ? [] : [{ type: 'customer', name: customer }]),
        ...made.map((line, index) => ({ ...line, id: `${customer}-more-${index}`, customer })),
      ];
    });
    const known = [...lines, ...more];
    const ids = new Set(known.map(({ id }) => id));
    return known.filter(({ ref, type }) => type !== 'paid' && (ref === undefined || ids.has(ref)));
  });

const page: Page = { width: 80, unicode: true, paint: (_role, text) => text };

/** What is said of one customer, from what was worked out in either way. */
async function printed(from: OpenBook, alone: ReviewedAlone): Promise<readonly string[]> {
  const { others, review } = alone;
  const { judgement, relationship } = review;
  const { asOf } = judgement;
  const reasoning = reasoningOf(alone);
  const lessons = lessonsFor(judgement, from.accounts);
  const asked = { draws: true, explains: true, last: 10, privately: true };
  const shown = customerShown(from, alone, asked);
  const pages: string[] = [];
  const world = { ...systemWorld(), print: (text: string) => void pages.push(text) };
  const html = { ...shown, lessons, privately: true, reasoning, picture: shown.drawn?.picture };
  await showHtml(world, { ...html, card: cardOf(shown) }, {});
  const medianOn = others.medianBeside(relationship.entries);
  const weeks = judgementsOn(relationship, weeklyDays(addDays(asOf, -600), asOf), medianOn);
  return [
    ...pages,
    whyText(reasoning, page) + lessonsText(lessons, page),
    JSON.stringify([whyJson(reasoning), lessons.map(lessonJson), customerJson(shown)]),
    ...reasoning.rules.map((rule) => ruleWhyText(rule, reasoning, page)),
    customerText(shown, page),
    briefText(briefOf(review, []), undefined, page),
    JSON.stringify(rebuildJson(rebuildPage(regarding(review), []))),
    JSON.stringify(
      weeks.map((week) => week && [week.verdict, week.rules.map(({ level }) => level)]),
    ),
    JSON.stringify([relationship.medianReturn, lastEnd(relationship, asOf, medianOn)]),
  ];
}

/** By all entries of all customers. */
function whole(all: Book, name: string, asOf: Day): ReviewedAlone {
  const { customers } = reviewOf(all.accounts, all.settings, asOf);
  const review = customers.find(({ relationship }) => relationship.customer.name === name);
  if (review === undefined) throw new Error(name);
  const relationships = bookOf(all.accounts, all.settings, asOf);
  const sum = (what: 'income' | 'minutes'): number =>
    relationships.reduce((before, { entries }) => before + effortOf(entries, asOf)[what], 0);
  const medianOn = mediansOf(relationships);
  const others: Others = {
    returnsOn: (day) =>
      relationships
        .filter(({ customer }) => customer.name !== name)
        .flatMap(({ entries }) => returnOn(chronicleOf(until(entries, asOf)), day)),
    medianBeside: () => medianOn,
    income: sum('income'),
    minutes: sum('minutes'),
    count: relationships.length,
    incomes: new Map(),
  };
  return { others, review, medianOn, mostValuable: () => byWorth(customers) };
}

/** Changes how long somebody's work took, behind the back of its checksum. */
function spoilWork(store: Store, on: string): OpenBook {
  const database = connect(store.file, 0);
  const changed = database
    .prepare(`UPDATE entry SET body = replace(body, '"minutes":60', '"minutes":61') WHERE day = ?`)
    .run(dayOf(on));
  expect(changed.changes).toBe(1);
  database.close();
  return openBook(store);
}

test('the others are not measured by a row that is not what was written', () => {
  const store = stored([
    { type: 'customer', name: 'Acme' },
    { type: 'customer', name: 'Birch' },
    { type: 'work', id: 'recent', customer: 'Birch', on: ago(300), minutes: 60 },
    { type: 'work', id: 'old', customer: 'Birch', on: ago(1000), minutes: 60 },
  ]);
  const review = ({ accounts, settings }: OpenBook) =>
    reviewedAlone(accounts, settings, 'Acme', dayOf(AS_OF));
  // By what was so long ago nobody is measured.
  expect(review(spoilWork(store, ago(1000))).others.minutes).toBe(60);
  const spoilt = spoilWork(store, ago(300));
  expect(() => review(spoilt)).toThrow('damaged');
});

test('what is said of one customer is the same whether or not the others are read', async () => {
  let measured = 0;
  const verdicts = new Set<string>();
  const property = fc.asyncProperty(
    book,
    fc.constantFrom(0, 3, 120, 500),
    fc.nat(),
    async (lines, back, which) => {
      const store = stored(lines);
      const asOf = addDays(dayOf(AS_OF), -back);
      const all = readBook(store);
      const name = all.accounts[which % all.accounts.length]?.customer.name ?? '';
      const expected = whole(all, name, asOf);
      const { review } = expected;
      measured += Number(review.relationship.medianReturn !== undefined);
      verdicts.add(review.judgement.verdict);
      const open = openBook(store);
      const alone = reviewedAlone(open.accounts, open.settings, name, asOf);
      expect(await printed(open, alone)).toEqual(await printed(opened(all), expected));
      expect(alone.review.share).toBe(review.share);
      for (const day of [addDays(asOf, 91), addDays(asOf, -900)])
        expect(alone.others.returnsOn(day)).toEqual(expected.others.returnsOn(day));
      store.close();
    },
  );
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
  // Else nothing was compared.
  expect(measured).toBeGreaterThan(RUNS / 3);
  expect(verdicts.size).toBeGreaterThan(2);
});

import { expect, test } from '@jest/globals';
import { formatDay } from '../../src/journal/days.ts';
import { beginningOf, gapsTold } from '../../src/practice/beginning.ts';
import { dayOf } from '../support/days.ts';
import {
  AS_OF,
  card,
  heard,
  type Line,
  on,
  relationshipFrom,
  sent,
  spoke,
  won,
} from '../support/lines.ts';

const asOf = dayOf(AS_OF);
const begun = (...lines: readonly Line[]) => beginningOf(relationshipFrom(lines).entries, asOf);
const slipsOf = (...lines: readonly Line[]) => begun(...lines)?.slips.map(({ kind }) => kind);

const troubled = { about: ['problem'] };
const need = { about: ['need'], learned: ['need', 'win'] };
const quote = { signals: ['quote'] };
const together = { signals: ['co-created'] };

test('a beginning in the right order has nothing to mind', () => {
  const lines = [spoke(40, need), spoke(30, together), sent(20, quote), won(10)];
  const beginning = begun(...lines);
  expect(beginning?.slips).toEqual([]);
  expect(beginning && formatDay(beginning.since)).toBe('2026-05-21');
  expect(beginning && beginning.until - beginning.since).toBe(89);
  expect(beginning?.reached).toMatchObject({
    need: { id: 'e1' },
    win: { id: 'e1' },
    solution: { id: 'e2' },
    offer: { id: 'e3' },
    business: { id: 'e4' },
  });
});

test('nothing begins with a card, a plan or a wish', () => {
  expect(begun()).toBeUndefined();
  expect(begun(on('learned', 5, { learned: ['need'] }))).toBeUndefined();
});

test('an offer within a week is hasty, whether or not the need was asked', () => {
  expect(slipsOf(spoke(20, need), sent(13, quote))).toEqual([]);
  expect(slipsOf(spoke(20, need), sent(14, quote))).toEqual(['hasty offer']);
  expect(slipsOf(spoke(200, need), sent(199, quote))).toEqual([]);
});

test('each step that was skipped is named, long after too', () => {
  expect(slipsOf(spoke(500), won(480, { onPriceAlone: true }))).toEqual([
    'price alone',
    'business before need',
  ]);
  expect(slipsOf(spoke(500, { ...need, ...together }), won(480))).toEqual([]);
  expect(slipsOf(spoke(500, together), spoke(490, need), won(480))).toEqual([
    'solution before need',
  ]);
});

test('what was merely left out is named while they are new', () => {
  const says = (...lines: readonly Line[]) => begun(...lines)?.slips.map((slip) => slip.says);
  const asked = { about: ['need'] };
  expect(says(spoke(50, asked), won(20))).toEqual([
    'they bought on 10 Jun 2026, before you had learned what the person wants to win or worked out a solution with them',
    'what the person wants to win is unknown after 50 days',
  ]);
  expect(says(spoke(50, need), won(20), spoke(10, together))).toEqual([
    'they bought on 10 Jun 2026, before you had worked out a solution with them',
  ]);
  expect(says(spoke(50, { learned: ['win'] }), won(20))).toEqual([
    'they bought on 10 Jun 2026, before you had asked what they need or worked out a solution with them',
  ]);
  expect(says(spoke(120, asked), won(100))).toEqual([]);
});

test('a later discount is no part of the beginning', () => {
  const begin = [spoke(500, { ...need, ...together }), won(480)];
  expect(slipsOf(...begin, spoke(300, { conceded: true }))).toEqual([]);
  expect(slipsOf(...begin, spoke(450, { conceded: true }))).toEqual(['unasked discount']);
});

test('of what was before the journal only the order itself is known', () => {
  expect(slipsOf(won(500), spoke(100))).toEqual([]);
  expect(slipsOf(won(500, { onPriceAlone: true }), spoke(100))).toEqual(['price alone']);
});

test('what troubles a prospect is no fault, and an incident is no gap', () => {
  const trouble = { about: ['problem'] };
  const troubles = (...lines: readonly Line[]) => begun(...lines)?.troubles.map(({ id }) => id);
  expect(troubles(heard(30, trouble))).toEqual(['e1']);
  expect(troubles(heard(30, { ...trouble, fault: 'them' }))).toEqual([]);
  expect(troubles(heard(30), won(20), heard(10, trouble))).toEqual([]);
});

test.each<readonly [title: string, lines: readonly Line[], gaps: readonly string[]]>([
  ['told by a prospect', [spoke(20, troubled), spoke(10, troubled)], ['e1', 'e2']],
  ['told before the first order', [spoke(20, troubled), won(15), spoke(10, troubled)], ['e1']],
  ['somebody’s fault', [spoke(20, { ...troubled, fault: 'them' })], []],
  ['it did harm', [spoke(20, { ...troubled, harm: 1 })], []],
  ['they unloaded on us', [spoke(20, { ...troubled, signals: ['vent'] })], []],
  ['from records', [spoke(20, { ...troubled, source: { importer: 'csv', key: 'k' } })], []],
  ['somebody had them before', [card({ inheritedFrom: 'Tom' }), spoke(20, troubled)], []],
])('what troubles them is no trouble between us: %s', (_title, lines, gaps) => {
  const { customer, entries } = relationshipFrom(lines);
  expect(gapsTold(customer, entries).map(({ id }) => id)).toEqual(gaps);
});

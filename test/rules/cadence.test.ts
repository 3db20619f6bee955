import { expect, test } from '@jest/globals';
import cadence from '../../src/rules/cadence.ts';
import {
  ago,
  card,
  heard,
  lost,
  on,
  sent,
  settings,
  spoke,
  tried,
  won,
  work,
} from '../support/lines.ts';
import { ruleCases, type RuleCase } from '../support/rule-cases.ts';

const ladder = (tier: string, target: number): readonly RuleCase[] => {
  const last = (daysAgo: number) => [card({ tier }), spoke(daysAgo)];
  return [
    {
      says: `tier ${tier}, ${target} days`,
      lines: last(target),
      level: 0,
      numbers: { days: target, target },
    },
    { says: `tier ${tier}, a day more`, lines: last(target + 1), level: 1, evidence: ['e2'] },
    { says: `tier ${tier}, twice`, lines: last(2 * target), level: 1 },
    { says: `tier ${tier}, more than twice`, lines: last(2 * target + 1), level: 2 },
    { says: `tier ${tier}, three times`, lines: last(3 * target), level: 2 },
    { says: `tier ${tier}, more than three times`, lines: last(3 * target + 1), level: 3 },
  ];
};
const own = settings({ cadence: { A: 10, B: 20, C: 40 } });
const routine = { about: ['order', 'price', 'admin'] };

ruleCases(cadence, [
  { says: 'no touch yet', lines: [work(10)], level: null },
  ...ladder('A', 30),
  ...ladder('B', 60),
  ...ladder('C', 120),
  { says: 'without a card it is tier B', lines: [spoke(61)], level: 1, numbers: { target: 60 } },
  {
    says: 'lost: three times as long',
    lines: [won(700), spoke(180), lost(170)],
    level: 0,
    numbers: { target: 180 },
  },
  { says: 'lost: a day more', lines: [won(700), spoke(181), lost(170)], level: 1 },
  {
    says: 'the seller’s own days',
    lines: [own, spoke(21)],
    level: 1,
    numbers: { target: 20, own: 1 },
  },
  {
    says: 'the seller’s own days when lost',
    lines: [own, won(700), spoke(60), lost(50)],
    level: 0,
    numbers: { target: 60 },
  },
  {
    says: 'the seller’s own days when lost, a day more',
    lines: [own, won(700), spoke(61), lost(50)],
    level: 1,
  },
  {
    says: 'the seller’s own days for another tier only',
    lines: [settings({ cadence: { A: 10 } }), spoke(60)],
    level: 0,
    numbers: { target: 60 },
  },
  {
    says: 'an away day is taken off',
    lines: [spoke(61), on('away', 30, { from: ago(20), to: ago(20) })],
    level: 0,
    numbers: { days: 60 },
  },
  { says: 'an attempt is attention', lines: [spoke(200), tried(10)], level: 0 },
  { says: 'so is a letter', lines: [spoke(200), sent(10)], level: 0 },
  { says: 'work is not', lines: [spoke(61), work(10)], level: 1 },
  {
    says: 'a call about orders, prices and papers is not',
    lines: [spoke(61), spoke(10, routine)],
    level: 1,
    evidence: ['e1'],
  },
  {
    says: 'one subject more and it is',
    lines: [spoke(61), spoke(10, { about: ['order', 'need'] })],
    level: 0,
    evidence: ['e2'],
  },
  { says: 'their call without a subject is not ours', lines: [spoke(61), heard(10)], level: 1 },
  {
    says: 'nor is their call about an order',
    lines: [spoke(61), heard(10, { about: ['order'] })],
    level: 1,
  },
  {
    says: 'a call of theirs about more is',
    lines: [spoke(61), heard(10, { about: ['order', 'problem'] })],
    level: 0,
    evidence: ['e2'],
  },
  {
    says: 'routine alone: since the first touch',
    lines: [spoke(61, routine), spoke(10, routine)],
    level: 1,
    evidence: ['e1'],
  },
  {
    says: 'on notice none is due',
    lines: [won(700), spoke(600), on('notice', 30, { deadline: ago(-30) })],
    level: 0,
  },
  { says: 'after a drop none is due', lines: [won(700), spoke(600), on('drop', 30)], level: 0 },
  {
    says: 'a new start wipes nothing out',
    lines: [won(700), spoke(181), lost(100), won(5)],
    level: 3,
  },
]);

test('what it takes is told with the days that the journal sets', () => {
  expect(cadence.limits({})[1]).toMatch(/^more than 30, 60 or 120 days/);
  expect(cadence.limits({ cadence: { A: 14 } })[1]).toMatch(/^more than 14, 60 or 120 days/);
});

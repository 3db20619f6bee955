import orderTaking from '../../src/rules/order-taking.ts';
import renewal from '../../src/rules/renewal.ts';
import {
  ago,
  card,
  each,
  heard,
  lost,
  on,
  run,
  sent,
  settings,
  spoke,
  won,
} from '../support/lines.ts';
import { ruleCases, type RuleCase } from '../support/rule-cases.ts';

const active = won(720);
const orders = (from: number, count: number) =>
  each(spoke, run(from, count), { about: ['order', 'admin'] });
const needs = (from: number, count: number) =>
  each(spoke, run(from, count), { about: ['need', 'order'] });

ruleCases(orderTaking, [
  { says: 'not asked of a prospect', lines: orders(100, 8), level: null },
  { says: 'not asked once lost', lines: [active, ...orders(100, 8), lost(10)], level: null },
  {
    says: 'four talks are too few',
    lines: [active, ...orders(100, 4)],
    level: null,
    numbers: { talks: 4 },
  },
  {
    says: 'letters and talks without a subject are not counted',
    lines: [active, ...orders(100, 4), sent(50, { about: ['order'] }), heard(40)],
    level: null,
    numbers: { talks: 4 },
  },
  { says: 'four of five: L .435', lines: [active, ...orders(100, 4), ...needs(50, 1)], level: 0 },
  { says: 'six of eight: L .460', lines: [active, ...orders(100, 6), ...needs(50, 2)], level: 0 },
  {
    says: 'seven of eight: L .589',
    lines: [active, ...needs(150, 1), ...orders(100, 7)],
    level: 2,
    evidence: ['e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'],
  },
  {
    says: 'all of five',
    lines: [active, ...orders(100, 5)],
    level: 3,
    numbers: { talks: 5, routine: 5 },
  },
  {
    says: 'all of them, tier A',
    lines: [card({ tier: 'A' }), active, ...orders(100, 5)],
    level: 3,
  },
  {
    says: 'all of them, tier C',
    lines: [card({ tier: 'C' }), active, ...orders(100, 5)],
    level: 2,
  },
  {
    says: 'price alone is routine, too',
    lines: [active, ...each(heard, run(100, 5), { about: ['price'] })],
    level: 3,
  },
  {
    says: 'something personal 180 days ago',
    lines: [active, heard(180, { about: ['personal'] }), ...orders(100, 8)],
    level: 2,
    numbers: { talks: 8, routine: 8 },
  },
  {
    says: 'something personal 181 days ago',
    lines: [active, heard(181, { about: ['personal'] }), ...orders(100, 8)],
    level: 3,
  },
  {
    says: 'something personal in a letter',
    lines: [active, sent(100, { about: ['personal'] }), ...orders(100, 8)],
    level: 3,
  },
  { says: '365 days ago', lines: [active, ...orders(365, 1), ...orders(100, 4)], level: 3 },
  { says: '366 days ago', lines: [active, ...orders(366, 1), ...orders(100, 4)], level: null },
  { says: 'before a new start', lines: [active, ...orders(100, 5), lost(60), won(50)], level: 3 },
]);

const renews = (ahead: number, daysAgo = 300) => on('renewal', daysAgo, { renewsOn: ago(-ahead) });
const horizon = (tier: string, days: number): readonly RuleCase[] => [
  {
    says: `tier ${tier}, ${days + 1} days ahead`,
    lines: [card({ tier }), active, renews(days + 1)],
    level: 0,
  },
  {
    says: `tier ${tier}, ${days} days ahead`,
    lines: [card({ tier }), active, renews(days)],
    level: 2,
    evidence: ['e3'],
    numbers: { ahead: days, horizon: days },
  },
  {
    says: `tier ${tier}, more than half of that`,
    lines: [card({ tier }), active, renews(days / 2 + 1)],
    level: 2,
  },
  {
    says: `tier ${tier}, half of that`,
    lines: [card({ tier }), active, renews(days / 2)],
    level: 3,
  },
];

ruleCases(renewal, [
  { says: 'not asked of a prospect', lines: [renews(10)], level: null },
  {
    says: 'not asked on notice',
    lines: [active, renews(10), on('notice', 9, { deadline: ago(-30) })],
    level: null,
  },
  { says: 'no date is known', lines: [active], level: null },
  ...horizon('A', 240),
  ...horizon('B', 150),
  ...horizon('C', 90),
  { says: 'today', lines: [active, renews(0)], level: 3 },
  { says: 'yesterday', lines: [active, renews(-1)], level: 0 },
  { says: 'the last entry counts', lines: [active, renews(10, 300), renews(400, 20)], level: 0 },
  {
    says: 'the last by date, whatever was recorded last',
    lines: [active, renews(400, 20), renews(10, 300)],
    level: 0,
  },
  {
    says: 'the seller’s own horizon',
    lines: [settings({ renewal: { A: 10, B: 20, C: 30 } }), active, renews(21)],
    level: 0,
  },
  {
    says: 'the seller’s own horizon, reached',
    lines: [settings({ renewal: { A: 10, B: 20, C: 30 } }), active, renews(20)],
    level: 2,
  },
  {
    says: 'talked about need 90 days ago',
    lines: [active, renews(10), spoke(90, { about: ['need'] })],
    level: 0,
    evidence: ['e2', 'e3'],
  },
  {
    says: 'talked about need 91 days ago',
    lines: [active, renews(10), spoke(91, { about: ['need'] })],
    level: 3,
  },
  {
    says: 'talked about the relationship',
    lines: [active, renews(10), heard(9, { about: ['review', 'order'] })],
    level: 0,
  },
  {
    says: 'talked about something personal',
    lines: [active, renews(10), heard(9, { about: ['personal'] })],
    level: 0,
  },
  {
    says: 'and about price',
    lines: [active, renews(10), heard(9, { about: ['personal', 'price'] })],
    level: 3,
  },
  {
    says: 'talked about a problem',
    lines: [active, renews(10), spoke(9, { about: ['problem'] })],
    level: 3,
  },
  {
    says: 'written about need',
    lines: [active, renews(10), sent(9, { about: ['need'] })],
    level: 3,
  },
]);

import toll from '../../src/rules/toll.ts';
import { each, lost, run, sent, spoke, tried, won, work } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const bad = (from: number, count: number, step = -1) =>
  each(tried, run(from, count, step), { feel: -1 });
const plain = (from: number, count: number) => each(spoke, run(from, count, -1));

ruleCases(toll, [
  { says: 'seven touches are too few', lines: bad(20, 7), level: null, numbers: { touches: 7 } },
  { says: 'work is no touch', lines: [...bad(20, 7), work(5, { feel: -2 })], level: null },
  { says: 'no feeling was ever logged', lines: plain(20, 8), level: null },
  {
    says: 'a feeling of nothing is one',
    lines: [...plain(20, 7), sent(5, { feel: 0 })],
    level: 0,
    numbers: { bad: 0 },
  },
  {
    says: 'a feeling before the recent ones is in view',
    lines: [spoke(200, { feel: 1 }), ...plain(20, 8)],
    level: 0,
  },
  { says: 'six of eight: L .460', lines: [...bad(20, 6), ...plain(10, 2)], level: 0 },
  {
    says: 'seven of eight: L .589',
    lines: [...bad(20, 7), ...plain(10, 1)],
    level: 2,
    evidence: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'],
  },
  { says: 'a good one against seven', lines: [...bad(20, 7), spoke(10, { feel: 2 })], level: 2 },
  {
    says: 'never more than a warning',
    lines: each(tried, run(20, 16, -1), { feel: -2 }),
    level: 2,
  },
  {
    says: 'seven of ten of four weeks: L .442',
    lines: [...plain(27, 3), ...bad(20, 7)],
    level: 0,
    numbers: { touches: 10 },
  },
  {
    says: 'eight of ten of four weeks: L .541',
    lines: [...plain(27, 2), ...bad(20, 8)],
    level: 2,
    numbers: { touches: 10 },
  },
  {
    says: 'of 28 days ago is not recent',
    lines: [...plain(28, 1), ...bad(20, 8)],
    level: 2,
    numbers: { touches: 8 },
  },
  {
    says: 'of 27 days ago is',
    lines: [...plain(27, 1), ...bad(20, 8)],
    level: 2,
    numbers: { touches: 9 },
  },
  {
    says: 'the last eight, however old',
    lines: [...plain(200, 2), ...bad(150, 8)],
    level: 2,
    numbers: { touches: 8 },
  },
  { says: 'before a new start', lines: [won(700), ...bad(100, 8), lost(80), won(70)], level: null },
]);

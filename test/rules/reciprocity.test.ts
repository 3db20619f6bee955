import reciprocity from '../../src/rules/reciprocity.ts';
import { heard, lost, spoke, won, work } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const gave = (daysAgo: number, ...sizes: string[]) => work(daysAgo, { gave: sizes });
const got = (daysAgo: number, ...sizes: string[]) => heard(daysAgo, { got: sizes });
const small = (count: number) => gave(60, ...Array.from({ length: count }, () => 's'));

ruleCases(reciprocity, [
  {
    says: 'four favours are too few',
    lines: [small(4)],
    level: null,
    numbers: { gave: 4, got: 0 },
  },
  {
    says: 'theirs count for the number',
    lines: [small(4), got(30, 's')],
    level: 0,
    numbers: { gave: 4, got: 1 },
  },
  { says: 'five of ours, none of theirs: U .351', lines: [small(5)], level: 2, evidence: ['e1'] },
  { says: 'eight of ours: U .253', lines: [small(8)], level: 2 },
  { says: 'nine of ours: U .231', lines: [small(9)], level: 3 },
  { says: 'one of six theirs: U .502', lines: [small(5), got(30, 's')], level: 0 },
  {
    says: 'one of seven theirs: U .452',
    lines: [small(6), got(30, 's')],
    level: 2,
    evidence: ['e1', 'e2'],
  },
  { says: 'one larger than any of ours', lines: [small(12), got(30, 'm')], level: 0 },
  { says: 'as large as our largest', lines: [small(11), gave(50, 'm'), got(30, 'm')], level: 2 },
  {
    says: 'a middle one against a large one of ours',
    lines: [small(11), gave(50, 'l'), got(30, 'm')],
    level: 2,
  },
  {
    says: 'a large one against a middle one of ours',
    lines: [small(11), gave(50, 'm'), got(30, 'l')],
    level: 0,
  },
  {
    says: 'both in one talk',
    lines: [spoke(20, { gave: ['s', 's', 's', 's', 's', 's'], got: ['s'] })],
    level: 2,
    evidence: ['e1'],
  },
  { says: '365 days ago', lines: [gave(365, 's'), small(4)], level: 2 },
  { says: '366 days ago', lines: [gave(366, 's'), small(4)], level: null },
  {
    says: 'before a new start',
    lines: [won(700), small(5), lost(59), won(58)],
    level: null,
    numbers: { gave: 0 },
  },
]);

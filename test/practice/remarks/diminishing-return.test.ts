import diminishingReturn from '../../../src/practice/remarks/diminishing-return.ts';
import { type Line, on, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

/** A customer of two years: what came in and the hours, the year before and this one. */
const years = (
  [income, hours]: readonly [number, number],
  [incomeNow, hoursNow]: readonly [number, number],
): Line[] => [
  won(800),
  on('income', 500, { amount: income }),
  work(450, { minutes: hours * 60 }),
  on('income', 100, { amount: incomeNow }),
  work(50, { minutes: hoursNow * 60 }),
];

remarkCases(diminishingReturn, [
  { title: 'more hours, more money', lines: years([600, 12], [700, 30]), says: undefined },
  { title: 'a little more time', lines: years([600, 12], [600, 23]), says: undefined },
  { title: 'no money at all this year', lines: years([600, 12], [0, 24]), says: undefined },
  { title: 'few hours a year ago', lines: years([600, 9], [600, 30]), says: undefined },
  {
    title: 'a prospect',
    lines: years([600, 12], [600, 30]).filter(({ type }) => type !== 'won'),
    says: undefined,
  },
  {
    title: 'twice the hours for the same',
    lines: years([600, 12], [600, 24]),
    says: 'an hour with them brought 25, the year before 50: 24 hours instead of 12, 600 instead of 600',
    evidence: ['e4', 'e5'],
  },
]);

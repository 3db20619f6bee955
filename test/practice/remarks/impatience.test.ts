import impatience from '../../../src/practice/remarks/impatience.ts';
import { ago, heard, on, settings, type Line, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const notice = on('notice', 40, { deadline: ago(10) });
/** Twelve hours for next to nothing. */
const costly = (since: number, ...more: readonly Line[]): readonly Line[] => [
  settings({ floor: 60 }),
  won(since, { amount: 100 }),
  work(60, { minutes: 720 }),
  ...more,
];
const says =
  'only the return on your time speaks against them, and their first order came 179 days ago: have patience';

remarkCases(impatience, [
  { title: 'nobody speaks of an end', lines: costly(179), says: undefined },
  { title: 'half a year', lines: costly(180, notice), says: undefined },
  {
    title: 'an income of years ago',
    lines: costly(179, on('income', 500, { amount: 10 }), notice),
    says: undefined,
  },
  {
    title: 'they earn what they take',
    lines: costly(179, on('income', 50, { amount: 5000 }), notice),
    says: undefined,
  },
  {
    title: 'they insult as well',
    lines: costly(179, heard(30, { rude: true }), heard(20, { rude: true }), notice),
    says: undefined,
  },
  { title: 'dropped already', lines: costly(179, on('drop', 5)), says: undefined },
  { title: 'on notice', lines: costly(179, notice), says, evidence: ['e2'] },
  { title: 'an end is meant', lines: costly(179, on('intent', 1, { what: 'drop' })), says },
]);

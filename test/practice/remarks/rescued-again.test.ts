import rescuedAgain from '../../../src/practice/remarks/rescued-again.ts';
import { ago, each, heard, on, run, spoke, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const signals = ['confronted'];
/** Long well answered, then not at all, and rude: theirs 3. */
const trouble = [
  won(400),
  ...each(spoke, run(300, 10)),
  ...each(tried, run(66, 9, -7)),
  ...each(heard, [62, 61], { rude: true }),
];
const raised = each(tried, [50, 36, 22], { signals });

remarkCases(rescuedAgain, [
  { title: 'twice', lines: [...trouble, ...raised.slice(1)], says: undefined },
  {
    title: 'twice on one day',
    lines: [...trouble, ...raised.slice(1), tried(22, { signals })],
    says: undefined,
  },
  {
    title: 'the third this week',
    lines: [...trouble, ...raised.slice(1), tried(6, { signals })],
    says: undefined,
  },
  {
    title: 'it is well again',
    lines: [won(400), ...raised, ...each(spoke, run(20, 3))],
    says: undefined,
  },
  {
    title: 'notice is given',
    lines: [...trouble, ...raised, on('notice', 3, { deadline: ago(-9) })],
    says: undefined,
  },
  {
    title: 'three times, once by asking for their part',
    lines: [...trouble, ...raised.slice(1), tried(50, { asked: true })],
    says: 'you tried to mend it on 3 days since 11 May 2026, and it stands as it was: set a date, or end it',
  },
]);

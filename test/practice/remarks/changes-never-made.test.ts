import changesNeverMade from '../../../src/practice/remarks/changes-never-made.ts';
import { ago, type Line, on, spoke } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const asked = (daysAgo: number): Line => spoke(daysAgo, { asked: true });
const taken = (id: string, fields: Line = {}): Line =>
  on('promise', 40, { id, by: 'them', due: ago(30), ...fields });

remarkCases(changesNeverMade, [
  { title: 'asked once, in vain', lines: [asked(40)], says: undefined },
  {
    title: 'made, though late',
    lines: [asked(40), taken('a'), on('done', 5, { ref: 'a' })],
    says: undefined,
  },
  {
    title: 'not yet broken',
    lines: [asked(40), taken('a', { due: ago(10) })],
    says: undefined,
  },
  { title: 'promised without being asked', lines: [spoke(40), taken('a')], says: undefined },
  {
    title: 'an invoice of the same day',
    lines: [asked(40), taken('a', { kind: 'payment', amount: 9 })],
    says: undefined,
  },
  {
    title: 'one of two',
    lines: [asked(40), taken('a'), taken('b'), on('done', 35, { ref: 'b' })],
    says: 'they never made 1 of 2 changes that they took on: the next provider will fail on the same',
    evidence: ['a'],
  },
  {
    title: 'asked twice, in vain',
    lines: [asked(40), asked(10)],
    says: 'asked 2 times what they would change, and they took on nothing',
    evidence: ['e1', 'e2'],
  },
]);

import ownEndFirst from '../../../src/practice/remarks/own-end-first.ts';
import { ago, type Line, on } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const promise = (by: string, daysAgo: number, fields: Line = {}): Line =>
  on('promise', daysAgo, { by, due: ago(daysAgo - 5), id: `${by}-${daysAgo}`, ...fields });

remarkCases(ownEndFirst, [
  { title: 'only theirs is late', lines: [promise('them', 20)], says: undefined },
  { title: 'only ours is late', lines: [promise('us', 20)], says: undefined },
  {
    title: 'ours is done',
    lines: [promise('us', 20), on('done', 1, { ref: 'us-20' }), promise('them', 20)],
    says: undefined,
  },
  { title: 'ours is not due', lines: [promise('us', 2), promise('them', 20)], says: undefined },
  {
    title: 'they owe money',
    lines: [promise('us', 20), promise('them', 20, { kind: 'payment', amount: 9 })],
    says: undefined,
  },
  {
    title: 'both are late',
    lines: [promise('them', 30), promise('us', 20), promise('them', 12)],
    says: 'you are late with 1 promise, they with 2: yours comes first',
    evidence: ['them-30', 'us-20', 'them-12'],
  },
]);

import coveredAgain from '../../../src/practice/remarks/covered-again.ts';
import { each, on, spoke, tried, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const covered = { signals: ['covered'] };
const confronted = { signals: ['confronted'] };
const three = each(work, [90, 60, 30], covered);

remarkCases(coveredAgain, [
  { title: 'twice', lines: [won(200), ...three.slice(1)], says: undefined },
  {
    title: 'the first too long ago',
    lines: [...each(work, [181, 60, 30], covered)],
    says: undefined,
  },
  { title: 'raised since', lines: [...three, tried(20, confronted)], says: undefined },
  {
    title: 'raised with the last',
    lines: [...three.slice(1), spoke(5, { signals: ['covered', 'confronted'] })],
    says: undefined,
  },
  { title: 'a notice since', lines: [won(200), ...three, on('notice', 5)], says: undefined },
  { title: 'dropped', lines: [...three, on('drop', 5)], says: undefined },
  {
    title: 'three times, raised before the last',
    lines: [...three, tried(40, confronted)],
    says: 'you covered for them 3 times since 1 Apr 2026, and they have not heard of it',
    evidence: ['e1', 'e2', 'e3'],
  },
]);

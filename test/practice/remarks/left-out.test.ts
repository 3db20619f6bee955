import leftOut from '../../../src/practice/remarks/left-out.ts';
import { heard, on, spoke } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const excluded = heard(60, { signals: ['excluded'] });
const blindsided = spoke(20, { signals: ['blindsided'] });

remarkCases(leftOut, [
  { title: 'they ask you', lines: [heard(60, { signals: ['included'] })], says: undefined },
  {
    title: 'they ask you again',
    lines: [excluded, spoke(20, { signals: ['included'] })],
    says: undefined,
  },
  {
    title: 'more than half a year ago',
    lines: [heard(181, { signals: ['excluded'] })],
    says: undefined,
  },
  {
    title: 'before a new start',
    lines: [excluded, on('lost', 50), on('return', 40)],
    says: undefined,
  },
  {
    title: 'they decided alone',
    lines: [excluded],
    says: 'they decided without you on 1 May 2026',
    evidence: ['e1'],
  },
  {
    title: 'and surprised you with it',
    lines: [excluded, blindsided],
    says: 'they surprised you with a decision on 10 Jun 2026, the last of 2 times',
    evidence: ['e1', 'e2'],
  },
]);

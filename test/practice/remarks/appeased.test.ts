import appeased from '../../../src/practice/remarks/appeased.ts';
import { heard, type Line, spoke } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const quote = (daysAgo: number): Line => heard(daysAgo, { about: ['price'], signals: ['quote'] });
const cut = (daysAgo: number): Line => spoke(daysAgo, { about: ['price'], conceded: true });

remarkCases(appeased, [
  { title: 'once', lines: [quote(60), cut(55)], says: undefined },
  { title: 'before the quote', lines: [cut(62), quote(60), cut(32), quote(30)], says: undefined },
  { title: 'long after', lines: [quote(60), cut(45), quote(30), cut(15)], says: undefined },
  {
    title: 'twice',
    lines: [quote(60), cut(46), quote(30), cut(30)],
    says: 'you cut the price 2 times within two weeks of a cheaper quote: it teaches them to bring the next',
    evidence: ['e2', 'e4'],
  },
]);

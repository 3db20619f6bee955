import oneLevel from '../../../src/practice/remarks/one-level.ts';
import { card, each, on, run, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const order = won(400);
const business = each(spoke, run(300, 8, -30), { about: ['need'] });
const personal = each(spoke, run(300, 8, -30), { about: ['personal'] });

remarkCases(oneLevel, [
  { title: 'seven talks', lines: [order, ...business.slice(1)], says: undefined },
  { title: 'tier C', lines: [card({ tier: 'C' }), order, ...business], says: undefined },
  { title: 'a prospect', lines: business, says: undefined },
  { title: 'on notice', lines: [order, ...business, on('notice', 5)], says: undefined },
  {
    title: 'once about the person',
    lines: [order, ...business, spoke(20, { about: ['order', 'personal'] })],
    says: undefined,
  },
  {
    title: 'orders alone are said by their rule',
    lines: [order, ...each(spoke, run(300, 8, -30), { about: ['order'] })],
    says: undefined,
  },
  {
    title: 'business alone',
    lines: [order, ...business],
    says: '8 talks in a year, none of them about the person',
    evidence: ['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'],
  },
  {
    title: 'everything but business',
    lines: [order, ...personal],
    says: '8 talks in a year, none of them about business',
  },
]);

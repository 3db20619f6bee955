import nothingComes from '../../../src/practice/remarks/nothing-comes.ts';
import { ago, each, on, run, spoke, work, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const order = won(120, { amount: 900 });
const effort = each(spoke, run(100, 8, -12), { minutes: 60 });

remarkCases(nothingComes, [
  { title: 'a prospect owes no order', lines: effort, says: undefined },
  {
    title: 'the last order is not long ago',
    lines: [won(89), ...each(spoke, run(85, 8), { minutes: 60 })],
    says: undefined,
  },
  {
    title: 'less than eight hours',
    lines: [order, ...each(spoke, run(100, 8), { minutes: 59 })],
    says: undefined,
  },
  {
    title: 'seven touches',
    lines: [order, ...effort.slice(1), work(50, { minutes: 200 })],
    says: undefined,
  },
  {
    title: 'a payment',
    lines: [order, ...effort, on('income', 10, { amount: 50 })],
    says: undefined,
  },
  {
    title: 'they signed for longer',
    lines: [
      order,
      on('renewal', 110, { renewsOn: ago(-60) }),
      ...effort,
      on('renewal', 10, { renewsOn: ago(-800) }),
    ],
    says: undefined,
  },
  {
    title: 'the end of their contract, written down',
    lines: [order, ...effort, on('renewal', 10, { renewsOn: ago(-60) })],
    says: '8 hours and 8 touches since 2 Mar 2026, and no order, no payment, no promise kept',
  },
  {
    title: 'they kept a promise',
    lines: [
      order,
      ...effort,
      on('promise', 30, { id: 'p', by: 'them', what: 'the plan', due: ago(10) }),
      on('done', 10, { ref: 'p' }),
    ],
    says: undefined,
  },
  {
    title: 'you kept one',
    lines: [
      order,
      ...effort,
      on('promise', 30, { id: 'p', by: 'us', what: 'the plan', due: ago(10) }),
      on('done', 10, { ref: 'p' }),
    ],
    says: '8 hours and 8 touches since 2 Mar 2026, and no order, no payment, no promise kept',
  },
  {
    title: 'since an order of long ago',
    lines: [won(500), ...effort],
    says: '8 hours and 8 touches in a year, and no order, no payment, no promise kept',
    evidence: ['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'],
  },
]);

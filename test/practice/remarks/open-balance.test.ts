import openBalance from '../../../src/practice/remarks/open-balance.ts';
import { ago, on, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const owes = (id: string, daysAgo: number, amount?: number) =>
  on('promise', daysAgo + 30, {
    id,
    by: 'them',
    kind: 'payment',
    due: ago(daysAgo),
    ...(amount === undefined ? {} : { amount }),
  });
const dropped = on('drop', 10);

remarkCases(openBalance, [
  { title: 'they owe, and stay', lines: [won(100), owes('p', -5, 900)], says: undefined },
  { title: 'dropped, and nothing is open', lines: [won(100), dropped], says: undefined },
  {
    title: 'dropped, and paid',
    lines: [won(100), owes('p', 5, 900), on('done', 4, { ref: 'p' }), dropped],
    says: undefined,
  },
  {
    title: 'a task is no money',
    lines: [on('promise', 50, { by: 'them', due: ago(20) }), dropped],
    says: undefined,
  },
  {
    title: 'dropped, one paid in part, one overdue',
    lines: [
      won(100),
      owes('p', 41, 900),
      owes('q', -5, 500),
      on('paid', 3, { ref: 'p', amount: 400 }),
      dropped,
    ],
    says: 'they owe 1,000 in 2 invoices, up to 41 days overdue: it may go bad',
    evidence: ['p', 'q'],
  },
  {
    title: 'of an unknown amount, and not due',
    lines: [spoke(50), owes('p', -5), dropped],
    says: 'they owe 1 invoice, not overdue yet: it may go bad',
  },
]);

import dealStalled from '../../../src/practice/remarks/deal-stalled.ts';
import { ago, type Line, on } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const order = on('promise', 60, { by: 'them', what: 'the fit-out', due: ago(-30), amount: 38_000 });
const overdue = on('promise', 60, { by: 'them', what: 'sign the drawings', due: ago(20) });
const invoice = on('promise', 60, { by: 'them', kind: 'payment', due: ago(20), amount: 900 });
const settled = (...lines: readonly Line[]): readonly Line[] => [
  ...lines,
  on('done', 5, { ref: 'e1' }),
];

remarkCases(dealStalled, [
  { title: 'no order in sight', lines: [overdue], says: undefined },
  { title: 'it waits for nothing', lines: [order], says: undefined },
  { title: 'an invoice holds up no order', lines: [order, invoice], says: undefined },
  { title: 'it was placed', lines: settled(order, overdue), says: undefined },
  { title: 'they did their part', lines: settled(overdue, order), says: undefined },
  {
    title: 'still two weeks to go',
    lines: [order, { ...overdue, due: ago(-14) }],
    says: undefined,
  },
  {
    title: 'it waits for them',
    lines: [order, overdue, invoice],
    says: 'an order of 38,000 that they promised for 30 Jul 2026 waits for 1 overdue promise of theirs',
    evidence: ['e1', 'e2'],
  },
  {
    title: 'two wait for them',
    lines: [order, overdue, { ...order, amount: 500 }, overdue],
    says: '2 orders of 38,500 that they promised wait for 2 overdue promises of theirs',
    evidence: ['e1', 'e2', 'e3', 'e4'],
  },
]);

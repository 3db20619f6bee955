import newTrouble from '../../../src/practice/remarks/new-trouble.ts';
import { ago, each, heard, on, run, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const smooth = each(spoke, run(400, 5, -60));
const trouble = each(heard, [40, 20, 10], { about: ['problem'] });
const rough = each(heard, [300, 250, 200], { about: ['problem'] });
const inTheMaking = on('promise', 60, { by: 'them', due: ago(-30), amount: 38_000 });
const papers = each(heard, [30, 5], { about: ['admin'], fault: 'them' });

remarkCases(newTrouble, [
  { title: 'nothing is known of the year before', lines: trouble, says: undefined },
  { title: 'two are not many', lines: [...smooth, ...trouble.slice(1)], says: undefined },
  {
    title: 'paperwork without a problem',
    lines: [...smooth, ...each(heard, [30, 20, 10], { about: ['admin'] })],
    says: undefined,
  },
  {
    title: 'our own fault',
    lines: [...smooth, ...each(heard, [40, 20, 10], { about: ['problem'], fault: 'us' })],
    says: undefined,
  },
  {
    title: 'it was no better before',
    lines: [...smooth, ...rough, ...trouble],
    says: undefined,
  },
  {
    title: 'in a hardship',
    lines: [...smooth, on('hardship', 45, { from: ago(45), to: ago(15) }), ...trouble],
    says: undefined,
  },
  {
    title: 'three, and none before',
    lines: [...smooth, ...trouble],
    says: '3 problems in 90 days; none in the year before',
    evidence: ['e6', 'e7', 'e8'],
  },
  {
    title: 'some of it paperwork, and one before',
    lines: [...smooth, heard(300, { about: ['problem'] }), ...trouble, ...papers],
    says: '5 problems in 90 days, 2 of them paperwork; 1 in the year before',
  },
  {
    title: 'as rough as ever with each order',
    lines: [...smooth, ...rough, ...each(won, [300, 200, 100]), won(30), ...trouble],
    says: undefined,
  },
  {
    title: 'no more in all, over one order instead of ten',
    lines: [...smooth, ...rough, ...each(won, run(430, 10, -30)), inTheMaking, ...trouble],
    says: '3 problems in 90 days, with 1 order; 3 in the year before, with 10 orders',
  },
]);

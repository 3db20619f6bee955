import worthUnsaid from '../../../src/practice/remarks/worth-unsaid.ts';
import { card, each, heard, lost, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const says =
  'it comes down to price, and their card does not say what else they get from you (standard:)';
const haggling = each(spoke, [60, 50, 40, 35, 30, 25], { about: ['price'] });
const giving = each(spoke, [120, 90, 60], { conceded: true });

const compared = (days: number) => heard(days, { about: ['price'], signals: ['competitor'] });

remarkCases(worthUnsaid, [
  { title: 'no standard, and nothing about price', lines: [won(300), spoke(20)], says: undefined },
  { title: 'two concessions', lines: [won(300), ...giving.slice(1)], says: undefined },
  {
    title: 'said on the card',
    lines: [card({ standard: 'on site in four hours' }), won(300), ...haggling],
    says: undefined,
  },
  { title: 'lost already', lines: [won(300), ...haggling, lost(10)], says: undefined },
  { title: 'compared long ago', lines: [won(300), compared(91)], says: undefined },
  {
    title: 'compared for the first time',
    lines: [won(300), compared(90)],
    says: 'your price was held against another one, and their card does not say what else they get from you (standard:)',
    evidence: ['e2'],
  },
  { title: 'price talks', lines: [won(300), ...haggling], says },
  { title: 'concessions', lines: [won(300), ...giving], says, evidence: ['e2', 'e3', 'e4'] },
]);

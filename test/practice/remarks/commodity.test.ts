import commodity from '../../../src/practice/remarks/commodity.ts';
import { each, heard, spoke } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const rival = { about: ['price'], signals: ['quote'] };
const needs = each(spoke, [130, 120, 110, 95, 85, 75], { about: ['need'] });
const price = { about: ['price'] };

remarkCases(commodity, [
  { title: 'a rival twice', lines: [...needs, ...each(heard, [60, 30], rival)], says: undefined },
  {
    title: 'three times on two days',
    lines: [...needs, ...each(heard, [60, 30, 30], rival)],
    says: undefined,
  },
  {
    title: 'quotes of our own',
    lines: [...needs, ...each(spoke, [60, 40, 30], rival)],
    says: undefined,
  },
  {
    title: 'price alone, and no cut',
    lines: each(spoke, [90, 80, 70, 60, 50, 40], price),
    says: undefined,
  },
  {
    title: 'a rival three times',
    lines: [
      ...needs,
      ...each(heard, [60, 40], rival),
      spoke(30, { about: ['price', 'need'], signals: ['competitor'] }),
    ],
    says: 'to them you are a price: your price held against another one 3 times in a year',
    evidence: ['e7', 'e8', 'e9'],
  },
  {
    title: 'price alone, and cut again and again',
    lines: each(spoke, [90, 80, 70, 60, 50, 40], { ...price, conceded: true }),
    says: 'to them you are a price: all of the last 6 talks about price alone; 6 concessions in a year, nothing came back',
  },
]);

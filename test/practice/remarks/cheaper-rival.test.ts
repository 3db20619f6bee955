import cheaperRival from '../../../src/practice/remarks/cheaper-rival.ts';
import { each, heard, lost, sent, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const cheap = won(300, { onPriceAlone: true });
const rival = spoke(20, { signals: ['competitor'] });
const haggling = each(spoke, [60, 50, 40, 35, 30, 25], { about: ['price'] });

remarkCases(cheaperRival, [
  { title: 'no rival', lines: [cheap], says: undefined },
  { title: 'a rival, and not won on price', lines: [won(300), rival], says: undefined },
  { title: 'a later order on its merits', lines: [cheap, won(100), rival], says: undefined },
  {
    title: 'a rival too long ago',
    lines: [cheap, spoke(181, { signals: ['competitor'] })],
    says: undefined,
  },
  { title: 'our own offer', lines: [cheap, sent(20, { signals: ['quote'] })], says: undefined },
  { title: 'lost already', lines: [cheap, rival, lost(10)], says: undefined },
  { title: 'still a prospect', lines: [...haggling, rival], says: undefined },
  {
    title: 'a rival',
    lines: [cheap, rival],
    says: 'won on price alone on 3 Sep 2025, and a rival came up once in half a year: the next cheaper one gets them',
    evidence: ['e2'],
  },
  {
    title: 'offers of rivals that came in, where all talk is of price',
    lines: [won(300), ...haggling, ...each(heard, [28, 21], { signals: ['quote'] })],
    says: 'they talk about price alone, and a rival came up 2 times in half a year: the next cheaper one gets them',
    evidence: ['e8', 'e9'],
  },
]);

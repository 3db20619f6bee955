import rivalSeen from '../../../src/practice/remarks/rival-seen.ts';
import { card, each, heard, run, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const best = card({ tier: 'A' });
const order = won(300);
const rival = heard(20, { signals: ['competitor'] });

remarkCases(rivalSeen, [
  { title: 'not the best, and not for the price', lines: [order, rival], says: undefined },
  { title: 'a prospect has others, of course', lines: [best, rival], says: undefined },
  {
    title: 'asked since',
    lines: [best, order, rival, spoke(10, { about: ['need'] })],
    says: undefined,
  },
  {
    title: 'more than half a year ago',
    lines: [best, order, heard(181, { signals: ['competitor'] })],
    says: undefined,
  },
  {
    title: 'the best one, asked before and not since',
    lines: [best, order, spoke(30, { about: ['need'] }), rival, spoke(10, { about: ['order'] })],
    says: 'a competitor came up on 10 Jun 2026, and you have not asked since what they need',
    evidence: ['e4'],
  },
  {
    title: 'won for the price',
    lines: [won(300, { onPriceAlone: true }), rival],
    says: 'a competitor came up on 10 Jun 2026 where price is what holds them, and you have not asked since what they need',
    evidence: ['e2'],
  },
  {
    title: 'talks about price alone',
    lines: [order, ...each(spoke, run(200, 12, -14), { about: ['price'] }), rival],
    says: 'a competitor came up on 10 Jun 2026 where price is what holds them, and you have not asked since what they need',
  },
]);

import rivalSeen from '../../../src/practice/remarks/rival-seen.ts';
import { card, heard, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const best = card({ tier: 'A' });
const order = won(300);
const rival = heard(20, { signals: ['competitor'] });

remarkCases(rivalSeen, [
  { title: 'not one of the best', lines: [order, rival], says: undefined },
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
]);

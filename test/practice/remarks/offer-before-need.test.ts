import offerBeforeNeed from '../../../src/practice/remarks/offer-before-need.ts';
import { heard, sent, spoke, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const quote = { signals: ['quote'] };

remarkCases(offerBeforeNeed, [
  { title: 'nothing has happened', lines: [], says: undefined },
  { title: 'no offer yet', lines: [heard(10), tried(5)], says: undefined },
  {
    title: 'need asked before',
    lines: [spoke(20, { about: ['need'] }), sent(10, quote)],
    says: undefined,
  },
  {
    title: 'asked and offered in one visit',
    lines: [spoke(20, { ...quote, about: ['need'] })],
    says: undefined,
  },
  {
    title: 'asked since',
    lines: [sent(20, quote), spoke(10, { about: ['need'] })],
    says: undefined,
  },
  { title: 'an offer of a rival came in', lines: [heard(20, quote)], says: undefined },
  {
    title: 'an offer of a rival was compared',
    lines: [spoke(20, { signals: ['quote', 'competitor'] })],
    says: undefined,
  },
  { title: 'past the first 90 days', lines: [spoke(90), sent(80, quote)], says: undefined },
  { title: 'lost since', lines: [sent(20, quote), { ...won(10), type: 'lost' }], says: undefined },
  {
    title: 'on the last of the first 90 days',
    lines: [spoke(89), sent(80, quote)],
    says: 'you made an offer on 11 Apr 2026, before you had asked what they need',
    evidence: ['e2'],
  },
  {
    title: 'an asking that nobody answered is none',
    lines: [tried(10, { about: ['need'] }), sent(9, quote)],
    says: 'you made an offer a day after you met, before you had asked what they need',
  },
  {
    title: 'on the very day',
    lines: [heard(9), sent(9, quote)],
    says: 'you made an offer on the day you met, before you had asked what they need',
  },
  {
    title: 'sold without asking',
    lines: [spoke(20, { about: ['price'] }), won(10)],
    says: 'they bought on 20 Jun 2026, before you had asked what they need, learned what the person wants to win or worked out a solution with them',
    evidence: ['e2'],
  },
  { title: 'sold before the journal began', lines: [won(20), spoke(10)], says: undefined },
]);

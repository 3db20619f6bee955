import earlyDiscount from '../../../src/practice/remarks/early-discount.ts';
import { heard, sent, spoke, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const conceded = { conceded: true };
const price = { about: ['price'] };

remarkCases(earlyDiscount, [
  { title: 'they had raised it', lines: [heard(20, price), spoke(10, conceded)], says: undefined },
  {
    title: 'raised in the same talk',
    lines: [spoke(10, { ...price, ...conceded })],
    says: undefined,
  },
  {
    title: 'five weeks ago',
    lines: [spoke(40), spoke(29, conceded)],
    says: undefined,
  },
  {
    title: 'years later, and they had asked for it',
    lines: [spoke(500), heard(100, price), spoke(10, conceded)],
    says: undefined,
  },
  {
    title: 'years later, with a cheaper one in hand',
    lines: [spoke(500), heard(20, { signals: ['quote'] }), spoke(10, conceded)],
    says: undefined,
  },
  {
    title: 'years later, and what they asked for was another one',
    lines: [spoke(500), heard(119, price), spoke(10, conceded)],
    says: 'you cut the price on 20 Jun 2026, and nobody had raised it in the 90 days before',
    evidence: ['e3'],
  },
  {
    title: 'nobody had raised it',
    lines: [spoke(40), spoke(28, conceded)],
    says: 'you cut the price on 2 Jun 2026, before anybody had raised it',
    evidence: ['e2'],
  },
  {
    title: 'writing about it yourself is no raising of theirs',
    lines: [spoke(40), tried(20, { ...price, channel: 'email' }), spoke(10, conceded)],
    says: 'you cut the price on 20 Jun 2026, before anybody had raised it',
  },
  {
    title: 'the first offer itself',
    lines: [heard(20, price), sent(10, { ...conceded, signals: ['quote'] })],
    says: 'your first offer was below your own list',
    evidence: ['e2'],
  },
  {
    title: 'the first offer, unasked',
    lines: [heard(20), sent(10, { ...conceded, signals: ['quote'] })],
    says: 'your first offer was below your own list, and nobody had raised the price',
  },
  {
    title: 'after the first offer, when asked',
    lines: [sent(20, { signals: ['quote'] }), heard(10, price), spoke(9, conceded)],
    says: undefined,
  },
]);

import neverAsked from '../../../src/practice/remarks/never-asked.ts';
import { ago, card, each, on, run, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const best = card({ tier: 'A' });
const long = [won(400), spoke(300, { about: ['need'] })];
const talks = each(spoke, run(120, 4, -30), { about: ['need', 'personal'] });

remarkCases(neverAsked, [
  { title: 'tier B', lines: [...long, ...talks], says: undefined },
  { title: 'a prospect', lines: [best, long[1] ?? {}, ...talks], says: undefined },
  { title: 'three talks', lines: [best, ...long, ...talks.slice(1)], says: undefined },
  { title: 'customers for four months', lines: [best, won(121), ...talks], says: undefined },
  {
    title: 'asked',
    lines: [best, ...long, ...talks, spoke(100, { about: ['review'] })],
    says: undefined,
  },
  {
    title: 'a problem was talked about',
    lines: [best, ...long, ...talks, spoke(100, { about: ['problem'] })],
    says: undefined,
  },
  {
    title: 'the renewal is near, and says it',
    lines: [
      best,
      ...long,
      ...each(spoke, run(120, 4, -10), { about: ['order'] }),
      on('renewal', 300, { renewsOn: ago(-60) }),
    ],
    says: undefined,
  },
  {
    title: 'all is well, as far as anybody asked',
    lines: [best, ...long, ...talks],
    says: '4 talks since 2 Mar 2026, and never how it goes between you',
    evidence: ['e4', 'e5', 'e6', 'e7'],
  },
]);

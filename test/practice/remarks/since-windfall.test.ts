import sinceWindfall from '../../../src/practice/remarks/since-windfall.ts';
import { ago, each, type Line, on, run, spoke, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const windfall = on('change', 90, { kind: 'windfall' });
const reached = each(spoke, run(200, 8, -12));
const unreached = each(tried, run(80, 6, -10), { channel: 'call', outcome: 'no-answer' });

const promise = (id: string, days: number): Line =>
  on('promise', days, { id, by: 'them', what: 'the papers', due: ago(days - 5) });
const kept = (id: string, days: number): readonly Line[] => [
  promise(id, days),
  on('done', days - 4, { ref: id }),
];

remarkCases(sinceWindfall, [
  { title: 'nothing happened to them', lines: [...reached, ...unreached], says: undefined },
  {
    title: 'something else happened to them',
    lines: [...reached, on('change', 90, { kind: 'acquired' }), ...unreached],
    says: undefined,
  },
  {
    title: 'they answer as ever',
    lines: [...reached, windfall, ...each(spoke, run(80, 6, -10))],
    says: undefined,
  },
  {
    title: 'three tries since are too few',
    lines: [...reached, windfall, ...unreached.slice(0, 3)],
    says: undefined,
  },
  {
    title: 'they answered as seldom before',
    lines: [
      ...each(tried, run(200, 8, -12), { channel: 'call', outcome: 'no-answer' }),
      windfall,
      ...unreached,
    ],
    says: undefined,
  },
  {
    title: 'more than a year ago',
    lines: [
      ...each(spoke, run(500, 8, -12)),
      on('change', 366, { kind: 'windfall' }),
      ...unreached,
    ],
    says: undefined,
  },
  {
    title: 'they are hardly ever there any more',
    lines: [...reached, windfall, ...unreached],
    says: 'since the windfall of 1 Apr 2026: 0 of 6 days answered, 8 of 8 before',
    evidence: ['e9', 'e10', 'e11', 'e12', 'e13', 'e14', 'e15'],
  },
  {
    title: 'they do not keep their word any more',
    lines: [...kept('p1', 200), ...kept('p2', 150), windfall, promise('p3', 60), promise('p4', 40)],
    says: 'since the windfall of 1 Apr 2026: 0 of 2 promises kept, 2 of 2 before',
    evidence: ['e5', 'p3', 'p4'],
  },
]);

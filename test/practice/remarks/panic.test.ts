import panic from '../../../src/practice/remarks/panic.ts';
import { each, heard, lost, on, spoke, tried, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const left = [won(300), lost(20)];
const says =
  '4 touches of yours in the 20 days after the bad news of 10 Jun 2026, none in the quarter before: let it rest, and ask why';

remarkCases(panic, [
  { title: 'three touches', lines: [...left, ...each(tried, [18, 15, 10])], says: undefined },
  { title: 'they called', lines: [...left, ...each(heard, [18, 15, 10, 5])], says: undefined },
  {
    title: 'work among ourselves',
    lines: [...left, ...each(work, [18, 15, 10, 5])],
    says: undefined,
  },
  {
    title: 'looked after as well before',
    lines: [...left, ...each(spoke, [80, 60, 40, 30]), ...each(spoke, [18, 15, 10, 5])],
    says: undefined,
  },
  {
    title: 'touches of the day, before the news',
    lines: [won(300), ...each(spoke, [20, 20]), lost(20), ...each(spoke, [18, 15])],
    says: undefined,
  },
  {
    title: 'half a year ago',
    lines: [won(300), lost(183), ...each(spoke, [180, 179, 178, 177])],
    says: undefined,
  },
  {
    title: 'won back since',
    lines: [...left, ...each(spoke, [18, 15, 10, 5]), won(2)],
    says: undefined,
  },
  {
    title: 'four touches, and none before',
    lines: [...left, ...each(spoke, [18, 15, 10, 5])],
    says,
    evidence: ['e3', 'e4', 'e5', 'e6'],
  },
  {
    title: 'while they consider it',
    lines: [
      won(300),
      on('change', 20, { kind: 'other', tags: ['considering'] }),
      ...each(spoke, [18, 15, 10, 5]),
    ],
    says,
  },
]);

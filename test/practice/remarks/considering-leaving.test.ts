import consideringLeaving from '../../../src/practice/remarks/considering-leaving.ts';
import { lost, on, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const renewal = (daysAgo: number, renewsOn: string) => on('renewal', daysAgo, { renewsOn });
const change = (daysAgo: number, fields = {}) =>
  on('change', daysAgo, { kind: 'other', ...fields });
const considering = (daysAgo: number) => change(daysAgo, { tags: ['considering'] });

remarkCases(consideringLeaving, [
  { title: 'another change', lines: [won(300), change(10)], says: undefined },
  { title: 'they have left', lines: [won(300), considering(20), lost(10)], says: undefined },
  { title: 'they bought again', lines: [won(300), considering(20), won(10)], says: undefined },
  {
    title: 'they renewed',
    lines: [renewal(300, '2026-07-31'), considering(20), renewal(10, '2027-07-31')],
    says: undefined,
  },
  { title: 'a year and a day ago', lines: [won(800), considering(366)], says: undefined },
  {
    title: 'nothing decided',
    lines: [won(300), considering(20)],
    says: 'they have been thinking of leaving since 10 Jun 2026: it can still be turned',
    evidence: ['e2'],
  },
  {
    title: 'the end of their contract, written down since',
    lines: [won(300), considering(20), renewal(10, '2026-07-31')],
    says: 'they have been thinking of leaving since 10 Jun 2026, and their contract ends in 31 days: it can still be turned',
  },
]);

import unreached from '../../../src/practice/remarks/unreached.ts';
import { each, on, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const full = (days: readonly number[]) =>
  each(tried, days, { channel: 'call', outcome: 'mailbox-full' });
const noShow = (days: readonly number[]) =>
  each(tried, days, { channel: 'visit', outcome: 'no-show' });

remarkCases(unreached, [
  { title: 'twice full', lines: full([30, 10]), says: undefined },
  { title: 'once stood up', lines: noShow([30]), says: undefined },
  {
    title: 'nobody picked up, however often',
    lines: each(tried, [40, 30, 20, 10], { channel: 'call', outcome: 'no-answer' }),
    says: undefined,
  },
  { title: 'more than half a year ago', lines: full([200, 190, 181]), says: undefined },
  {
    title: 'before a new start',
    lines: [...full([90, 80, 70]), on('lost', 60), on('return', 50)],
    says: undefined,
  },
  {
    title: 'always full, and once stood up',
    lines: [...full([40, 30, 20]), ...noShow([10])],
    says: 'their mailbox was full 3 times since 21 May 2026',
    evidence: ['e1', 'e2', 'e3'],
    command: 'log text',
  },
  {
    title: 'always full, and a text was not answered either',
    lines: [...full([40, 30, 20]), tried(19, { channel: 'text' })],
    says: 'their mailbox was full 3 times since 21 May 2026',
    command: null,
  },
  {
    title: 'both',
    lines: [...full([40, 30, 20]), ...noShow([50, 10])],
    says: 'their mailbox was full 3 times, and they did not come 2 times since 11 May 2026',
    evidence: ['e4', 'e1', 'e2', 'e3', 'e5'],
  },
]);

import toldLate from '../../../src/practice/remarks/told-late.ts';
import { heard, on, sent, spoke, tried, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const found = work(10, { fault: 'us', harm: 2 });
const owned = { about: ['problem'], weBlame: 'us' };

remarkCases(toldLate, [
  { title: 'found today', lines: [work(0, { fault: 'us', harm: 2 })], says: undefined },
  { title: 'told the next day', lines: [found, spoke(9, owned)], says: undefined },
  { title: 'they found it', lines: [heard(10, { fault: 'us', harm: 2 })], says: undefined },
  { title: 'told as it was found', lines: [spoke(10, { fault: 'us' })], says: undefined },
  { title: 'their fault', lines: [work(10, { fault: 'them' })], says: undefined },
  {
    title: 'accepted all the same',
    lines: [{ ...found, id: 'f' }, spoke(4, owned), on('accept', 2, { ref: 'f' })],
    says: undefined,
  },
  {
    title: 'a talk about something else, and a call that reached nobody',
    lines: [found, spoke(8, { about: ['order'] }), tried(7, { ...owned, outcome: 'no-answer' })],
    says: 'you found a mistake of yours on 20 Jun 2026 and have kept it to yourself for 10 days',
    evidence: ['e1'],
  },
  {
    title: 'they came with it first',
    lines: [found, heard(3, { about: ['problem'] })],
    says: 'you found a mistake of yours on 20 Jun 2026 and they came to you with it 7 days later',
  },
  {
    title: 'told in a letter after a week',
    lines: [found, sent(3, { channel: 'letter', ...owned })],
    says: 'you found a mistake of yours on 20 Jun 2026 and told them 7 days later',
    evidence: ['e1', 'e2'],
  },
]);

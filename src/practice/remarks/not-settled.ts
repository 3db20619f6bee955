import { spokenDay } from '../../journal/days.ts';
import { datedIntents } from '../../journal/intent.ts';
import { cameOfIt, cameWords, isProgress } from '../../verdict/came-of-it.ts';
import type { RemarkKind } from '../remark.ts';
import { putOff } from '../put-off.ts';

const notSettled: RemarkKind = {
  name: 'not-settled',
  side: 'ours',
  asks: 'Is it settled by the day you set?',
  source: 'dumping-best-customer: a date set on Monday for Friday',
  why: 'A date that passes without a word moves by itself, and then it was none. From its day on it is said what came of it, and how often it was put off, until it is settled: by an order, a notice, a drop, or a decision of yours.',
  observe({ history: { asOf, ever } }) {
    const dated = datedIntents(ever.entries);
    const [first, ...more] = dated;
    const until = dated.at(-1)?.until;
    if (first === undefined || until === undefined || until > asOf) return undefined;
    const came = cameOfIt(ever.entries.slice(ever.entries.indexOf(first) + 1), ever.entries);
    return {
      says: [
        `to be settled by ${spokenDay(until)}; ${isProgress(came) ? '' : 'no progress: '}${cameWords(came)}`,
        ...putOff(dated),
      ].join('; '),
      evidence: [first, ...more],
      command: 'drop',
    };
  },
};

export default notSettled;

import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';
import { isAnswer } from '../raised.ts';

const DAYS = 180;
const TIMES = 3;

const coveredAgain: RemarkKind = {
  name: 'covered-again',
  side: 'ours',
  asks: 'Do you keep the consequences from them?',
  source: 'dumping-best-customer: keeping the consequences from him',
  why: `Whoever smooths it over each time teaches that it costs nothing, and pays with a good name in the own house. Said from the ${TIMES}rd \`:covered\` within ${DAYS} days on, until you raise it with them.`,
  observe({ history: { asOf, ever, standing } }) {
    if (standing.stage === 'dropped') return undefined;
    const covered = lately(ever.entries, asOf, DAYS).filter(({ signals }) =>
      signals?.includes('covered'),
    );
    const [first, ...more] = covered;
    const last = covered.at(-1);
    if (first === undefined || last === undefined || covered.length < TIMES) return undefined;
    if (ever.entries.slice(ever.entries.indexOf(last)).some(isAnswer)) return undefined;
    return {
      says: `you covered for them ${counted(covered.length, 'time')} since ${spokenDay(first.on)}, and they have not heard of it`,
      evidence: [first, ...more],
      command: 'log call :confronted',
    };
  },
};

export default coveredAgain;

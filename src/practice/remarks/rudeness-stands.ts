import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { isTwoWay, type Recorded } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';
import { isAnswer } from '../raised.ts';

const DAYS = 180;
const ANSWER_DAYS = 14;

const rudenessStands: RemarkKind = {
  name: 'rudeness-stands',
  side: 'ours',
  asks: 'Do you let it stand when they are rude to you?',
  source: 'dumping-best-customer: respect is first given to oneself',
  why: `What is let stand is taken for agreed. Said ${ANSWER_DAYS} days after a \`:rude\` that had neither an answer (\`:confronted\`, a notice) nor an apology of theirs, for ${DAYS} days.`,
  observe({ history: { asOf, fresh, standing } }) {
    if (standing.stage === 'dropped' || standing.stage === 'lost') return undefined;
    const { entries } = fresh;
    const answered = entries.findLastIndex((entry) => isAnswer(entry) || isApology(entry));
    const rude = lately(entries.slice(answered + 1), asOf, DAYS).filter(isRude);
    const [first, ...more] = rude.filter(({ on }) => asOf - on > ANSWER_DAYS);
    if (first === undefined) return undefined;
    const days = new Set([first, ...more].map(({ on }) => on)).size;
    return {
      says:
        days === 1
          ? `rude on ${spokenDay(first.on)}, and you let it stand for ${asOf - first.on} days`
          : `rude on ${counted(days, 'day')} since ${spokenDay(first.on)}, and you let it stand`,
      evidence: [first, ...more],
      command: 'log call :confronted',
    };
  },
};

const isRude = (entry: Recorded): boolean => 'rude' in entry && entry.rude;
const isApology = (entry: Recorded): boolean =>
  isTwoWay(entry) && entry.signals?.includes('apology') === true;

export default rudenessStands;

import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { failuresOf } from '../failures.ts';
import type { RemarkKind } from '../remark.ts';

const AT_ONCE_DAYS = 1;
const YEAR = 365;

const toldLate: RemarkKind = {
  name: 'told-late',
  side: 'ours',
  asks: 'Did they hear of your mistake from you, and at once?',
  source: 'avoiding-responsibility: found in the audit, and the phone picked up',
  why: 'A mistake that you tell them yourself on the day you find it can bring you closer; kept for a week it looks like hiding. Write down what you find with rel work and fault:us; the talk in which you tell them carries the harm, and whom they blame.',
  observe({ history }) {
    const late = failuresOf(history).findLast(
      ({ accepted, days, entry, foundBy }) =>
        foundBy === 'us' &&
        accepted === undefined &&
        days > AT_ONCE_DAYS &&
        history.asOf - entry.on <= YEAR,
    );
    if (late === undefined) return undefined;
    const { days, entry, told } = late;
    const found = `a mistake of yours on ${spokenDay(entry.on)}`;
    if (told === undefined)
      return {
        says: `you found ${found} and have kept it to yourself for ${counted(days, 'day')}`,
        evidence: [entry],
        command: 'log call :problem we-blame:us',
      };
    const heard = told.type === 'heard' ? 'they came to you with it' : 'told them';
    return {
      says: `you found ${found} and ${heard} ${counted(days, 'day')} later`,
      evidence: [entry, told],
    };
  },
};

export default toldLate;

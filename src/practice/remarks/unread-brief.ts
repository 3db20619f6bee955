import { spokenDay } from '../../journal/days.ts';
import { NEW_START_DAYS } from '../../journal/stage.ts';
import type { RemarkKind } from '../remark.ts';
import { unprepared } from '../takeover.ts';

const unreadBrief: RemarkKind = {
  name: 'unread-brief',
  side: 'ours',
  asks: 'Did you read up on an account you inherited before the first contact?',
  source: 'fixing-broken-relationship: The Slap Upside The Head',
  why: 'They remember what your predecessor did, and whoever does not know it hears it from them, loudly. It is told for 90 days after that first contact.',
  observe({ relationship: { customer }, history: { asOf, ever } }) {
    const seen = unprepared(customer, ever.entries, asOf, NEW_START_DAYS);
    if (seen === undefined) return undefined;
    const { read, touch } = seen;
    const first = `the first contact was on ${spokenDay(touch.on)}`;
    if (read !== undefined)
      return {
        says: `${first}, before you read the brief on ${spokenDay(read)}`,
        evidence: [touch],
      };
    return {
      says: `${first}, and you have not read the brief yet`,
      evidence: [touch],
      command: 'brief',
    };
  },
};

export default unreadBrief;

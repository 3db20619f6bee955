import { spokenDay } from '../../journal/days.ts';
import { considering } from '../leaving.ts';
import type { RemarkKind } from '../remark.ts';

/** What was being considered a year ago has been decided without being told. */
const FRESH_DAYS = 365;

export default {
  name: 'considering-leaving',
  side: 'theirs',
  asks: 'Do they think about leaving, and has nobody decided yet?',
  source: 'lost-best-client: a decision already made',
  why: 'A decision that is made is not turned by meetings; one that is being made can be. rel lost CUSTOMER --considering records it, and rel lost, rel won or rel renewal that it is over.',
  observe({ history: { asOf, ever, standing } }) {
    if (standing.stage === 'lost' || standing.stage === 'dropped') return undefined;
    const entry = considering(ever.entries);
    if (entry === undefined || asOf - entry.on > FRESH_DAYS) return undefined;
    const contract = ever.entries.findLast((each) => each.type === 'renewal');
    const ends =
      contract === undefined || contract.renewsOn < asOf
        ? ''
        : `, and their contract ends in ${contract.renewsOn - asOf} days`;
    return {
      says: `they have been thinking of leaving since ${spokenDay(entry.on)}${ends}: it can still be turned`,
      evidence: [entry],
      command: 'log visit :need :review',
    };
  },
} satisfies RemarkKind;

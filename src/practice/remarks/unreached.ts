import { spokenDay } from '../../journal/days.ts';
import { ofTypes } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';

const HALF_YEAR = 180;
const [LEAST_FULL, LEAST_NO_SHOW] = [3, 2];

const unreached: RemarkKind = {
  name: 'unreached',
  side: 'theirs',
  asks: 'Do they stand you up, or let their mailbox run full?',
  source: 'dumping-best-customer: his voicemail box was full, as had become the new normal',
  why: 'That nobody picks up can happen to anybody. A mailbox that is always full, and an appointment that nobody comes to, are somebody’s choice.',
  observe({ history: { asOf, fresh } }) {
    const tried = lately(fresh.of(isTried), asOf, HALF_YEAR);
    const full = tried.filter(({ outcome }) => outcome === 'mailbox-full');
    const missed = tried.filter(({ outcome }) => outcome === 'no-show');
    const isFull = full.length >= LEAST_FULL;
    const isMissed = missed.length >= LEAST_NO_SHOW;
    const [first, ...more] = tried.filter(
      (entry) => (isFull && full.includes(entry)) || (isMissed && missed.includes(entry)),
    );
    if (first === undefined) return undefined;
    // Whoever has written to them since, and heard nothing, needs no advice to do so.
    const wasWritten = tried.some(
      ({ channel, on }) => on >= first.on && (channel === 'text' || channel === 'email'),
    );
    const says = [
      ...(isFull ? [`their mailbox was full ${full.length} times`] : []),
      ...(isMissed ? [`they did not come ${missed.length} times`] : []),
    ];
    return {
      says: `${says.join(', and ')} since ${spokenDay(first.on)}`,
      evidence: [first, ...more],
      ...(isFull && !wasWritten ? { command: 'log text' } : {}),
    };
  },
};

const isTried = ofTypes('tried');

export default unreached;

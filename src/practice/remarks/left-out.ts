import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import type { Recorded } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';

const HALF_YEAR = 180;

const leftOut: RemarkKind = {
  name: 'left-out',
  side: 'theirs',
  asks: 'Do they decide without you, or let others tell you?',
  source: 'lost-best-client: never be surprised or blindsided',
  why: 'Who means to stay talks to you before, not after. Being left out is the first sign of leaving, and comes long before the notice. It is over once they include you again.',
  observe({ history: { asOf, fresh } }) {
    const known = lately(fresh.entries, asOf, HALF_YEAR);
    const included = known.findLastIndex(shows('included'));
    const [first, ...more] = known.slice(included + 1).filter(isSnub);
    if (first === undefined) return undefined;
    const last = more.at(-1) ?? first;
    const how = shows('blindsided')(last) ? 'surprised you with a decision' : 'decided without you';
    const times = more.length === 0 ? '' : `, the last of ${counted(more.length + 1, 'time')}`;
    return {
      says: `they ${how} on ${spokenDay(last.on)}${times}`,
      evidence: [first, ...more],
      command: 'log call :review',
    };
  },
};

const shows =
  (signal: 'included' | 'excluded' | 'blindsided') =>
  ({ signals = [] }: Recorded): boolean =>
    signals.includes(signal);

const isSnub = (entry: Recorded): boolean => shows('excluded')(entry) || shows('blindsided')(entry);

export default leftOut;

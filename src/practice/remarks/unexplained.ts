import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { isOccasion, type Occasion, ofTypes, type Recorded } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';

const HALF_YEAR = 180;

const unexplained: RemarkKind = {
  name: 'unexplained',
  side: 'theirs',
  asks: 'You raised it with them: did they ever explain?',
  source: 'dumping-best-customer: ample time and opportunity to explain, and he refused',
  why: 'Each time that you raise a problem they have a chance to explain. An excuse uses one up. The cause need not be known to decide: that they will not say it is enough.',
  observe({ history: { asOf, fresh } }) {
    const known = lately(fresh.of(isOccasion), asOf, HALF_YEAR);
    const raised = known.filter(({ signals = [] }) => signals.includes('confronted'));
    const [first, ...again] = raised;
    if (first === undefined) return undefined;
    const since = known.slice(known.indexOf(first));
    if (since.some(isExplanation)) return undefined;
    if (
      fresh
        .of(isConditions)
        .some(({ conditions, on }) => on >= first.on && conditions.includes('explanation'))
    )
      return undefined;
    const excuses = since.filter(isExcuse);
    const [days, excused] = [daysOf(raised), daysOf(excuses)];
    if (days < 2 && excused === 0) return undefined;
    const got = excused === 0 ? 'no explanation' : `${counted(excused, 'excuse')}, no explanation`;
    const others = since.filter((entry) => again.includes(entry) || excuses.includes(entry));
    return {
      says: `you raised it ${days === 1 ? 'once' : `on ${days} days`} since ${spokenDay(first.on)}: ${got}`,
      evidence: [first, ...others.filter((entry) => entry !== first)],
    };
  },
};

const isConditions = ofTypes('conditions');

const isExplanation = ({ fault, signals = [] }: Occasion): boolean =>
  signals.includes('explained') && fault !== 'us';

const isExcuse = ({ blames, fault }: Occasion): boolean => fault === 'them' && blames === 'nobody';

const daysOf = (some: readonly Recorded[]): number => new Set(some.map(({ on }) => on)).size;

export default unexplained;

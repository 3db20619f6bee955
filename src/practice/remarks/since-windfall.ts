import type { AttemptDay } from '../../journal/attempts.ts';
import { addDays, type Day, spokenDay } from '../../journal/days.ts';
import type { EntryOf, Recorded } from '../../journal/entry.ts';
import { byOrder } from '../../journal/order.ts';
import type { Standing } from '../../journal/promises.ts';
import { keptRate } from '../kept-rates.ts';
import type { RemarkKind } from '../remark.ts';

const YEAR = 365;
/** Fewer on either side say nothing. */
const [LEAST_TRIES, LEAST_PROMISES] = [4, 2];
/** A fall by less happens by chance. */
const FALL = 1 / 3;

const sinceWindfall: RemarkKind = {
  name: 'since-windfall',
  side: 'theirs',
  asks: 'Have they been somebody else since they came into money?',
  source: 'dumping-best-customer: suddenly awash with cash',
  why: 'Whoever needed you yesterday and does not today shows what they kept to you for. A year before their good fortune is compared with the time since.',
  observe({ history: { asOf, fresh, theirPromises } }) {
    const windfall = fresh.of(isWindfall).at(-1);
    if (windfall === undefined || asOf - windfall.on > YEAR) return undefined;
    const fell = [
      answering(fresh.attempts, windfall.on),
      keeping(theirPromises, windfall.on),
    ].flatMap((each) => each ?? []);
    if (fell.length === 0) return undefined;
    return {
      says: `since the windfall of ${spokenDay(windfall.on)}: ${fell.map(({ says }) => says).join('; ')}`,
      evidence: [windfall, ...fell.flatMap(({ entries }) => entries).sort(byOrder)],
    };
  },
};

type Windfall = Recorded<EntryOf<'change'>>;
const isWindfall = (entry: Recorded): entry is Windfall =>
  entry.type === 'change' && entry.kind === 'windfall';

interface Fall {
  readonly says: string;
  readonly entries: readonly Recorded[];
}

const isFall = (now: number, of: number, before: number, ofBefore: number): boolean =>
  before / ofBefore - now / of >= FALL;

function answering(attempts: readonly AttemptDay[], on: Day): Fall | undefined {
  const before = attempts.filter(({ day }) => day < on && day >= addDays(on, -YEAR));
  const since = attempts.filter(({ day }) => day >= on);
  if (before.length < LEAST_TRIES || since.length < LEAST_TRIES) return undefined;
  const [was, is] = [before, since].map((some) => some.filter(({ answered }) => answered).length);
  if (!isFall(is ?? 0, since.length, was ?? 0, before.length)) return undefined;
  return {
    says: `${is ?? 0} of ${since.length} days answered, ${was ?? 0} of ${before.length} before`,
    entries: since.filter(({ answered }) => !answered).flatMap(({ entries }) => entries),
  };
}

function keeping(promises: readonly Standing[], on: Day): Fall | undefined {
  const after = promises.filter(({ promise }) => promise.on >= on);
  const was = keptRate(promises.filter(({ due }) => due < on && due >= addDays(on, -YEAR)));
  const is = keptRate(after);
  if (was.settled < LEAST_PROMISES || is.settled < LEAST_PROMISES) return undefined;
  if (!isFall(is.kept, is.settled, was.kept, was.settled)) return undefined;
  return {
    says: `${is.kept} of ${is.settled} promises kept, ${was.kept} of ${was.settled} before`,
    entries: after
      .filter(({ status }) => status === 'late' || status === 'broken')
      .map(({ promise }) => promise),
  };
}

export default sinceWindfall;

import { spokenDay } from '../../journal/days.ts';
import type { Ladder } from '../../journal/ladder.ts';
import { type NextStep, nextStep } from '../../verdict/next-step.ts';
import { type Approach, askAgainOn, MOST_FAILED, slowWatch } from './approach.ts';
import type { Break, Regarded } from './broken.ts';
import { factsOf, rungAdvice } from './rungs.ts';

/** Where one stands on the way back, in one word; `verdict` where the review's own step comes first. */
export type Course =
  | 'nothing'
  | 'theirs'
  | 'verdict'
  | 'letting-go'
  | 'over'
  | 'opening'
  | 'resting'
  | 'beginning'
  | 'climbing'
  | 'selling';

interface Way {
  readonly broken: Break | undefined;
  readonly ladder: Ladder | undefined;
  readonly approach: Approach | undefined;
  /** Something changed over there, and nobody has talked about it with them. */
  readonly hasOpening: boolean;
  readonly failed: number;
}

/** @param way what is known of it; undefined parts where nothing broke */
export function courseOf({ history, judgement, relationship }: Regarded, way: Way): Course {
  const { approach, broken, failed, hasOpening, ladder } = way;
  if (history.standing.stage === 'dropped') return 'theirs';
  if (broken === undefined || ladder === undefined || approach === undefined)
    return judgement.verdict === 'REBUILD' ? 'verdict' : 'nothing';
  if (history.standing.refused) return 'over';
  if (judgement.verdict === 'DROP') return 'letting-go';
  if (relationship.customer.clash === true && judgement.sums.theirs <= 1) return 'verdict';
  if (ladder.next === undefined) return 'selling';
  if (ladder.next.step === 'behind' && ladder.next.state === 'no') return 'over';
  if (hasOpening) return 'opening';
  if (failed >= MOST_FAILED) return 'over';
  // What happened can be read while they are left in peace.
  const from = Math.max(approach.from, askAgainOn(ladder.next) ?? approach.from);
  if (from > history.asOf && ladder.next.step !== 'history') return 'resting';
  return ladder.begun ? 'climbing' : 'beginning';
}

/** The one thing to do next. */
export function nextOnTheWay(regarded: Regarded, way: Way): NextStep {
  const { approach, broken, ladder } = way;
  const course = courseOf(regarded, way);
  const { standing } = regarded.history;
  if (broken === undefined || ladder === undefined || approach === undefined)
    return nextStep(regarded);
  if (course === 'over' && !standing.refused) return over(regarded, way);
  if (course === 'resting') return resting(regarded, approach, ladder);
  if (ladder.next === undefined || !CLIMBS.has(course)) return nextStep(regarded);
  return rungAdvice(ladder.next.step, factsOf(regarded, broken, ladder), ladder);
}

/** What they said, or what happened, needs time. */
function resting({ history, judgement }: Regarded, { from }: Approach, { next }: Ladder): NextStep {
  const again = next && askAgainOn(next);
  const isAnswered = again !== undefined && again > from;
  const until = isAnswered ? again : from;
  const said =
    next?.entry !== undefined && isAnswered
      ? `They said ${next.answer ?? 'no'} on ${spokenDay(next.entry.on)}. `
      : '';
  const peace = `${said}Leave them in peace until ${spokenDay(until)}, unless something changes over there.`;
  const watch = history.standing.stage === 'lost' ? slowWatch(history) : undefined;
  if (watch === undefined || watch.next > history.asOf)
    return { say: peace, words: undefined, command: undefined, entry: undefined };
  // To be in touch is no approach.
  return {
    say: `${peace} A sign of life without an offer is due all the same.`,
    words: judgement.row.words,
    command: judgement.row.command,
    entry: undefined,
  };
}

/** Where the next step of the ladder is the next step. */
export const CLIMBS: ReadonlySet<Course> = new Set(['opening', 'beginning', 'climbing']);

/** They said so, or their silence did. */
function over({ history }: Regarded, { failed, ladder }: Way): NextStep {
  const { next } = ladder ?? {};
  const said = next?.step === 'behind' && next.state === 'no' ? next.entry : undefined;
  const isLost = history.standing.stage === 'lost';
  if (said === undefined)
    return {
      say: `${failed} approaches in a row came to nothing: write the end, and give the time to somebody else.`,
      words: 'I have tried a few times and will not go on. Should you ever need us, ring me.',
      command: 'drop',
      entry: undefined,
    };
  return {
    say: `They cannot put it behind them (${spokenDay(said.on)}): it is over, until they say otherwise.`,
    words: 'I understand, and I will not ask again. Should that ever change, my door is open.',
    command: isLost ? 'refuse' : 'drop',
    entry: undefined,
  };
}

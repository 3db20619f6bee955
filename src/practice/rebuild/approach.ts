import { addDays, type Day } from '../../journal/days.ts';
import { isTwoWay, type EntryOf, type Recorded } from '../../journal/entry.ts';
import type { History } from '../../journal/history.ts';
import {
  type Answer,
  isChange,
  isStep,
  type Ladder,
  type Rung,
  WAIT,
} from '../../journal/ladder.ts';
import cadence from '../../rules/cadence.ts';
import type { Break } from './broken.ts';

/**
 * How long they are left in peace, in days, by the harm we did. Who comes back too soon has not understood what he did:
 * a month for a nuisance, a quarter for a damage, half a year for what is never forgotten. Never longer than the slow
 * touch of an ordinary lost customer (tier B, 180 days), so that patience does not turn into neglect.
 */
const PEACE_DAYS = { 1: 30, 2: 90, 3: 180 } as const;
type Harm = keyof typeof PEACE_DAYS;
/** Where nobody wrote down how bad it was. */
const UNKNOWN_HARM: Harm = 2;
/** They left for reasons of their own: there is no wound. */
const NO_HARM: Harm = 1;
/** In days: after such an answer the same question is not asked again before. */
const ASK_AGAIN_DAYS: Readonly<Partial<Record<Answer, number>>> = { perhaps: 30, no: 90 };
/** So many approaches in a row that came to nothing are an answer. */
export const MOST_FAILED = 4;

export type Changed = Recorded<EntryOf<'change'>>;

/** When to go there, and why then. */
export interface Approach {
  /** The first day on which it makes sense. */
  readonly from: Day;
  /** The harm and the time, a day set by hand, something that changed, or that they talk to us. */
  readonly because: 'harm' | 'set' | 'change' | 'talk';
  /** The entry that says so; for the harm, what broke it. */
  readonly entry: Recorded;
  /** In days, where it follows from the harm. */
  readonly peace: number | undefined;
}

/** @param entries in Order, from the break on */
export function approachOf(broken: Break, entries: readonly Recorded[]): Approach {
  const set = entries
    .filter(isStep)
    .findLast(({ step, next }) => step === WAIT && next !== undefined);
  const after = set === undefined ? entries : entries.slice(entries.indexOf(set) + 1);
  const change = after.findLast(isChange);
  if (change !== undefined)
    return { from: change.on, because: 'change', entry: change, peace: undefined };
  const peace = set?.next === undefined ? PEACE_DAYS[harmOf(broken)] : undefined;
  const from = set?.next ?? addDays(broken.since, peace ?? 0);
  const talk = after.find((entry) => isTwoWay(entry) && entry.on > broken.since);
  if (talk !== undefined && talk.on < from)
    return { from: talk.on, because: 'talk', entry: talk, peace: undefined };
  return {
    from,
    because: set === undefined ? 'harm' : 'set',
    entry: set ?? broken.entry,
    peace,
  };
}

function harmOf({ harm, ours }: Break): Harm {
  if (harm === 1 || harm === 2 || harm === 3) return harm;
  return ours ? UNKNOWN_HARM : NO_HARM;
}

/** The day on which a question may be asked again; undefined where it was not answered so that it would be. */
export function askAgainOn({ answer, entry }: Rung): Day | undefined {
  const days = answer && ASK_AGAIN_DAYS[answer];
  return entry === undefined || days === undefined ? undefined : addDays(entry.on, days);
}

/** What changed over there since it broke, in Order. */
export const triggersIn = (entries: readonly Recorded[]): readonly Changed[] =>
  entries.filter(isChange);

/** The last change that nobody has talked about with them yet. @param entries in Order, from the break on */
export function openingIn(entries: readonly Recorded[]): Changed | undefined {
  const at = entries.findLastIndex(isChange);
  const change = entries[at];
  if (change === undefined || !isChange(change)) return undefined;
  return entries.slice(at + 1).some(isTwoWay) ? undefined : change;
}

/** Days on which we reached for them and got nowhere, or asked and heard no; the last ones in a row. */
export function failedApproaches(
  { since }: Break,
  { ever, standing }: History,
  { rungs }: Ladder,
): readonly Recorded[] {
  const nos = rungs.flatMap(({ state, entry }) => (state === 'no' && entry ? [entry] : []));
  const good = ever.twoWay.findLast(({ on }) => on >= since && !nos.some((no) => no.on === on));
  // Whoever came back has answered.
  const from = Math.max(good === undefined ? since : addDays(good.on, 1), standing.reset ?? since);
  const tries = ever.attempts.filter(({ day, answered }) => day >= from && !answered);
  return [
    ...tries.flatMap(({ entries: [first] }) => first ?? []),
    ...nos.filter(({ on }) => on >= from),
  ].sort((a, b) => a.on - b.on || a.seq - b.seq);
}

/** A lost customer hears from us now and then. */
export interface SlowWatch {
  readonly last: Day;
  readonly next: Day;
  readonly everyDays: number;
}

/** Undefined where there was no touch yet, or none is due. */
export function slowWatch(history: History): SlowWatch | undefined {
  const { evidence, numbers } = cadence.check(history);
  const last = history.ever.touches.find(({ id }) => id === evidence[0]);
  const { days, target } = numbers;
  if (last === undefined || days === undefined || target === undefined) return undefined;
  return {
    last: last.on,
    next: addDays(history.asOf, Math.ceil(target) - days),
    everyDays: target,
  };
}

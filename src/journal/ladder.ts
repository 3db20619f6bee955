import type { Chronicle } from './chronicle.ts';
import type { Day } from './days.ts';
import { isConsidering } from './considering.ts';
import { openFailures } from './failures.ts';
import { isTwoWay, type EntryOf, type Recorded, type Touch } from './entry.ts';
import { isHandedBrief } from './handover.ts';
import { between } from './order.ts';
import { ourPromisesOn, type Standing as PromiseStanding } from './promises.ts';

/** The steps back after something broke between us, in the order in which they are taken. */
export const STEPS = [
  'history',
  'heard',
  'asked',
  'fixed',
  'reviewed',
  'explained',
  'again',
  'behind',
  'sell',
] as const;
export type Step = (typeof STEPS)[number];

/** What is done on each step. */
export const STEP_TITLES: Readonly<Record<Step, string>> = {
  history: 'read the history',
  heard: 'hear them out',
  asked: 'ask whether they would buy if it were solved',
  fixed: 'put it right on our side',
  reviewed: 'go through the mistake with them',
  explained: 'explain what has changed',
  again: 'ask whether business is possible again',
  behind: 'ask whether they can put it behind them',
  sell: 'sell from the start',
};

/** Not a step: a day before which they are left in peace. */
export const WAIT = 'wait';
/** What they may answer where a step is a question. */
export const ANSWERS = ['yes', 'perhaps', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];
/** The steps that are questions. */
export const QUESTIONS: ReadonlySet<Step> = new Set(['asked', 'again', 'behind']);

/** Who made the link between the question and the promise that follows from it; the key is the step's id. */
export const CONDITION = 'rel rebuild asked';

type Stepped = Recorded<EntryOf<'step'>>;
export const isStep = (entry: Recorded): entry is Stepped => entry.type === 'step';

type Changed = Recorded<EntryOf<'change'>>;
/** Something changed on their side; a brief that came with the account is no change, nor that they think about leaving. */
export const isChange = (entry: Recorded): entry is Changed =>
  entry.type === 'change' && !isHandedBrief(entry) && !isConsidering(entry);

export interface Rung {
  readonly step: Step;
  /** `no` is an answer that stops; `skipped` was left out on purpose. */
  readonly state: 'done' | 'open' | 'no' | 'skipped';
  /** What shows it, the last of them. */
  readonly entry: Recorded | undefined;
  /** What they answered, where they were asked. */
  readonly answer: Answer | undefined;
}

/** How far one has come since something broke. */
export interface Ladder {
  /** All steps, in order. */
  readonly rungs: readonly Rung[];
  /** The first one still to be taken; undefined at the top. */
  readonly next: Rung | undefined;
  /** What we promised to solve when we asked, unless it was waived; the last one where there are several. */
  readonly condition: PromiseStanding | undefined;
  /** What we promised and kept since, the condition among it. */
  readonly fixed: readonly PromiseStanding[];
  /** What we promised since and have not done yet. */
  readonly fixing: readonly PromiseStanding[];
  /** Some step was taken. */
  readonly begun: boolean;
}

interface Sighting {
  readonly entry: Recorded;
  readonly answer?: Answer | undefined;
}

/** The ladder as it stands on a day. @param since the day on which it broke */
export function ladderOf(chronicle: Chronicle, since: Day, asOf: Day): Ladder {
  const all = between(chronicle.shelf(isAny), undefined, asOf);
  const entries = between(all, since, asOf);
  const steps = entries.filter(isStep);
  const ours = ourPromisesOn(chronicle, asOf).filter(
    ({ promise, resolution }) =>
      promise.kind !== 'payment' && (promise.on >= since || (resolution?.on ?? 0) >= since),
  );
  const fixed = ours.filter(({ resolution }) => resolution?.type === 'done');
  const condition = ours.findLast(
    ({ promise, status }) => promise.source?.importer === CONDITION && status !== 'waived',
  );
  const seen = { entries, steps, fixed, isOwed: openFailures(all).length > 0 };
  const changed = entries.findLast(isChange);
  const rungs: Rung[] = STEPS.map((step) => rungOf(step, SIGHTS[step](seen), changed));
  const forced = steps.filter(isForced).map(({ step }) => STEPS.findIndex((each) => each === step));
  const reached = Math.max(-1, ...forced);
  const marked = rungs.map((rung, place): Rung =>
    rung.state !== 'done' && place < reached ? { ...rung, state: 'skipped' } : rung,
  );
  return {
    rungs: marked,
    next: marked.find(({ state }) => state === 'open' || state === 'no'),
    condition,
    fixed,
    fixing: ours.filter(({ resolution }) => resolution === undefined),
    begun: steps.length > 0 || rungs.some(({ state }) => state === 'done'),
  };
}

const isAny = (_: Recorded): _ is Recorded => true;

/** A step taken before one that should have come first; the reason stands in its note. */
export const FORCED = 'out-of-order';
const isForced = ({ tags }: Recorded): boolean => tags?.includes(FORCED) === true;

function rungOf(step: Step, sighting: Sighting | undefined, changed: Recorded | undefined): Rung {
  if (sighting === undefined) return { step, state: 'open', entry: undefined, answer: undefined };
  const { entry, answer } = sighting;
  const shared = { step, entry, answer };
  if (answer === 'no') {
    // What they said before something changed over there is asked again.
    const reopened = changed !== undefined && isLater(changed, entry);
    return { ...shared, state: reopened ? 'open' : 'no' };
  }
  return { ...shared, state: isPassed(step, answer) ? 'done' : 'open' };
}

/** A perhaps is enough to set about solving it, and for nothing else. */
const isPassed = (step: Step, answer: Answer | undefined): boolean =>
  answer !== 'no' && (answer !== 'perhaps' || step === 'asked');

const isLater = (a: Recorded, b: Recorded): boolean =>
  a.on > b.on || (a.on === b.on && a.seq > b.seq);

interface Seen {
  readonly entries: readonly Recorded[];
  readonly steps: readonly Stepped[];
  readonly fixed: readonly PromiseStanding[];
  /** There is harm of ours that they have not accepted as mended. */
  readonly isOwed: boolean;
}

/** What shows that a step was taken: the word itself, or what was logged anyway where that is sure. */
const SIGHTS: Readonly<Record<Step, (seen: Seen) => Sighting | undefined>> = {
  history: (seen) =>
    latest(
      written(seen, 'history'),
      last(seen, ({ type }) => type === 'read'),
    ),
  heard: (seen) => latest(written(seen, 'heard'), last(seen, isHearingOut)),
  asked: (seen) => answered(seen, 'asked'),
  fixed: (seen) => {
    const kept = seen.fixed.at(-1)?.resolution;
    return latest(written(seen, 'fixed'), kept && { entry: kept });
  },
  reviewed: (seen) => latest(written(seen, 'reviewed'), last(seen, isReview)),
  explained: (seen) => latest(written(seen, 'explained'), last(seen, isExplanation)),
  again: (seen) => answered(seen, 'again'),
  behind: (seen) =>
    latest(
      written(seen, 'behind'),
      // One failure forgiven is not all of it.
      seen.isOwed ? undefined : last(seen, ({ type }) => type === 'accept'),
    ),
  sell: (seen) =>
    written(seen, 'sell') ?? first(seen, (entry) => entry.type === 'return' || isOrder(entry)),
};

function written({ steps }: Seen, step: Step): Sighting | undefined {
  const entry = steps.findLast((each) => each.step === step);
  if (entry === undefined) return undefined;
  return { entry, answer: ANSWERS.find((each) => each === entry.answer) };
}

/** Whoever buys again has answered, unless they said so themselves. */
function answered(seen: Seen, step: Step): Sighting | undefined {
  const said = written(seen, step);
  return said !== undefined && isPassed(step, said.answer)
    ? said
    : latest(said, last(seen, isOrder));
}

function first({ entries }: Seen, is: (entry: Recorded) => boolean): Sighting | undefined {
  const entry = entries.find(is);
  return entry && { entry };
}

function last({ entries }: Seen, is: (entry: Recorded) => boolean): Sighting | undefined {
  const entry = entries.findLast(is);
  return entry && { entry };
}

const latest = (a: Sighting | undefined, b: Sighting | undefined): Sighting | undefined =>
  a === undefined || (b !== undefined && isLater(b.entry, a.entry)) ? b : a;

const isOrder = ({ type }: Recorded): boolean => type === 'won';

const isHearingOut = (entry: Recorded): boolean =>
  isTwoWay(entry) && has(entry, 'vent') && has(entry, 'listened');

/** We said that it was us, or went through it with them. */
const isReview = (entry: Recorded): boolean =>
  isTwoWay(entry) &&
  (entry.weBlame === 'us' ||
    entry.weBlame === 'both' ||
    entry.about?.includes('review') === true) &&
  entry.about?.includes('problem') === true;

/** Whoever made the mistake explains it: where it was ours, `:explained` is our explanation. */
const isExplanation = (entry: Recorded): boolean =>
  isTwoWay(entry) && has(entry, 'explained') && (entry.fault === 'us' || entry.weBlame === 'us');

const has = ({ signals = [] }: Touch, signal: (typeof signals)[number]): boolean =>
  signals.includes(signal);

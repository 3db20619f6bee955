import { tellsConduct } from '../journal/conduct.ts';
import {
  among,
  type EntryOf,
  isOccasion,
  isTouch,
  isTwoWay,
  type Occasion,
  type Recorded,
  type Touch,
} from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import type { Standing as PromiseStanding } from '../journal/promises.ts';

/** How they took it, as far as we wrote it down. */
export type Reaction = 'took' | 'shared' | 'nobody' | 'us' | 'other' | 'unloaded' | 'silent';

/** What an admission is made of. */
export interface Said {
  readonly whatHappened: boolean;
  readonly theirProblem: boolean;
  readonly mending: boolean;
}

/** Something that was our fault, and how it was owned. */
export interface Failure {
  /** The entry that it was first written down in. */
  readonly entry: Occasion;
  /** Who noticed it first. */
  readonly foundBy: 'us' | 'them';
  /** The first entry in which both sides knew; undefined as long as we keep it to ourselves. */
  readonly told: Touch | undefined;
  /** From our finding it to their knowing, or to today. */
  readonly days: number;
  /** The same in minutes, where both times of day were written down on one day. */
  readonly minutes: number | undefined;
  readonly said: Said;
  /** We took all of it, not a part. */
  readonly whole: boolean;
  /** We put it on them, or on nobody. */
  readonly excuses: readonly Recorded[];
  readonly reaction: Reaction | undefined;
  /** What each side promised to do about it. */
  readonly ourEnd: readonly PromiseStanding[];
  readonly theirEnd: readonly PromiseStanding[];
  /** The entry that says how much harm it did, which is the one they accept as mended. */
  readonly harm: Occasion | undefined;
  readonly accepted: Recorded | undefined;
}

/** Harm 2 counts for so long, and harm 3 is still asked about. */
const YEARS = 730;
/** What is said and promised within so many days belongs to it. */
const EPISODE_DAYS = 90;

/** Our failures of two years, in Order. What was found alone and then told is one, not two. */
export function failuresOf(history: History): readonly Failure[] {
  const { asOf, ever } = history;
  const tellings = new Set<string>();
  const faults = [...lately(ever.of(isOurFault), asOf, YEARS)].sort(
    // Who rings first and writes down afterwards what was found has not told it twice.
    (a, b) => a.on - b.on || Number(isTouch(a)) - Number(isTouch(b)),
  );
  return faults.flatMap((entry) => {
    if (tellings.has(entry.id)) return [];
    const failure = failureFrom(entry, history);
    if (failure.told !== undefined) tellings.add(failure.told.id);
    return [failure];
  });
}

function failureFrom(
  entry: Occasion,
  { asOf, ever, ourPromises, theirPromises }: History,
): Failure {
  const since = ever.entries.filter(
    ({ on, seq }) => on > entry.on || (on === entry.on && (seq >= entry.seq || !isTouch(entry))),
  );
  const told = since.find((each) => isTelling(each, entry));
  const accepted = since.find(
    (each) => isAccept(each) && (each.ref === entry.id || each.ref === told?.id),
  );
  const last = Math.min(accepted?.on ?? Infinity, entry.on + EPISODE_DAYS);
  const next = since.findIndex((each) => isOurFault(each) && each !== entry && each !== told);
  const episode = since
    .slice(0, next === -1 ? since.length : next)
    .filter(({ on, id }) => on <= last || id === told?.id);
  const ours = told === undefined ? [] : episode.filter(isOurWord);
  const days = new Set(episode.filter(isAboutIt).map(({ on }) => on));
  const first = Math.min(entry.seq, told?.seq ?? entry.seq);
  const promised = (standings: readonly PromiseStanding[]) =>
    standings.filter(
      ({ promise, status }) =>
        days.has(promise.on) &&
        promise.seq > first &&
        promise.kind !== 'payment' &&
        status !== 'waived',
    );
  const ourEnd = promised(ourPromises);
  return {
    entry,
    // Who lets off steam knew it first, whoever came to whom.
    foundBy: entry.type === 'heard' || entry.signals?.includes('vent') === true ? 'them' : 'us',
    told,
    days: (told?.on ?? asOf) - entry.on,
    minutes: minutesBetween(entry, told),
    said: {
      whatHappened: ours.some(({ signals = [] }) => signals.includes('explained')),
      theirProblem: ours.some(
        ({ about = [], harm }) => about.includes('problem') || harm !== undefined,
      ),
      mending: ourEnd.length > 0,
    },
    whole:
      entry.fault === 'us' &&
      !ours.some(({ fault, weBlame }) => fault === 'both' || weBlame === 'both'),
    excuses: episode.filter(isExcuse),
    reaction: told === undefined ? undefined : reactionIn(episode, told),
    ourEnd,
    theirEnd: promised(theirPromises),
    harm: [entry, told].find((each) => each?.harm !== undefined),
    accepted,
  };
}

const isAccept = (entry: Recorded): entry is Recorded<EntryOf<'accept'>> => entry.type === 'accept';

const isOurFault = among(
  tellsConduct,
  (entry): entry is Occasion =>
    isOccasion(entry) && (entry.fault === 'us' || entry.fault === 'both'),
);

/** We said to them that it was us; where they came to us with it, only our answer does. */
const isOurWord = (entry: Recorded): entry is Touch =>
  isTouch(entry) &&
  (entry.weBlame === 'us' ||
    entry.weBlame === 'both' ||
    (entry.type !== 'heard' && isOurFault(entry)));

const isExcuse = (entry: Recorded): boolean =>
  isOurFault(entry) && (entry.weBlame === 'them' || entry.weBlame === 'nobody');

const isAboutIt = (entry: Recorded): boolean =>
  isOurWord(entry) ||
  isExcuse(entry) ||
  (isOccasion(entry) && ((entry.about ?? []).includes('problem') || isOurFault(entry)));

/** Both sides know from here on: they were reached, or written to, about this. */
const isTelling = (entry: Recorded, failure: Occasion): entry is Touch =>
  isTouch(entry) && entry.outcome === undefined && (entry.id === failure.id || isAboutIt(entry));

function minutesBetween(entry: Occasion, told: Touch | undefined): number | undefined {
  if (told?.on !== entry.on) return undefined;
  if (told.id === entry.id) return 0;
  if (entry.time === undefined || told.time === undefined) return undefined;
  return Math.max(0, clock(told.time) - clock(entry.time));
}

const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Their last word on whose fault it was; without one, whether they let off steam, or said nothing at all. */
function reactionIn(episode: readonly Recorded[], told: Touch): Reaction | undefined {
  const after = episode.slice(Math.max(0, episode.indexOf(told)));
  const blamed = after.findLast((entry) => isOccasion(entry) && entry.blames !== undefined);
  if (blamed !== undefined && isOccasion(blamed) && blamed.blames !== undefined) {
    if (blamed.blames === 'them') return 'took';
    if (blamed.blames === 'both') return 'shared';
    return blamed.blames === 'nobody' || blamed.blames === 'us' ? blamed.blames : 'other';
  }
  if (after.some(({ signals = [] }) => signals.includes('vent'))) return 'unloaded';
  return after.some(isTwoWay) ? undefined : 'silent';
}

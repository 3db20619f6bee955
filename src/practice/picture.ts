import type { Day } from '../journal/days.ts';
import type { EntryOf, Recorded, Touch } from '../journal/entry.ts';
import type { Standing as PromiseStanding } from '../journal/promises.ts';
import type { Verdict } from '../journal/vocabulary.ts';

/** Both days belong to it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** One week of a picture; it ends with `asOf`, a day on which the book could have been reviewed. */
export interface PictureWeek extends Span {
  /** What a review at the end of the week says; null where nothing was known yet. */
  readonly verdict: Verdict | null;
  /** What we did: spoke, tried, sent; in Order. */
  readonly out: readonly Touch[];
  /** What they did: heard. */
  readonly in: readonly Touch[];
}

/** A stretch without a word both ways, longer than this relationship is used to. */
export interface Silence extends Span {
  readonly days: number;
  /** It is not over yet. */
  readonly isOpen: boolean;
}

/** A promise or payment whose due day, or the day it was settled, lies in the picture. */
export interface PicturePromise {
  readonly standing: PromiseStanding;
  readonly by: 'us' | 'them';
  readonly due: Day;
  /** When it was settled: kept, broken or waived; null while it waits. */
  readonly settled: Day | null;
  /** Days after the due day until it was kept, or until `asOf` while it waits; negative when early; null when waived. */
  readonly late: number | null;
}

/** Something that turned the relationship: won, lost, renewal, notice, drop, return, change, harm, hardship, … */
export interface PictureTurn {
  readonly entry: Recorded;
  /** One or two words: "notice", "won 2,400". */
  readonly label: string;
  readonly isGood: boolean | null;
}

/** How they answer: of a day on which we reached for them. */
export interface Answer {
  readonly on: Day;
  readonly answered: boolean;
  readonly entries: readonly Recorded[];
  /** Share answered of the last tries up to this day (as many as the responsiveness rule looks at). */
  readonly recently: number;
}

/** One month, from its first day, or that of the picture, to its last, or `asOf`. */
export interface PictureMonth extends Span {
  readonly minutes: number;
  readonly income: number;
  readonly gave: number;
  readonly got: number;
}

/**
 * What a picture of one relationship shows: a stretch of time and what lies on it, each list in order of time. The numbers
 * are those of the rules; nothing is judged here.
 */
export interface Picture extends Span {
  readonly weeks: readonly PictureWeek[];
  readonly silences: readonly Silence[];
  /** Days on which nothing was expected of them. */
  readonly away: readonly Span[];
  readonly promises: readonly PicturePromise[];
  /** What came in: orders won and payments. */
  readonly income: readonly Recorded<EntryOf<'won' | 'income'>>[];
  readonly turns: readonly PictureTurn[];
  readonly answers: readonly Answer[];
  /** Share answered before the recent tries, ever since the last new start; null with too few to tell. */
  readonly usually: number | null;
  /** Favours in the weights of the reciprocity rule. */
  readonly gave: number;
  readonly got: number;
  readonly months: readonly PictureMonth[];
  /** The seller's own moods, when asked for private things; else empty. */
  readonly moods: readonly Recorded<EntryOf<'mood'>>[];
}

import type { Span } from '../journal/away.ts';
import { chronicleOf } from '../journal/chronicle.ts';
import { addDays, type Day, WEEK } from '../journal/days.ts';
import type { EntryOf, Recorded, Touch } from '../journal/entry.ts';
import { historyOf } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import type { Standing as PromiseStanding } from '../journal/promises.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { withoutPrivateText } from '../journal/without-private.ts';
import { answeredBefore } from '../rules/change.ts';
import { favoursOf } from '../rules/reciprocity.ts';
import type { CustomerReview } from '../verdict/review.ts';
import type { Week } from '../verdict/weeks.ts';
import { type Sizes, sizesOf } from './capital.ts';
import { answersIn } from './picture/answers.ts';
import { monthsIn } from './picture/months.ts';
import { promisesIn } from './picture/promises.ts';
import { silencesOf } from './picture/silences.ts';
import { stretchesOf } from './picture/stretches.ts';
import { turnsIn } from './picture/turns.ts';
import { worthOf } from './worth.ts';

export type { Span };

/** One week of a picture; it ends with a day on which the book could have been reviewed. */
interface PictureWeek extends Span {
  /** What a review at the end of the week says; null where nothing was known yet. */
  readonly verdict: Verdict | null;
  /** What we did: spoke, tried, sent; in Order. */
  readonly out: readonly Touch[];
  /** What they did: heard. */
  readonly in: readonly Touch[];
}

/**
 * A stretch without a word both ways, longer than this relationship is used to. It reaches into the picture, and may have
 * begun before it.
 */
export interface Silence extends Span {
  /** Without those on which nothing was expected of them. */
  readonly days: number;
  /** It is not over yet. */
  readonly isOpen: boolean;
}

/** A promise or payment whose due day, or the day it was settled, lies in the picture, or which waited into it. */
export interface PicturePromise {
  readonly standing: PromiseStanding;
  readonly by: 'us' | 'them';
  readonly due: Day;
  /** When it was settled: kept, broken or waived; null while it waits. */
  readonly settled: Day | null;
  /** Days after the due day until it was settled, or until `asOf` while it waits; negative before it; null when waived. */
  readonly late: number | null;
}

/** Something that turned the relationship: won for the first time or back, lost, renewal, notice, drop, return, change, harm, hardship, … */
export interface PictureTurn {
  /** Where it is drawn: the day of the entry, the one on which a contract renews, or on which a setback began. */
  readonly on: Day;
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
  /** Share answered of the last tries up to this day (as many as the responsiveness rule looks at), 0 to 1. */
  readonly recently: number;
}

/** One month, from its first day, or that of the picture, to its last, or `asOf`. */
export interface PictureMonth extends Span {
  readonly minutes: number;
  readonly income: number;
  /** Favours, whatever their size. */
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
  /** Days on which nothing was expected of them; a stretch may begin before the picture, or end after it. */
  readonly away: readonly Span[];
  readonly promises: readonly PicturePromise[];
  /** What came in: orders won and payments. */
  readonly income: readonly Recorded<EntryOf<'won' | 'income'>>[];
  readonly turns: readonly PictureTurn[];
  readonly answers: readonly Answer[];
  /** Share answered in the year before the recent tries, as the rule `change` compares them; null with too few to tell. */
  readonly usually: number | null;
  /** Favours as the rule `reciprocity` counts them: those of a year, since the last new start. */
  readonly gave: number;
  readonly got: number;
  /** The same favours by size. */
  readonly sizes: { readonly gave: Sizes; readonly got: Sizes };
  /** Minutes and income of the year up to `asOf`; income of an hour, null where too little time was spent. */
  readonly year: {
    readonly minutes: number;
    readonly income: number;
    readonly hourly: number | null;
  };
  readonly months: readonly PictureMonth[];
  /** The seller's own moods, when asked for private things; else empty. */
  readonly moods: readonly Recorded<EntryOf<'mood'>>[];
}

interface Props {
  /** Week by week, at least one, the last one that of the review. */
  readonly weeks: readonly Week[];
  /** With the words of private entries, and moods. Without, private entries are counted and say nothing. */
  readonly privately: boolean;
}

/** @param review with all entries, not those of an excerpt: a silence is measured by those before */
export function pictureOf(
  { relationship, judgement }: Pick<CustomerReview, 'relationship' | 'judgement'>,
  { weeks, privately }: Props,
): Picture {
  const { asOf } = judgement;
  const span = { from: addDays(weeks[0]?.asOf ?? asOf, 1 - WEEK), to: asOf };
  const stretches = stretchesOf(relationship, span);
  const history = historyOf(relationship, asOf);
  const { ever } = history;
  const worded = <E extends Recorded>(entry: E): E =>
    privately ? entry : (withoutPrivateText(entry) as E);
  const within = <E extends Recorded>(entries: readonly E[]): readonly E[] =>
    between(entries, span.from, asOf).map(worded);
  const { favours, gave, got } = favoursOf(history);
  const { hourly, income, minutes } = worthOf(history);
  return {
    ...span,
    weeks: weeksIn(weeks, within(ever.touches)),
    silences: silencesOf(relationship, span, stretches),
    away: history.away.spans.filter(({ from, to }) => to >= span.from && from <= asOf),
    promises: promisesIn(span, stretches, worded),
    income: within(ever.of(isIncome)),
    turns: turnsIn(span, ever.entries.map(worded)),
    answers: answersIn(span, stretches).map(({ entries, ...answer }) => ({
      ...answer,
      entries: entries.map(worded),
    })),
    usually: answeredBefore(history) ?? null,
    gave: gave.length,
    got: got.length,
    sizes: { gave: sizesOf(favours, 'gave'), got: sizesOf(favours, 'got') },
    year: { minutes, income, hourly },
    months: monthsIn(span, chronicleOf(relationship.entries)),
    moods: privately ? within(ever.of(isMood)) : [],
  };
}

const isIncome = (entry: Recorded): entry is Recorded<EntryOf<'won' | 'income'>> =>
  entry.type === 'won' || entry.type === 'income';
const isMood = (entry: Recorded): entry is Recorded<EntryOf<'mood'>> => entry.type === 'mood';

const weeksIn = (weeks: readonly Week[], touches: readonly Touch[]): readonly PictureWeek[] =>
  weeks.map(({ asOf, verdict }) => {
    const from = addDays(asOf, 1 - WEEK);
    const some = between(touches, from, asOf);
    return {
      from,
      to: asOf,
      verdict,
      out: some.filter(({ type }) => type !== 'heard'),
      in: some.filter(({ type }) => type === 'heard'),
    };
  });

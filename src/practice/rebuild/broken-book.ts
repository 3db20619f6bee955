import { compareNames, type CustomerReview } from '../../verdict/review.ts';
import { handedOver } from '../handed-over.ts';
import { regarding } from './broken.ts';
import { CLIMBS, type Course } from './next.ts';
import { type Way, wayBack } from './page.ts';
import { factsOf, rungAdvice } from './rungs.ts';
import { undecidedDays } from './undecided.ts';

/** One broken relationship of the book. */
export interface BrokenOne {
  readonly way: Way;
  /** What one could honestly say to them; undefined where nothing is to be said. */
  readonly words: string | undefined;
  /** The words belong to a later step than the next one. */
  readonly later: boolean;
  /** For how long it has been neither rebuilt nor let go. */
  readonly undecided: number | undefined;
}

/** What can be done comes before what rests. */
const COURSES = [
  'opening',
  'climbing',
  'selling',
  'verdict',
  'beginning',
  'resting',
  'theirs',
  'letting-go',
  'over',
] as const satisfies readonly Course[];

/** All relationships that broke and may be mended, or have a way back; what can be done first, then by value. */
export function brokenBook(reviews: readonly CustomerReview[]): readonly BrokenOne[] {
  const worth = new Map(reviews.map(({ relationship, value }) => [relationship, value ?? 0]));
  const valueOf = ({ way }: BrokenOne): number => worth.get(way.regarded.relationship) ?? 0;
  const placeOf = ({ way }: BrokenOne): number =>
    COURSES.findIndex((course) => course === way.course);
  const nameOf = ({ way }: BrokenOne): string => way.regarded.relationship.customer.name;
  return reviews
    .map((review) => wayBack(regarding(review)))
    .filter(isBroken)
    .map((way) => ({
      way,
      words: honestWords(way),
      later: areLater(way),
      undecided: undecidedDays(way),
    }))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) || valueOf(b) - valueOf(a) || compareNames(nameOf(a), nameOf(b)),
    );
}

/** Whoever was dropped twice has no way back; whoever was handed over is a colleague's to win. */
const isBroken = ({ course, regarded }: Way): boolean =>
  course !== 'nothing' &&
  !regarded.judgement.standing.once &&
  handedOver(regarded.history.ever.entries) === undefined;

const GOODBYE = 'I will not go on asking. Should you ever need us, my door is open.';

/** The next step is to be silent, or to read; there is something to say all the same. */
const areLater = ({ course, next }: Way): boolean =>
  next.words === undefined && (CLIMBS.has(course) || course === 'resting');

/** Those of the next step, else of the first step ahead for which there are any. */
function honestWords({ broken, course, ladder, next, regarded }: Way): string | undefined {
  const { row } = regarded.judgement;
  if (next.words !== undefined) return next.words;
  if (broken === undefined || ladder === undefined || !(CLIMBS.has(course) || course === 'resting'))
    return row.words ?? (course === 'verdict' ? undefined : GOODBYE);
  const facts = factsOf(regarded, broken, ladder);
  const said = ladder.rungs
    .filter(({ state }) => state === 'open')
    .map(({ step }) => rungAdvice(step, facts, ladder).words);
  return said.find((words) => words !== undefined);
}

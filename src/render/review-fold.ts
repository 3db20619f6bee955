import type { Verdict } from '../journal/vocabulary.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { patternWords } from './finding-words.ts';
import type { RemarksOf } from './remark-text.ts';
import { findingsOf } from './review-cells.ts';
import { WORST_FIRST } from './review-page.ts';

/** One customer on the page, or several in one line. */
export type Part =
  | { readonly one: CustomerReview }
  | {
      readonly verdict: Verdict;
      readonly many: readonly CustomerReview[];
      /** What they have in common. */
      readonly words: string;
    };

const WARN = 2;
/** More than these would bury what matters; the rest goes by what was found. */
const TOLD_MOST = 18;
const TOLD_OF_EACH = 6;

/**
 * The reviews in their order, those alike put together behind the others of their verdict: customers with nothing but
 * the same warning on our side, and KEEP ones. Of a big book only the first of each verdict stand alone.
 */
export function folded(
  customers: readonly CustomerReview[],
  remarksOf: RemarksOf,
): readonly Part[] {
  const isMild = (review: CustomerReview): boolean =>
    hasOneMildFinding(review) && remarksOf(review).length === 0;
  return WORST_FIRST.flatMap((verdict) => {
    const some = customers.filter(({ judgement }) => judgement.verdict === verdict);
    const mild = grouped(some.filter(isMild));
    const alone = some.filter(
      (each) => (mild.get(patternOf(each)) ?? []).length < 2 || !isMild(each),
    );
    const told = customers.length > TOLD_MOST ? alone.slice(0, TOLD_OF_EACH) : alone;
    const rest = grouped(some.filter((each) => !told.includes(each)));
    return [
      ...told.map((one): Part => ({ one })),
      ...[...rest].map(([words, many]): Part => {
        const [one] = many;
        return one !== undefined && many.length === 1 ? { one } : { verdict, many, words };
      }),
    ];
  });
}

function grouped(
  customers: readonly CustomerReview[],
): ReadonlyMap<string, readonly CustomerReview[]> {
  const groups = new Map<string, CustomerReview[]>();
  for (const each of customers) {
    const words = patternOf(each);
    groups.set(words, [...(groups.get(words) ?? []), each]);
  }
  return groups;
}

/** Nothing but one warning on our side, and no news. */
function hasOneMildFinding(review: CustomerReview): boolean {
  const { changed, decision, judgement, previous } = review;
  if (changed || previous === null || decision !== null || judgement.worsening) return false;
  const [first, ...others] = findingsOf(review, ['ours', 'theirs', 'economics']).filter(
    ({ level }) => (level ?? 0) >= WARN,
  );
  return (
    judgement.verdict === 'FIX' &&
    first?.rule.side === 'ours' &&
    first.level === WARN &&
    others.length === 0
  );
}

/** What is worst, theirs before ours; where nothing was found, their stage. */
function patternOf(review: CustomerReview): string {
  const [worst] = findingsOf(review, ['theirs', 'economics', 'ours']);
  return worst === undefined ? review.judgement.standing.stage : patternWords(worst.rule.name);
}

import type { Verdict } from '../journal/vocabulary.ts';
import type { CustomerReview, Remembered } from '../verdict/review.ts';
import { patternWords } from './finding-words.ts';
import type { RemarksOf } from './remark-text.ts';
import { findingsOf } from './review-cells.ts';
import { WORST_FIRST } from './review-page.ts';

/** A customer as far as it takes to decide whether they are told alone. */
export interface Outlined extends Remembered {
  /** What is worst, in words that several customers may share. */
  readonly pattern: string;
  /** Nothing but one warning on our side, no news and nothing to mind. */
  readonly isMild: boolean;
  readonly hasRemarks: () => boolean;
  /** The command of the next step. */
  readonly next: () => string;
  /** For whoever is told alone: their entries may have to be read again for it. */
  readonly review: () => CustomerReview;
}

/** One customer on the page, or several in one line. */
export type Part =
  | { readonly one: Outlined }
  | {
      readonly verdict: Verdict;
      readonly many: readonly Outlined[];
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
export function folded(customers: readonly Outlined[]): readonly Part[] {
  return WORST_FIRST.flatMap((verdict) => {
    const some = customers.filter(({ judgement }) => judgement.verdict === verdict);
    const mild = grouped(some.filter(({ isMild }) => isMild));
    const alone = some.filter(
      ({ isMild, pattern }) => (mild.get(pattern) ?? []).length < 2 || !isMild,
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

function grouped(customers: readonly Outlined[]): ReadonlyMap<string, readonly Outlined[]> {
  const groups = new Map<string, Outlined[]>();
  for (const each of customers) {
    const group = groups.get(each.pattern);
    if (group === undefined) groups.set(each.pattern, [each]);
    else group.push(each);
  }
  return groups;
}

export const outlineOf = (
  review: CustomerReview,
  remarksOf: RemarksOf,
): Pick<Outlined, 'isMild' | 'pattern'> => ({
  pattern: patternOf(review),
  isMild: hasOneMildFinding(review) && remarksOf(review).length === 0,
});

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

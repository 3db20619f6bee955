import { remarksOf } from '../practice/remarks.ts';
import { nextCommand } from '../render/next-command.ts';
import type { Page } from '../render/page.ts';
import { folded, type Outlined, outlineOf } from '../render/review-fold.ts';
import { weeksBeside } from '../render/review-headline.ts';
import { reviewText } from '../render/review-text.ts';
import { byUrgency, type CustomerReview, remembered } from '../verdict/review.ts';
import type { MedianOn } from '../verdict/track.ts';
import { weeksOf } from '../verdict/weeks.ts';
import { remembering } from '../journal/remembering.ts';
import type { ReviewForm } from './review-forms.ts';

/** After so many more customers it is asked anew who need not be held any longer. */
const MORE = 8;

/**
 * A page of text tells few customers of a big book one by one, and who they are is known at the end. Those who would be
 * told if the book ended here are held; who turns out to be told after all is read again.
 * @param medianOn for the column of weeks; undefined where the page has none
 * @param named each customer is told, as they were asked for by name
 */
export function textForm(
  page: Page,
  medianOn: MedianOn | undefined,
  named: boolean,
): ReviewForm<Outlined> {
  const told = remembering(remarksOf);
  const read = new Map<Outlined, Held>();
  return {
    keep(review, isRead, again) {
      const held = new Held(review, again);
      const outline = outlined(review, held, told);
      if (!isRead) {
        // Of those who are merely counted it is said at once whether there is something to mind.
        const hasRemarks = told(review).length > 0;
        held.letGo();
        return { ...outline, hasRemarks: () => hasRemarks };
      }
      read.set(outline, held);
      if (!named && read.size % MORE === 0) letGoOfOthers(read);
      return outline;
    },
    set: (all) =>
      reviewText(
        {
          ...all,
          remarksOf: told,
          weeksOf:
            medianOn === undefined
              ? undefined
              : (review) => weeksOf(review, medianOn, weeksBeside(page)),
        },
        page,
      ),
  };
}

/** Made apart from the review: a function that is made beside another one holds what that one holds. */
const outlined = (review: CustomerReview, held: Held, told: typeof remarksOf): Outlined => ({
  ...remembered(review),
  ...outlineOf(review, told),
  hasRemarks: () => told(held.review()).length > 0,
  next: () => held.next(),
  review: () => held.review(),
});

/** Of those who would not be told one by one, the first of several gives them the command that stands below. */
function letGoOfOthers(read: ReadonlyMap<Outlined, Held>): void {
  const alone = new Set<Outlined>();
  for (const part of folded([...read.keys()].sort(byUrgency))) {
    if ('one' in part) alone.add(part.one);
    else if (part.many[0] !== undefined) read.get(part.many[0])?.next();
  }
  for (const [outline, held] of read) if (!alone.has(outline)) held.letGo();
}

/** A review that can be had again. */
class Held {
  readonly #again: () => CustomerReview;
  #review: CustomerReview | undefined;
  #next: string | undefined;

  constructor(review: CustomerReview, again: () => CustomerReview) {
    this.#review = review;
    this.#again = again;
  }

  review(): CustomerReview {
    return this.#review ?? this.#again();
  }

  /** Once it was asked for, it needs no entries any more. */
  next(): string {
    return (this.#next ??= nextCommand(this.review()));
  }

  letGo(): void {
    this.#review = undefined;
  }
}

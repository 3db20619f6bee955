import { freedHours } from '../practice/freed-hours.ts';
import { pictureOf } from '../practice/picture.ts';
import { reasonOf } from '../practice/reason.ts';
import { remarksOf } from '../practice/remarks.ts';
import type { World } from '../platform/world.ts';
import type { BookPage } from '../render/html/book-page.ts';
import { visible } from '../render/visible.ts';
import { byWorth, type CustomerReview } from '../verdict/review.ts';
import { weeksOf } from '../verdict/weeks.ts';
import { partOf, wholeBook } from '../verdict/whole-book.ts';
import { handOut, type PageOptions, sha256 } from './page-output.ts';
import type { HeldReview } from './set-review.ts';
import { remembering } from '../journal/remembering.ts';
import type { Eyes } from './privately.ts';

interface Shown extends Pick<BookPage, 'customers' | 'currency' | 'known'> {
  readonly review: HeldReview;
}

const FILE = 'review.html';

/** The review as one page in HTML, with pictures. */
export async function printPage(
  world: World,
  shown: Shown,
  options: PageOptions & Pick<Eyes, 'private'>,
): Promise<void> {
  const { reviewPage } = await import('../render/html/pages.tsx');
  const privately = options.private === true;
  const weeksOfOne = remembering((review: CustomerReview) =>
    weeksOf(review, shown.review.medianOn),
  );
  for (const each of world.counted(shown.customers, 'customers drawn')) weeksOfOne(each);
  const worthiest = byWorth(shown.review.customers);
  const page: BookPage = {
    ...shown,
    book: wholeBook(shown.review.customers.map(partOf)),
    weeksOf: weeksOfOne,
    called: visible,
    remarksOf,
    reasonOf: ({ judgement }) => reasonOf(judgement, privately),
    pictureOf: (review) => pictureOf(review, { weeks: weeksOfOne(review), privately }),
    freedOf: (review) => freedHours(review, worthiest),
    privately,
  };
  await handOut(world, FILE, reviewPage(page, sha256), options);
}

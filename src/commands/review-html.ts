import { freedHours } from '../practice/freed-hours.ts';
import { pictureOf } from '../practice/picture.ts';
import { reasonOf } from '../practice/reason.ts';
import { remarksOf } from '../practice/remarks.ts';
import type { World } from '../platform/world.ts';
import type { BookPage } from '../render/html/book-page.ts';
import { visible } from '../render/visible.ts';
import { handOut, type PageOptions, sha256 } from './page-output.ts';
import type { Eyes } from './privately.ts';

type Shown = Pick<BookPage, 'review' | 'book' | 'customers' | 'currency' | 'known' | 'weeksOf'>;

const FILE = 'review.html';

/** The review as one page in HTML, with pictures. */
export async function printPage(
  world: World,
  shown: Shown,
  options: PageOptions & Pick<Eyes, 'private'>,
): Promise<void> {
  const { reviewPage } = await import('../render/html/pages.tsx');
  const privately = options.private === true;
  const page: BookPage = {
    ...shown,
    called: visible,
    remarksOf,
    reasonOf: ({ judgement }) => reasonOf(judgement, privately),
    pictureOf: (review) => pictureOf(review, { weeks: shown.weeksOf(review), privately }),
    freedOf: (review) => freedHours(review, shown.review.customers),
    privately,
  };
  await handOut(world, FILE, reviewPage(page, sha256), options);
}

import type { Lesson } from '../practice/lessons.ts';
import { openCards, openPeople } from '../practice/open-part.ts';
import type { Picture } from '../practice/picture.ts';
import { reasonOf } from '../practice/reason.ts';
import type { Reasoning } from '../practice/reasoning.ts';
import type { World } from '../platform/world.ts';
import type { Card } from '../render/html/relationship.tsx';
import { visible } from '../render/visible.ts';
import type { CustomerReview } from '../verdict/review.ts';
import type { JournalOption } from './common.ts';
import { readingFrom } from './opening.ts';
import { handOut, type PageOptions, sha256 } from './page-output.ts';
import { type Eyes, learnedInPrivate } from './privately.ts';

interface Shown {
  readonly review: CustomerReview;
  readonly reasoning: Reasoning;
  readonly lessons: readonly Lesson[];
  readonly currency: string | undefined;
  readonly card: Omit<Card, 'customer'>;
  /** Undefined where it is not wanted, or there is nothing to draw yet. */
  readonly picture: Picture | undefined;
  readonly privately: boolean;
}

const FILE = 'customer.html';

/** One customer as a page in HTML: all that `show` and `why` say, and the pictures. */
export async function showHtml(
  world: World,
  { card, currency, lessons, picture, privately, reasoning, review }: Shown,
  options: PageOptions & JournalOption & Pick<Eyes, 'mask'>,
): Promise<void> {
  const { showPage } = await import('../render/html/pages.tsx');
  const { customer, entries } = review.relationship;
  const account = { customer, entries, people: card.people };
  // Behind a mask there are no words on the cards, and no ids by which their history is found.
  const isOpen = privately || options.mask === true;
  const cards = isOpen
    ? account
    : openCards(
        account,
        readingFrom(world, options.db, (store) => learnedInPrivate(store, account)),
      );
  const named = isOpen ? cards.people : openPeople(cards.people, entries);
  const text = showPage(
    {
      review,
      picture,
      reason: reasonOf(review.judgement, privately),
      remarks: reasoning.remarks,
      currency,
      privately,
      id: 'customer',
      called: visible,
      alone: true,
      card: { ...card, customer: cards.customer, people: named },
      reasoning,
      lessons,
    },
    sha256,
  );
  await handOut(world, FILE, text, options);
}

import { type Digest, documentOf } from './document.tsx';
import { Relationship, type RelationshipProps } from './relationship.tsx';
import type { BookPage } from './book-page.ts';
import { BookReview, bookTitle } from './review-html.tsx';

/** One customer as a page of its own. */
export const showPage = (shown: RelationshipProps, digest: Digest): string =>
  documentOf(
    {
      title: shown.called(shown.review.relationship.customer.name),
      children: <Relationship {...shown} />,
    },
    digest,
  );

/** The review of the whole book as one page. */
export const reviewPage = (shown: BookPage, digest: Digest): string =>
  documentOf({ title: bookTitle(shown), children: <BookReview {...shown} /> }, digest);

import { type Digest, documentOf } from './document.tsx';
import { Relationship, type RelationshipProps } from './relationship.tsx';

/** One customer as a page of its own. */
export const showPage = (shown: RelationshipProps, digest: Digest): string =>
  documentOf(
    { title: shown.review.relationship.customer.name, children: <Relationship {...shown} /> },
    digest,
  );

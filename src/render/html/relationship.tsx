import type { Picture } from '../../practice/picture.ts';
import type { CustomerReview } from '../../verdict/review.ts';

export interface RelationshipProps {
  readonly review: CustomerReview;
  readonly picture: Picture;
}

/** One relationship: what it is judged to be, why, and its picture. */
export function Relationship({ review }: RelationshipProps) {
  const { customer } = review.relationship;
  return (
    <section>
      <h2>{customer.name}</h2>
    </section>
  );
}

import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { quotedName } from './quoted.ts';

/** One command that can be pasted: what records the next step, else what explains the verdict. */
export function nextCommand(review: Pick<CustomerReview, 'judgement' | 'relationship'>): string {
  const name = quotedName(review.relationship.customer.name);
  const [verb, ...words] = (nextStep(review).command ?? 'why').split(' ');
  return ['rel', verb, name, ...words].join(' ');
}

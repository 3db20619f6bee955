import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { quotedName } from './quoted.ts';

/** One command that can be pasted: what records the next step, else what explains the verdict. */
export function nextCommand(review: Pick<CustomerReview, 'judgement' | 'relationship'>): string {
  const { command = 'why', entry } = nextStep(review);
  const subject = entry?.toString() ?? quotedName(review.relationship.customer.name);
  const [verb, ...words] = command.split(' ');
  return ['rel', verb, subject, ...words].join(' ');
}

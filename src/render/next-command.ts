import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { quotedName } from './quoted.ts';

/** One command that can be pasted: what records the next step, else what explains the verdict. */
export function nextCommand({ judgement, relationship }: CustomerReview): string {
  const name = quotedName(relationship.customer.name);
  const { log } = nextStep(judgement);
  return log === undefined ? `rel why ${name}` : `rel log ${name} ${log}`;
}

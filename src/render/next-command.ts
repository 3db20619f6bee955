import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { quoted, quotedName } from './quoted.ts';

/** One command that can be pasted: what records the next step, else what explains the verdict. */
export function nextCommand(review: Pick<CustomerReview, 'judgement' | 'relationship'>): string {
  const { command = 'why', entry } = nextStep(review);
  return pasteable(command, entry?.toString() ?? quotedName(review.relationship.customer.name));
}

/** @param command its subject left out after the first word: `log call :need` */
export function pasteable(command: string, subject: string): string {
  const [verb, ...words] = command.split(' ');
  return ['rel', verb, subject, ...words.map(wordAsTyped)].join(' ');
}

const WITH = 'with:';

/** People are called by words that a shell could take for its own. */
const wordAsTyped = (word: string): string =>
  word.startsWith(WITH) ? `${WITH}${quoted(word.slice(WITH.length))}` : word;

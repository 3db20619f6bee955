import { lackingIn } from '../../journal/excuse.ts';
import { handedOver } from '../handed-over.ts';
import type { Way } from './page.ts';

/** By then a wound of any size has had its peace, and whoever has neither begun nor let go has only waited. */
const UNDECIDED_DAYS = 180;

/**
 * For how many days a lost customer has been neither rebuilt nor let go: no step, no decision of the seller's, no wish to
 * drop them. Undefined where it was decided, or there is still time.
 */
export function undecidedDays({ broken, ladder, regarded }: Way): number | undefined {
  const { history, judgement } = regarded;
  const { asOf, ever, standing } = history;
  if (broken === undefined || ladder === undefined || ladder.begun) return undefined;
  if (handedOver(ever.entries) !== undefined) return undefined;
  if (standing.stage !== 'lost' || judgement.verdict !== 'REBUILD') return undefined;
  const days = asOf - broken.since;
  const decided = ever.entries.some(
    (entry) =>
      entry.on >= broken.since &&
      (entry.type === 'intent' || (entry.type === 'decision' && lackingIn(entry).length === 0)),
  );
  return days > UNDECIDED_DAYS && !decided ? days : undefined;
}

import { type History, lately } from '../journal/history.ts';
import { type Beginning, beginningOf, isPastBeginning } from './beginning.ts';

/** Whoever was left alone for so long begins anew. */
const FORGOTTEN_DAYS = 730;

/** The beginning that a review is in the middle of: of somebody new, while business may still come of it. */
export function newRelationship({ asOf, ever, standing }: History): Beginning | undefined {
  if (standing.stage !== 'prospect' && standing.stage !== 'active') return undefined;
  // What is older may be unread.
  const entries = lately(ever.entries, asOf, FORGOTTEN_DAYS);
  if (isPastBeginning(entries, asOf)) return undefined;
  const beginning = beginningOf(entries, asOf);
  return beginning?.isNew === true ? beginning : undefined;
}

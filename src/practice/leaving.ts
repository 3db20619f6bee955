import { type Considering, isConsidering } from '../journal/considering.ts';
import type { Day } from '../journal/days.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';

export type Loss = Recorded<EntryOf<'lost'>>;

const DECIDED: ReadonlySet<string> = new Set(['won', 'lost', 'drop', 'refuse']);

/** The last word that they think about leaving, while nothing has decided it. @param entries in Order */
export function considering(entries: readonly Recorded[]): Considering | undefined {
  const at = entries.findLastIndex(isConsidering);
  const entry = entries[at];
  if (entry === undefined || !isConsidering(entry)) return undefined;
  const before = entries.slice(0, at).findLast(({ type }) => type === 'renewal');
  const isDecided = entries
    .slice(at + 1)
    // The end of their contract, written down late, decides nothing; a later end than the one known does.
    .some(({ type }) => DECIDED.has(type) || (type === 'renewal' && before !== undefined));
  return isDecided ? undefined : entry;
}

/** The loss that stands, or stood before the new start; undefined where they never left. @param entries in Order */
export const lastLoss = (entries: readonly Recorded[]): Loss | undefined =>
  entries.findLast((entry) => entry.type === 'lost');

/** Nobody has said yet why they left. */
export const isUnexplained = ({ cause }: Loss): boolean =>
  cause === undefined || cause === 'unknown';

/** The last day of the business that was lost: the end of their contract, where it still ran. */
export function effectiveDay(loss: Loss, entries: readonly Recorded[]): Day {
  const contract = entries.findLast(
    (entry) => entry.type === 'renewal' && entry.on <= loss.on && entry.renewsOn >= loss.on,
  );
  return contract?.type === 'renewal' ? contract.renewsOn : loss.on;
}

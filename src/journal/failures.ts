import { tellsConduct } from './conduct.ts';
import { among, isOccasion, type Occasion, type Recorded } from './entry.ts';

/** Harm that was our fault, or partly. */
export const isOurFailure = among(
  tellsConduct,
  (entry): entry is Occasion =>
    isOccasion(entry) &&
    (entry.fault === 'us' || entry.fault === 'both') &&
    entry.harm !== undefined,
);

/** Harm of ours that they have not accepted as mended, in the order given. */
export function openFailures(entries: readonly Recorded[]): readonly Occasion[] {
  const accepted = new Set(entries.flatMap((each) => (each.type === 'accept' ? [each.ref] : [])));
  return entries.filter(isOurFailure).filter(({ id }) => !accepted.has(id));
}

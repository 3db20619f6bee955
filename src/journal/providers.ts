import { tellsConduct } from './conduct.ts';
import { among, isOccasion, type Occasion, type Recorded } from './entry.ts';

/** They held another provider responsible. */
export const isBashing = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && entry.blames?.startsWith('other:') === true,
);

/** They took their part of it. */
export const isOwning = among(
  tellsConduct,
  (entry): entry is Occasion =>
    isOccasion(entry) && (entry.blames === 'them' || entry.blames === 'both'),
);

/** We asked what they would change on their end. */
export const isAsked = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && entry.asked === true,
);

/** They praised us before we had done anything. */
export const isFlattering = (entry: Recorded): entry is Occasion =>
  isOccasion(entry) && entry.signals?.includes('flattery') === true;

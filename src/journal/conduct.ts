import { among, isOccasion, type Occasion } from './entry.ts';

/** It is told how the two treated each other, not only that they met. Most occasions tell nothing of it. */
export const tellsConduct = among(
  isOccasion,
  (entry): entry is Occasion =>
    isOccasion(entry) &&
    (entry.fault !== undefined ||
      entry.blames !== undefined ||
      entry.gave !== undefined ||
      entry.got !== undefined ||
      entry.conceded !== undefined ||
      entry.rude !== undefined ||
      entry.dealbreaker !== undefined ||
      entry.asked !== undefined),
);

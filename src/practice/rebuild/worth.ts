import { effortOf, minutesOf } from '../../journal/effort.ts';
import { isOccasion } from '../../journal/entry.ts';
import { until } from '../../journal/order.ts';
import type { Break, Regarded } from './broken.ts';

/** What they would bring in a year, against the time that went into winning them back. */
export interface Worth {
  /** What the card says, else the income of the year before it broke; null where neither is known. */
  readonly yearly: number | null;
  /** Since it broke. */
  readonly minutes: number;
  /** What that time would have earned elsewhere; null where no floor is set and no hour can be compared. */
  readonly cost: number | null;
  /** More has gone in than a year of theirs brings: more of it will not pay. */
  readonly overspent: boolean;
}

export function worthOf({ relationship, history }: Regarded, { since }: Break): Worth {
  const { customer, entries, medianReturn, settings } = relationship;
  const before = effortOf(until(entries, since), since).income;
  const yearly = customer.value ?? (before > 0 ? before : null);
  const minutes = history.ever.entries
    .filter(isOccasion)
    .filter(({ on }) => on >= since)
    .reduce((sum, occasion) => sum + minutesOf(occasion), 0);
  const hour = settings.floor ?? medianReturn;
  const cost = hour === undefined ? null : Math.round((hour * minutes) / 60);
  return { yearly, minutes, cost, overspent: cost !== null && yearly !== null && cost > yearly };
}

import { type Day, formatDay } from '../journal/days.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import { until } from '../journal/order.ts';
import { standingDecision } from '../verdict/review.ts';
import type { Row } from './tables.ts';

interface Wanted {
  /** Whether decisions of that day are wanted. */
  readonly isIn: (day: Day) => boolean;
  /** Whether the reasons of private decisions are told. */
  readonly withPrivate: boolean;
}

/**
 * Every decision dated on or before `asOf`, in order of recording, beside what rel came to on its day.
 * @param accounts the entries of each customer, in Order
 */
export function decisionRows(
  accounts: readonly (readonly Recorded[])[],
  asOf: Day,
  { isIn, withPrivate }: Wanted,
): readonly Row[] {
  return accounts
    .flatMap((entries) => {
      const seen = until(entries, asOf);
      const standing = standingDecision(seen, asOf);
      return seen
        .filter((entry) => entry.type === 'decision')
        .map((entry) => ({ entry, stands: entry === standing }));
    })
    .filter(({ entry }) => isIn(entry.on))
    .sort((a, b) => a.entry.seq - b.entry.seq)
    .map(({ entry, stands }) => decisionRow(entry, stands, withPrivate));
}

function decisionRow(
  entry: Recorded<EntryOf<'decision'>>,
  stands: boolean,
  withPrivate: boolean,
): Row {
  const { seq, id, customer, on, verdict, computed, reason, until: end } = entry;
  return {
    number: seq,
    id,
    customer,
    on: formatDay(on),
    verdict,
    computed,
    agreed: computed === undefined ? undefined : verdict === computed,
    reason: entry.private === true && !withPrivate ? undefined : reason,
    until: end === undefined ? undefined : formatDay(end),
    stands,
  };
}

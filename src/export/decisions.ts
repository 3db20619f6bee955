import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { until } from '../journal/order.ts';
import type { Account } from '../verdict/book.ts';
import { standingDecision } from '../verdict/review.ts';
import { entryRow, type Row } from './tables.ts';

interface Wanted {
  readonly isWanted: (entry: Recorded) => boolean;
  /** Whether the reasons of private decisions are told. */
  readonly withPrivate: boolean;
}

/** Every decision dated on or before `asOf`, in order of recording, beside what rel came to on its day. */
export function decisionRows(
  accounts: readonly Account[],
  asOf: Day,
  { isWanted, withPrivate }: Wanted,
): readonly Row[] {
  return accounts
    .flatMap(({ entries }) => {
      const seen = until(entries, asOf);
      const standing = standingDecision(seen, asOf);
      return seen
        .filter((entry) => entry.type === 'decision' && isWanted(entry))
        .map((entry) => ({ entry, stands: entry === standing }));
    })
    .sort((a, b) => a.entry.seq - b.entry.seq)
    .map(({ entry, stands }) => {
      const row = entryRow(entry, withPrivate);
      const computed = row['computed'] ?? null;
      return {
        ...row,
        agreed: computed === null ? null : row['verdict'] === computed,
        reason: entry.private === true && !withPrivate ? null : (row['reason'] ?? null),
        stands,
      };
    });
}

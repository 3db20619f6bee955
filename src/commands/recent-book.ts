import { addDays, type Day, WEEK } from '../journal/days.ts';
import { FIX_WEEKS } from '../practice/remarks/only-ever-fix.ts';
import type { Store } from '../store/store.ts';
import { neededSince, olderNeeded } from '../verdict/excerpt.ts';
import { openBookOf, type OpenBook } from './book.ts';

/**
 * The journal as far as a review needs it that judges days from `first` to `asOf`: of a long one, what lasts and the
 * last years. A customer may still be asked for in full, as long as the store is open.
 * @param withIds whether the ids of entries are printed, not their numbers alone
 */
export function openRecentBook(store: Store, first: Day, asOf: Day, withIds: boolean): OpenBook {
  store.walkingThrough();
  const settings = store.settings();
  const remarked = addDays(asOf, -FIX_WEEKS * WEEK);
  const earliest = first < remarked ? first : remarked;
  const since = neededSince(settings, earliest);
  return openBookOf(store, (key) => {
    const recent = store.recentEntriesOf(key, since);
    if (recent === undefined) return { entries: store.entriesOf(key) };
    const older = olderNeeded(recent.entries, settings, since, earliest, asOf, withIds);
    if (older === 'all') return { entries: recent.whole() };
    const entries = older.length === 0 ? recent.entries : recent.withOlder(older);
    return { entries, excerpt: { since, whole: () => recent.whole() } };
  });
}

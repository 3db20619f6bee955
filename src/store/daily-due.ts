import { readdirSync } from 'node:fs';
import { type Day, formatDay } from '../journal/days.ts';
import { backupFolder } from './backups.ts';
import { sizeOf } from './journal-file.ts';

/** A bigger journal takes too long to be copied and verified on the way. */
const BIGGEST_BYTES = 50_000_000;

/**
 * Whether this day has no daily backup yet. Asked after each change: it reads one folder, and nothing that it cannot
 * read is an error here.
 * @param sizes `auto`: a big journal is left to `rel backup`
 */
export function isDailyDue(journal: string, today: Day, sizes: 'auto' | 'always'): boolean {
  const day = formatDay(today);
  if (
    namesIn(backupFolder(journal)).some(
      (name) => name.startsWith(day) && name.endsWith('-daily.db'),
    )
  )
    return false;
  return sizes === 'always' || !isBig(journal);
}

/** Whether `auto` leaves the journal to `rel backup`. */
const isBig = (journal: string): boolean => sizeOf(journal) > BIGGEST_BYTES;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { timestamp, type Clock } from '../journal/clock.ts';
import { systemError } from './failures.ts';
import { isStrangersFolder } from './other-users.ts';

/**
 * What a backup was made before; a `daily` one after the first change of its day, an `asked` one by `rel backup`. A
 * `restore` one is the journal itself, as it was when another took its place: it may be damaged.
 */
export const OCCASIONS = [
  'daily',
  'asked',
  'import',
  'sync',
  'migration',
  'forget',
  'restore',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface Backup {
  readonly file: string;
  /** When it was made, by the local clock: 2026-11-16T17:03:12; its name is the only place that says so. */
  readonly made: string;
  readonly occasion: Occasion;
  readonly bytes: number;
}

/**
 * Where the backups of a journal lie: in a folder beside it that carries its name, so that two
 * journals in one folder keep theirs apart.
 * @param journal its file, links followed
 */
export const backupFolder = (journal: string): string =>
  join(dirname(journal), `${basename(journal, '.db')}-backups`);

const NAME = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)-(${OCCASIONS.join('|')})\\.db$`,
);

/** @param made as in `Backup` */
export const backupName = (made: string, occasion: Occasion): string =>
  `${made.replaceAll(':', '')}-${occasion}.db`;

/**
 * The present second, or the first one after it of which there is no backup: so each was made before or after another.
 */
export function freeSecond(folder: string, clock: Clock): string {
  const isTaken = (second: string): boolean =>
    OCCASIONS.some(
      (occasion) =>
        lstatSync(join(folder, backupName(second, occasion)), { throwIfNoEntry: false }) !==
        undefined,
    );
  let second = timestamp(clock).slice(0, '2026-11-16T17:03:12'.length);
  while (isTaken(second)) second = nextSecond(second);
  return second;
}

/** As if there were no time zones: 23:59:59 is followed by the next day. */
const nextSecond = (second: string): string =>
  new Date(Date.parse(`${second}Z`) + 1000).toISOString().slice(0, second.length);

/** The journal's backups by their names, the newest first; whether they are sound is not looked at. */
export function backupsOf(journal: string): readonly Backup[] {
  const folder = backupFolder(journal);
  try {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return [];
    // What lies there may be forged.
    if (isStrangersFolder(folder, journal)) return [];
    const itself = lstatSync(journal, { throwIfNoEntry: false });
    return readdirSync(folder)
      .flatMap((name) => backupNamed(folder, name, itself))
      .sort((one, other) => (one.made < other.made ? 1 : -1));
  } catch (error) {
    throw systemError(error, folder);
  }
}

function backupNamed(folder: string, name: string, itself: Stats | undefined): readonly Backup[] {
  const [, day, hours, minutes, seconds, occasion] = NAME.exec(name) ?? [];
  const known = OCCASIONS.find((each) => each === occasion);
  if (known === undefined) return [];
  const file = join(folder, name);
  const found = lstatSync(file, { throwIfNoEntry: false });
  // A link or a folder of that name is somebody else's; a second name of the journal is what a killed `rel restore`
  // leaves.
  if (found?.isFile() !== true || (found.ino === itself?.ino && found.dev === itself.dev))
    return [];
  const made = `${day}T${hours}:${minutes}:${seconds}`;
  return [{ file, made, occasion: known, bytes: found.size }];
}

import { resolve } from 'node:path';
import { readDate } from '../grammar/dates.ts';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { type Backup, backupsOf } from '../store/backups.ts';
import { journalExists, realOf } from '../store/journal-file.ts';
import { lastGoodOf, lookAt } from '../store/sound-backup.ts';
import type { Watch } from '../store/verify.ts';
import { countedAs } from './counting.ts';
import { nameOf } from './restore-json.ts';

/** The backup that the words name: `latest`, a name as the list shows it or its beginning, a file, or a day. */
export function chosenBackup(world: World, journal: string, words: readonly string[]): string {
  const given = words.join(' ');
  const backups = backupsOf(journal);
  const soundOf = soundOfThose(countedAs(world, 'rows checked'));
  if (given === 'latest') return soundOf(backups, 'no backup');
  const named = backups.filter((each) => nameOf(each) === given.replace(/\.db$/, ''));
  const begun = /^\d{4}-\d\d-\d\dT?\d*/.test(given)
    ? backups.filter((each) => nameOf(each).startsWith(given))
    : [];
  if (named.length + begun.length > 0)
    return named[0]?.file ?? soundOf(begun, `no backup of ${given}`);
  if (isFile(given)) return fileGiven(journal, given);
  const day = readDate(given, world.clock.today(), 'past');
  if (day === undefined) throw unknown(`there is no backup called ${given}`);
  const ofDay = backups.filter(({ made }) => made.startsWith(formatDay(day)));
  if (ofDay.length === 0) throw unknown(`there is no backup of ${formatDay(day)}`);
  return soundOf(ofDay, `no backup of ${formatDay(day)}`);
}

/** The newest sound one. @param none what there is where it is none */
const soundOfThose =
  (watch: Watch) =>
  (backups: readonly Backup[], none: string): string => {
    const found = lastGoodOf(backups, ({ file }) => lookAt(file, watch).problem === undefined);
    if (found !== undefined) return found.file;
    if (backups.length === 0) throw unknown(`there is ${none}`);
    throw new RelError('journal', `${none} is sound`, 'see what is wrong with each: rel restore');
  };

const unknown = (message: string): RelError =>
  new RelError('usage', message, 'see what there is: rel restore');

/** No file system takes a longer name; asked for it, the system would only complain. */
const LONGEST_NAME = 255;

const isFile = (given: string): boolean =>
  given !== '' &&
  !given.includes('\0') &&
  given.split('/').every((part) => Buffer.byteLength(part) <= LONGEST_NAME) &&
  journalExists(resolve(given));

function fileGiven(journal: string, given: string): string {
  const file = resolve(given);
  if (realOf(file) === realOf(journal)) {
    throw new RelError('usage', `${file} is the journal itself`, 'see the backups: rel restore');
  }
  return file;
}

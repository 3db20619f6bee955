import { thousands } from '../journal/amount-words.ts';
import type { Check } from '../render/doctor-text.ts';
import type { Examination } from '../store/examine.ts';
import { quoted } from '../store/permissions.ts';
import type { LeftOver, Surroundings } from '../store/surroundings.ts';

const ok = (check: string, message: string): Check => ({ check, state: 'ok', message, next: null });

const look = (check: string, message: string, next: string | null): Check => ({
  check,
  state: 'look',
  message,
  next,
});

const broken = (check: string, message: string, next: string | null): Check => ({
  check,
  state: 'broken',
  message,
  next,
});

const some = (number: number, one: string, several = `${one}s`): string =>
  `${thousands(number)} ${number === 1 ? one : several}`;

/** So many problems are named; the JSON has all of them. */
const NAMED = 3;

export const unusable = (message: string, next: string | undefined): Check =>
  broken('file', message, next ?? null);

/** What the file holds. @param wayOut what helps where it is damaged */
export function contentsChecks(found: Examination, wayOut: string): readonly Check[] {
  const { version, problems, counts, storage } = found;
  const holds =
    counts === undefined
      ? 'too damaged to be counted'
      : `${some(counts.entries, 'entry', 'entries')}, ${some(counts.customers, 'customer')}, ${some(counts.people, 'person', 'people')}`;
  return [
    ok('file', `a rel journal, version ${version}`),
    problems.length === 0
      ? ok('contents', `${holds}; every row is what was written`)
      : broken('contents', `damaged: ${named(problems)} (${holds})`, wayOut),
    ok(
      'storage',
      `a change is on the disk before it is confirmed (${String(storage['journal_mode'])}, synchronous ${String(storage['synchronous'])})`,
    ),
  ];
}

function named(problems: readonly string[]): string {
  const shown = problems.slice(0, NAMED).map((each) => each.replace(/\s+/g, ' '));
  const more = problems.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

const MEGABYTE = 1_000_000;
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `1.2 MB`. */
function spokenSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  for (; size >= 1000 && unit < SIZES.length - 1; unit += 1) size /= 1000;
  return `${size >= 10 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${SIZES[unit] ?? ''}`;
}

/** What lies around the file. */
export function placeChecks(file: string, around: Surroundings): readonly Check[] {
  return [
    ...accessChecks(file, around),
    ...around.leftOvers.map(leftOverCheck),
    mirrorCheck(around),
    spaceCheck(around),
  ];
}

const OTHERS = 0o077;
const inOctal = (mode: number): string => mode.toString(8).padStart(4, '0');

function accessChecks(file: string, { modes, isOthersFolder }: Surroundings): readonly Check[] {
  if (modes === undefined) return [];
  const folder = folderOf(file);
  const open = [
    ...((modes.file & OTHERS) === 0
      ? []
      : [
          look(
            'access',
            `other users of this computer can get at the journal (mode ${inOctal(modes.file)})`,
            `chmod 600 ${quoted(file)}`,
          ),
        ]),
    ...((modes.folder & OTHERS) === 0
      ? []
      : [
          look(
            'access',
            `other users of this computer can look into its folder (mode ${inOctal(modes.folder)})`,
            isOthersFolder
              ? 'the folder is not yours alone: move the journal to one that is'
              : `chmod 700 ${quoted(folder)}`,
          ),
        ]),
  ];
  return open.length === 0 ? [ok('access', 'only you can read the file and its folder')] : open;
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/')) || '/';

function leftOverCheck({ file, is }: LeftOver): Check {
  const [message, next] = {
    rollback: [
      `${file}: a change was cut short, or is being made right now`,
      'the next command takes back what was cut short, by itself',
    ],
    draft: [`${file} was left by a rel that was stopped, and holds nothing`, `rm ${quoted(file)}`],
    conflict: [
      `${file} looks like the copy of a sync client: two computers have written`,
      `see what it holds: rel review --db ${quoted(file)}`,
    ],
  }[is] as [string, string];
  return look('left over', message, next);
}

const MOVE_IT = 'move it out of there, and name its new place in REL_DB';

function mirrorCheck({ mirror }: Surroundings): Check {
  if (mirror === undefined) return ok('place', 'in no folder that is copied elsewhere');
  if (mirror.is === 'versions')
    return look(
      'place',
      `in a folder of ${mirror.by} (${mirror.at}), which keeps for ever what rel forget erases`,
      MOVE_IT,
    );
  return look(
    'place',
    `in a folder that ${mirror.by} copies (${mirror.at}): it may copy half a change, or two computers write at once`,
    `${MOVE_IT}; only copies belong there`,
  );
}

function spaceCheck({ free, bytes }: Surroundings): Check {
  if (free === undefined) return ok('space', spokenSize(bytes));
  // A change may need the file's size once more, and a backup too.
  const needed = 3 * bytes + 10 * MEGABYTE;
  const sizes = `${spokenSize(bytes)}, and ${spokenSize(free)} are free`;
  return free < needed
    ? look('space', `the journal has ${sizes}: not enough for a backup`, 'make room on this disk')
    : ok('space', `the journal has ${sizes}`);
}

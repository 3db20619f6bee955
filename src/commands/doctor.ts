import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import { nodeVersion } from '../platform/versions.ts';
import type { World } from '../platform/world.ts';
import { type Check, doctorText } from '../render/doctor-text.ts';
import { backupsOf } from '../store/backups.ts';
import { type Examination, examine } from '../store/examine.ts';
import { journalExists, realOf } from '../store/journal-file.ts';
import { type Surroundings, surroundingsOf } from '../store/surroundings.ts';
import { quoted } from '../store/permissions.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { backupCheck, type BackupsFound, lookAtBackups } from './doctor-backups.ts';
import { contentsChecks, placeChecks, unusable } from './doctor-checks.ts';
import { helpWith, sameJournal, savedName, wayOut } from './way-out.ts';

interface Options extends JournalOption {
  readonly all?: boolean;
  readonly salvage?: string;
  readonly json?: boolean;
}

const EXIT_UNUSABLE = 3;

export function doctorCommand(world: World): Command {
  const command = withJournal(new Command('doctor'))
    .description(
      'is the journal sound, safe from others, and backed up? Changes nothing; exit 3 where it cannot be used',
    )
    .option('--all', 'read every backup, and not only the newest')
    .option(
      '--salvage <file>',
      'save what a damaged journal still holds into a new one, which must not exist',
    )
    .option('--json', 'answer as JSON')
    .action(async (options: Options) => {
      if (options.salvage === undefined) await doctor(world, options, command);
      else {
        const { salvage } = await import('./doctor-salvage.ts');
        await salvage(world, options.salvage, options);
      }
    });
  return withExamples(
    command,
    'rel doctor',
    'rel doctor --all --json',
    'rel doctor --salvage saved.db',
  );
}

/** What was found; each is undefined where it could not be looked at. */
interface Found {
  readonly path: string;
  readonly contents: Examination | undefined;
  readonly around: Surroundings | undefined;
  readonly backups: BackupsFound | undefined;
  readonly checks: readonly Check[];
}

async function doctor(world: World, options: Options, command: Command): Promise<void> {
  const found = look(world, options);
  const isUsable = found.checks.every(({ state }) => state !== 'broken');
  const versions = {
    rel: command.parent?.version() ?? null,
    node: nodeVersion(),
    sqlite: found.contents?.sqlite ?? null,
  };
  const sqlite = versions.sqlite === null ? '' : `, SQLite ${versions.sqlite}`;
  const checks: readonly Check[] = [
    ...found.checks,
    {
      check: 'versions',
      state: 'ok',
      message: `rel ${versions.rel}, Node ${versions.node}${sqlite}`,
      next: null,
    },
  ];
  if (options.json === true)
    world.print(`${JSON.stringify(json({ ...found, checks }, isUsable, versions))}\n`);
  else
    world.print(
      doctorText(
        found.path,
        checks,
        summary({ ...found, checks }, isUsable, world),
        await world.page(),
      ),
    );
  if (!isUsable) world.end(EXIT_UNUSABLE);
}

function look(world: World, options: Options): Found {
  const path = world.journalPath(options.db);
  const nothing = { path, contents: undefined, around: undefined, backups: undefined };
  try {
    if (!journalExists(path)) return { ...nothing, checks: [missing(path, world)] };
    // What a crash left behind is gone once the journal has been opened.
    const early = tried(() => surroundingsOf(realOf(path)));
    const contents = examine(path, {
      onWait: () => world.tell('rel: another rel is writing to the journal; waiting …'),
      watch: (rows) => world.counted(rows, 'rows checked'),
    });
    const { file } = contents;
    const around = { ...surroundingsOf(file), leftOvers: early?.leftOvers ?? [] };
    const backups = lookAtBackups(file, options.all === true, (each) =>
      world.counted(each, 'backups read'),
    );
    const isEmpty = contents.counts?.entries === 0 && contents.counts.customers === 0;
    const checks = [
      ...contentsChecks(contents, helpWith(file, backups.newestSound?.file, world.words)),
      ...placeChecks(file, around),
      backupCheck(backups, world.clock.today(), isEmpty),
    ];
    return { path, contents, around, backups, checks };
  } catch (error) {
    if (!(error instanceof RelError) || error.kind !== 'journal') throw error;
    const next = wayOut(error, world.words) ?? error.hint;
    return { ...nothing, checks: [unusable(error.message, next)] };
  }
}

function tried<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function missing(path: string, world: World): Check {
  const backups = tried(() => backupsOf(path)) ?? [];
  const [newest] = backups;
  if (newest !== undefined)
    return unusable(
      `there is no journal any more, but ${backups.length === 1 ? 'a backup' : `${backups.length} backups`} of it`,
      helpWith(path, newest.file, world.words),
    );
  const next = `rel log "Brazos Rentals" --new call :need${sameJournal(world.words)}`;
  return { check: 'file', state: 'ok', message: 'there is no journal yet', next };
}

/** The last line: what all of it comes to. */
function summary(found: Found, isUsable: boolean, world: World): string {
  const looks = found.checks.filter(({ state }) => state === 'look').length;
  if (isUsable) {
    if (looks === 0) return 'All is well.';
    return `The journal can be used; ${looks === 1 ? '1 thing' : `${looks} things`} to look at.`;
  }
  const isDamaged = found.checks.some(({ message }) => message.includes('damaged'));
  if (!isDamaged || found.backups?.newestSound === undefined) return 'The journal cannot be used.';
  const saved = quoted(savedName(found.path));
  return `The journal cannot be used. What came after the backup may be saved first:\n  rel doctor --salvage ${saved}${sameJournal(world.words)}`;
}

interface Versions {
  readonly rel: string | null;
  readonly node: string;
  readonly sqlite: string | null;
}

function json(
  { path, contents, around, backups, checks }: Found,
  usable: boolean,
  versions: Versions,
) {
  return {
    schema: 1,
    journal: path,
    usable,
    checks,
    problems: contents?.problems ?? null,
    version: contents?.version ?? null,
    counts: contents?.counts ?? null,
    storage: contents?.storage ?? null,
    bytes: around?.bytes ?? null,
    free: around?.free ?? null,
    copiedBy: around?.mirror?.by ?? null,
    leftOver: around?.leftOvers.map(({ file }) => file) ?? [],
    backups: {
      count: backups?.count ?? 0,
      read: backups?.read ?? 0,
      newestSound: backups?.newestSound?.file ?? null,
      damaged: backups?.damaged.map(({ file }) => file) ?? [],
    },
    versions,
  };
}

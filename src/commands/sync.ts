import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { visible } from '../render/visible.ts';
import { CLOCK_AHEAD, toldNotices, toldRemarks } from '../render/sync-notices.ts';
import { syncText } from '../render/sync-text.ts';
import { backUp } from '../store/back-up.ts';
import { exchange, type Exchanged, type OwnHistory, ownHistory } from '../store/exchange.ts';
import { journalExists } from '../store/journal-file.ts';
import { filesIn } from '../sync/folder.ts';
import { areStrangers, refuseForgotten } from '../sync/meeting.ts';
import { type Publication, publicationOf } from '../sync/publish.ts';
import { aheadOf, readShared, type ReadFile, take, type Taken } from '../sync/take.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { countedAs, countedBy } from './counting.ts';
import { waiting } from './opening.ts';
import { syncJson } from './sync-json.ts';
import { saysYes } from './sure.ts';

interface Options extends JournalOption {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const MEANING = `
FOLDER is one that a sync client, a git checkout or a memory stick carries
between your devices. Each device writes one file of its own there, and reads
those of the others; type it on each, as often as you like. The journal itself
stays where it is: never put that into the folder.`;

export function syncCommand(world: World): Command {
  const command = withJournal(new Command('sync'))
    .description('exchange what was done with your other devices, by a folder that all of them see')
    .argument('<folder>', 'the folder that your devices share; must be there')
    .option('--dry-run', 'say what would come and go, and change nothing')
    .option('--yes', 'put two journals together that have never met, without asking')
    .option('--json', 'answer as JSON')
    .addHelpText('after', MEANING)
    .action((folder: string, options: Options) => sync(world, folder, options));
  return withExamples(command, 'rel sync ~/Dropbox/rel', 'rel sync ~/Dropbox/rel --dry-run');
}

/** What came of it. */
export interface SyncDone {
  readonly exchanged: Exchanged;
  readonly taken: Taken;
  /** Undefined where the folder had everything. */
  readonly publication: Publication | undefined;
}

async function sync(world: World, folder: string, options: Options): Promise<void> {
  const path = world.journalPath(options.db);
  const isTrial = options.dryRun === true;
  if (resolve(folder) === dirname(resolve(path)))
    throw new RelError(
      'usage',
      `${folder} is where the journal lies, and a journal that is copied while it is open is lost`,
      'make a folder of its own for the exchange',
    );
  const files = filesIn(folder).map(readShared);
  const now = world.clock.now().getTime();
  const exchangeOptions = { clock: world.clock, onWait: waiting(world), counted: countedBy(world) };
  const own = ownHistory(path, exchangeOptions);
  refuseForgotten(files, own);
  const isMeeting = areStrangers(files, own) && !isTrial && options.yes !== true;
  if (isMeeting && !(await isSure(world))) return;
  if (!isTrial && journalExists(path) && take(files, own, now).fresh.length > 0)
    backUp(path, world.clock, 'sync', waiting(world), countedAs(world, 'rows checked'));
  const done = exchanged(path, exchangeOptions, files, now, isTrial);
  if (done.publication !== undefined && !isTrial)
    world.writeFile(join(folder, done.publication.name), [done.publication.text], true);
  answer(world, done, options);
}

function exchanged(
  path: string,
  options: Parameters<typeof exchange>[1],
  files: readonly ReadFile[],
  now: number,
  isTrial: boolean,
): SyncDone {
  let taken: Taken = { fresh: [], remarks: [], written: new Set() };
  const choose = (own: OwnHistory): Taken['fresh'] => {
    refuseForgotten(files, own);
    taken = take(files, own, now);
    return taken.fresh;
  };
  const done = exchange(path, options, choose, isTrial);
  return { exchanged: done, taken, publication: publicationOf(done.own, files, taken.written) };
}

async function isSure(world: World): Promise<boolean> {
  if (!world.interactive)
    throw new RelError(
      'usage',
      'this journal and the folder have never met, and cannot be taken apart again',
      'look at it with --dry-run; where both are yours, add --yes',
    );
  return saysYes(
    world,
    'This journal and the folder have never met. Put both together for good?',
    'nothing was exchanged',
  );
}

function answer(world: World, done: SyncDone, options: Options): void {
  const now = world.clock.now().getTime();
  const isTrial = options.dryRun === true;
  if (options.json === true) world.print(syncJson(done, isTrial));
  else
    world.print(
      syncText({
        fresh: done.taken.fresh,
        written: done.publication?.changes ?? [],
        device: done.exchanged.own.device,
        isTrial,
      }),
    );
  const ahead = done.exchanged.own.changes.some((change) => aheadOf(change, now) > 1);
  const told = [
    ...toldNotices(done.exchanged),
    ...toldRemarks(done.taken.remarks),
    ...(ahead ? [CLOCK_AHEAD] : []),
  ];
  for (const [what, next] of told) {
    world.tell(`rel: ${visible(what)}`);
    if (next !== undefined) world.tell(`     ${visible(next)}`);
  }
}

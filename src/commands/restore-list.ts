import type { World } from '../platform/world.ts';
import { backupsText } from '../render/backups-text.ts';
import { type Backup, backupFolder, backupsOf } from '../store/backups.ts';
import { lastGoodOf, type Looked, lookAt } from '../store/sound-backup.ts';
import { backupJson, nameOf } from './restore-json.ts';

/** Looks at all of every backup, and shows them. */
export async function listBackups(world: World, journal: string, asJson: boolean): Promise<void> {
  const folder = backupFolder(journal);
  const looked: { readonly backup: Backup; readonly found: Looked }[] = [];
  for (const backup of world.counted(backupsOf(journal), 'backups checked'))
    looked.push({ backup, found: lookAt(backup.file) });
  const sound = looked.filter(({ found }) => found.problem === undefined);
  const best = lastGoodOf(
    sound.map(({ backup }) => backup),
    () => true,
  );
  if (asJson) {
    const backups = looked.map((each) => backupJson(each.backup, each.found));
    world.print(
      `${JSON.stringify({ schema: 1, journal, folder, backups, best: best === undefined ? null : nameOf(best) })}\n`,
    );
    return;
  }
  const shown = looked.map(({ backup, found: { contents, problem } }) => ({
    name: nameOf(backup),
    bytes: backup.bytes,
    entries: contents?.entries,
    lastDay: contents?.lastDay,
    problem,
  }));
  const latest = best === undefined ? undefined : 'latest';
  world.print(backupsText({ journal, folder, backups: shown, best: latest }, await world.page()));
}

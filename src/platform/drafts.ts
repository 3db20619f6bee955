import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';

const DRAFT = /^\.(\d+)\.tmp$/;

/** Where a file is written until it is complete. */
export const draftOf = (file: string): string => `${file}.${process.pid}.tmp`;

/** Removes what killed programs left of this file. */
export function removeDeadDrafts(file: string): void {
  const [folder, name] = [path.dirname(file), path.basename(file)];
  try {
    for (const each of readdirSync(folder)) {
      if (!each.startsWith(name)) continue;
      const [, pid] = DRAFT.exec(each.slice(name.length)) ?? [];
      if (pid === undefined || isAlive(Number(pid))) continue;
      const draft = path.join(folder, each);
      if (lstatSync(draft).isFile()) unlinkSync(draft);
    }
  } catch {
    // They are in nobody's way.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

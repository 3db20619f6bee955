import { lstatSync, readdirSync, statfsSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MIRRORED_BY, type Mirror } from './mirrors.ts';

/** What lies around a journal, and how it may be reached. */
export interface Surroundings {
  readonly bytes: number;
  /** The permission bits of the file and of its folder; undefined where the system has none. */
  readonly modes: { readonly file: number; readonly folder: number } | undefined;
  /** Who owns them differs. */
  readonly isOthersFolder: boolean;
  /** By whom the folder is copied to other places. */
  readonly mirror: Mirror | undefined;
  /** Files beside it that a rel which was killed, or a sync client, left behind. */
  readonly leftOvers: readonly LeftOver[];
  /** Bytes that can still be written; undefined where nobody says. */
  readonly free: number | undefined;
}

export interface LeftOver {
  readonly file: string;
  readonly is: 'draft' | 'conflict' | 'rollback';
}

/** @param journal its file, links followed; must be there */
export function surroundingsOf(journal: string): Surroundings {
  const folder = dirname(journal);
  const [file, around] = [lstatSync(journal), lstatSync(folder)];
  return {
    bytes: file.size,
    modes: modesOf(file, around),
    isOthersFolder: file.uid !== around.uid,
    mirror: mirrorOf(folder),
    leftOvers: leftOversOf(journal),
    free: freeIn(folder),
  };
}

const PERMISSIONS = 0o777;

// Windows makes the bits up from what else it knows.
const modesOf = (file: Stats, folder: Stats): Surroundings['modes'] =>
  file.uid === 0 && file.ino === 0
    ? undefined
    : { file: file.mode & PERMISSIONS, folder: folder.mode & PERMISSIONS };

const DRAFT = /^\.(new|saved)-[0-9a-f]{12}(-journal)?$/;

function leftOversOf(journal: string): readonly LeftOver[] {
  const [folder, name] = [dirname(journal), basename(journal)];
  const stem = name.replace(/\.db$/, '');
  return namesIn(folder).flatMap((each): readonly LeftOver[] => {
    const file = join(folder, each);
    if (each === `${name}-journal`) return [{ file, is: 'rollback' }];
    if (each.startsWith(name) && DRAFT.test(each.slice(name.length)))
      return [{ file, is: 'draft' }];
    if (each !== name && each.startsWith(stem) && /conflict/i.test(each.slice(stem.length)))
      return [{ file, is: 'conflict' }];
    return [];
  });
}

/** By the names of the folders above, and by what sync clients leave in them. */
function mirrorOf(folder: string): Mirror | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const name = basename(at);
    const held = new Set(namesIn(at).map((each) => each.toLowerCase()));
    const found = MIRRORED_BY.find(
      ({ folders, markers }) =>
        folders.test(name) || markers.some((marker) => held.has(marker.toLowerCase())),
    );
    if (found !== undefined) return { ...found, at };
    if (at === dirname(at)) return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function freeIn(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

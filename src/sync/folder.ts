import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RelError } from '../journal/error.ts';

/** A file in the folder that devices exchange. */
export interface SharedFile {
  readonly name: string;
  readonly text: string;
}

const OURS = /^rel-.*\.jsonl$/;

export const fileNameOf = (device: string): string => `rel-${device}.jsonl`;

/** What lies in the folder, in the order of the names. Copies that a sync client made of a file are read as well. */
export function filesIn(folder: string): readonly SharedFile[] {
  return namesIn(folder).flatMap((name): readonly SharedFile[] => {
    const text = readRegular(join(folder, name));
    return text === undefined ? [] : [{ name, text }];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => OURS.test(name))
      .sort();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new RelError(
        'usage',
        `there is no folder ${folder}`,
        'make it first, or connect what it lies on',
      );
    if (code === 'ENOTDIR')
      throw new RelError('usage', `${folder} is no folder`, 'name the folder that is shared');
    throw new RelError(
      'usage',
      `${folder} cannot be read (${code ?? ''})`,
      'check its permissions',
    );
  }
}

/** Undefined for what is no file of ours: a link, a folder, a pipe. */
function readRegular(path: string): string | undefined {
  // Not waiting for the other end of a pipe.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  try {
    const file = openSync(path, flags);
    try {
      return fstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENOENT' || code === 'ENXIO')
      return undefined;
    throw new RelError('usage', `${path} cannot be read (${code})`, 'nothing was written');
  }
}

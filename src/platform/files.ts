import { readFileSync, writeFileSync } from 'node:fs';
import { RelError } from '../journal/error.ts';

const STANDARD_INPUT = 0;

/** The file as UTF-8 text, standard input for `-`; bytes that are no UTF-8 are refused. */
export function readGiven(path: string): string {
  try {
    const bytes = readFileSync(path === '-' ? STANDARD_INPUT : path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      throw new RelError('usage', `${path} is not UTF-8 text`, 'save it as UTF-8 and try again');
    }
    throw new RelError(
      'usage',
      `${path} cannot be read: ${reason(error)}`,
      'check the name of the file',
    );
  }
}

/** Writes a file of its own user only; a name that is taken, a link included, is refused unless it may be replaced. */
export function writeGiven(path: string, text: string, replace: boolean): void {
  try {
    writeFileSync(path, text, { flag: replace ? 'w' : 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      throw new RelError(
        'usage',
        `${path} exists already`,
        'choose another name, or add --force to replace it',
      );
    }
    throw new RelError(
      'output',
      `${path} cannot be written: ${reason(error)}`,
      'choose another place',
    );
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function reason(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOSPC: 'no space left',
  };
  return reasons[String(codeOf(error))] ?? (error instanceof Error ? error.message : String(error));
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { outputOf } from './streams.ts';

/** What was printed when the program was built, because it is the same for everybody. */
const HELP = 'help.txt';
const VERSION = 'version.txt';

/**
 * Answers words whose answer lies ready in the folder, and says whether it did. Where it cannot, the program itself
 * answers, and says what is wrong.
 */
export function answeredAtOnce(folder: string, [word, ...others]: readonly string[]): boolean {
  if (others.length > 0) return false;
  const file = fileFor(word);
  if (file === undefined) return false;
  try {
    outputOf(1).write(readFileSync(path.join(folder, file)));
    return true;
  } catch {
    return false;
  }
}

function fileFor(word: string | undefined): string | undefined {
  if (word === '--version' || word === '-V') return VERSION;
  return word === undefined || word === '--help' || word === '-h' ? HELP : undefined;
}

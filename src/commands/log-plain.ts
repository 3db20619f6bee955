import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { stored } from './log-keep.ts';
import { bareWords, type Line, lineOf } from './log-line.ts';
import { turnBack } from './turn-back.ts';

/** Does what nearly every line asks for: a sentence about a customer is stored, and answered. */
const PLAIN = new Set(['--db', '--json']);

/** Whoever has to wait begins anew at once: the whole program waits as long as ever, and says so as soon as ever. */
const AT_ONCE = { onWait: turnBack, patience: { silent: 0, whole: 0 } };

/**
 * Logs a line that says all, in a journal that is there. False, with nothing done, where it is not so, or where anything
 * whatever went wrong: then `log` begins anew, and tells what. Throws RelError('unsettled') where it may have been done.
 */
export function logPlainly(world: World): boolean {
  const answer = answerTo(world);
  if (answer === undefined) return false;
  world.print(answer);
  return true;
}

function answerTo(world: World): string | undefined {
  const [command, ...given] = world.words;
  try {
    const line = lineOf(command === 'work' ? 'work' : 'touch', given);
    return saysAll(line) ? stored(world, line, AT_ONCE) : undefined;
  } catch (error) {
    // Begun anew, it might be written a second time.
    if (error instanceof RelError && error.kind === 'unsettled') throw error;
    // Nothing was written: the answer itself is made before the change ends.
    return undefined;
  }
}

/** Nothing of it has to be asked for or read elsewhere. */
const saysAll = (line: Line): boolean =>
  [...line.chosen.keys()].every((option) => PLAIN.has(option)) &&
  !line.words.includes('-') &&
  bareWords(line) === undefined;

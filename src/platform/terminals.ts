import { fstatSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * Whether a person sits behind a file descriptor. A pipe, a file and nowhere are told by the file system: to ask Node
 * loads what it has for networks, a tenth of a start.
 */
export const isTerminal = (descriptor: 0 | 1 | 2): boolean =>
  (known[descriptor] ??= mayBeTerminal(descriptor) && isatty(descriptor));

/** It stays what it is while rel runs, and is asked for more than once. */
const known: (boolean | undefined)[] = [];

function mayBeTerminal(descriptor: number): boolean {
  // Windows has no such files for its consoles.
  if (process.platform === 'win32') return true;
  try {
    const found = fstatSync(descriptor);
    return found.isCharacterDevice() && found.rdev !== statSync('/dev/null').rdev;
  } catch {
    return true;
  }
}

import { fstatSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';

type Descriptor = 0 | 1 | 2;

/** What Node itself asks about a terminal. */
interface Terminals {
  isTTY(descriptor: number): boolean;
  readonly TTY: new (
    descriptor: number,
    context: object,
  ) => {
    /** Fills in columns and rows. @returns an error's number, or 0 */
    getWindowSize(size: [columns: number, rows: number]): number;
    close(): void;
  };
}

/**
 * Whether a person sits behind a file descriptor. A pipe, a file and nowhere are told by the file system, which costs
 * less than to ask about a terminal.
 */
export const isTerminal = (descriptor: Descriptor): boolean =>
  (known[descriptor] ??= mayBeTerminal(descriptor) && isTTY(descriptor));

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

const isTTY = (descriptor: Descriptor): boolean => (terminals()?.isTTY ?? isatty)(descriptor);

/** How many columns the terminal behind a file descriptor has; undefined where there is none, or it does not say. */
export function terminalColumns(descriptor: 1 | 2): number | undefined {
  return isTerminal(descriptor) ? sizeOf(descriptor) || undefined : undefined;
}

function sizeOf(descriptor: 1 | 2): number {
  const { TTY } = terminals() ?? {};
  if (TTY === undefined) return (descriptor === 1 ? process.stdout : process.stderr).columns;
  const terminal = new TTY(descriptor, {});
  const size: [number, number] = [0, 0];
  const failed = terminal.getWindowSize(size) !== 0;
  terminal.close();
  return failed ? 0 : size[0];
}

/**
 * A door of Node's that is deprecated for good, but closed in no version: what it hands out otherwise, `tty` and
 * `process.stdout`, loads its streams and networks as well, half of what a start costs. Where it is closed they are asked.
 */
function terminals(): Terminals | undefined {
  return (door ??= opened() ?? 'closed') === 'closed' ? undefined : door;
}

let door: Terminals | 'closed' | undefined;

function opened(): Terminals | undefined {
  if (process.platform === 'win32') return undefined;
  const { binding } = process as { binding?: (name: string) => Partial<Terminals> };
  const { noDeprecation } = process;
  // It would be told on standard error.
  process.noDeprecation = true;
  try {
    const { isTTY, TTY } = binding?.('tty_wrap') ?? {};
    return typeof isTTY === 'function' && typeof TTY === 'function' ? { isTTY, TTY } : undefined;
  } catch {
    return undefined;
  } finally {
    Object.assign(process, { noDeprecation });
  }
}

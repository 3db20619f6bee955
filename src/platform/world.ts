import type { Clock } from '../journal/clock.ts';
import type { Page } from '../render/page.ts';
import { systemClock } from './clock.ts';
import { colours, plain, wantsColour } from './paint.ts';
import { readGiven, writeGiven } from './files.ts';
import { journalPath } from './paths.ts';
import { outputOf } from './streams.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** All that a command may touch of the world around it. */
export interface World {
  readonly clock: Clock;
  /** Somebody sits there who can be asked. */
  readonly interactive: boolean;
  /** Data, on standard output. */
  print(text: string): void;
  /** Everything else, on standard error; a newline is added. */
  tell(line: string): void;
  journalPath(given: string | undefined): string;
  /** The page for standard output. Loads the colours where it has them. */
  page(): Promise<Page>;
  /** The exit code; set rather than left by exiting, so that everything written reaches its reader. */
  end(code: number): void;
  /** The words after `rel`. */
  readonly words: readonly string[];
  /** Reads a file as UTF-8, standard input for `-`. */
  readFile(path: string): string;
  /** Writes a file that did not exist, or replaces it where told to; never the journal itself. */
  writeFile(path: string, text: string, replace: boolean): void;
}

const DEFAULT_WIDTH = 80;

export function systemWorld(): World {
  const environment: Environment = process.env;
  const [output, notices] = [outputOf(1), outputOf(2)];
  return {
    clock: systemClock(environment['REL_TODAY']),
    words: process.argv.slice(2),
    end: (code) => {
      process.exitCode = code;
    },
    readFile: readGiven,
    writeFile: writeGiven,
    interactive: process.stdin.isTTY && process.stdout.isTTY,
    print: (text) => output.write(text),
    tell: (line) => notices.write(`${line}\n`),
    journalPath: (given) => journalPath(environment, given),
    page: async () => ({
      width: width(environment),
      paint: wantsColour(environment, process.stdout.isTTY) ? await colours() : plain,
      unicode: showsUnicode(environment),
    }),
  };
}

function width(environment: Environment): number {
  if (process.stdout.isTTY && process.stdout.columns > 0) return process.stdout.columns;
  const columns = Number(environment['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH;
}

function showsUnicode({ LC_ALL = '', LC_CTYPE = '', LANG = '', TERM }: Environment): boolean {
  if (process.platform === 'win32') return true;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== '') ?? '';
  return TERM !== 'dumb' && /utf-?8/i.test(locale);
}

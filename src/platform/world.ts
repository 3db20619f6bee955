import type { Clock } from '../journal/clock.ts';
import type { Page } from '../render/page.ts';
import type { Asker } from './asker.ts';
import { systemClock } from './clock.ts';
import { colours, plain, wantsColour } from './paint.ts';
import { readGiven, writeGiven } from './files.ts';
import { harmless } from './harmless.ts';
import { journalPath } from './paths.ts';
import { counted } from './progress.ts';
import type { Source } from './source.ts';
import type { Spool } from './spool.ts';
import { type Output, outputOf } from './streams.ts';
import { isTerminal, terminalColumns } from './terminals.ts';
import { type NamedText, writeTogether } from './write-together.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the user chose about display and paths; what is left out is found out. */
export interface Preferences {
  readonly colour?: 'auto' | 'always' | 'never';
  readonly unicode?: 'auto' | 'always' | 'never';
  /** Pictures and bars in text. */
  readonly graph?: 'auto' | 'always' | 'never';
  readonly journal?: string;
  /** Daily backups: of a journal that is not too big, of every one, or none. */
  readonly daily?: 'auto' | 'always' | 'never';
}

/** All that a command may touch of the world around it. */
export interface World {
  readonly clock: Clock;
  /** Somebody sits there who can be asked. */
  readonly interactive: boolean;
  /** What is printed is read by somebody at once, not by a pipe or a file. */
  readonly onTerminal: boolean;
  /** Data, on standard output. */
  print(text: string): void;
  /** Data that is put together first and printed when it is complete, however long it is. */
  spool(): Promise<Spool>;
  /** Everything else, on standard error; a newline is added. */
  tell(line: string): void;
  /** Passes the things on; whoever sits at a terminal sees how many there were, where it takes longer than a second. */
  counted<T>(things: Iterable<T>, what: string): Iterable<T>;
  journalPath(given: string | undefined): string;
  readonly dailyBackups: 'auto' | 'always' | 'never';
  /** Pictures and bars in text: as it suits where it is read, in a pipe too, or none. */
  readonly graphs: 'auto' | 'always' | 'never';
  /** Does this when the command has come to its end and its answer was printed; not where the command fails. */
  afterwards(work: () => Promise<void>): void;
  /** Does what was put off until the answer was printed. */
  settle(): Promise<void>;
  /** Columns of the terminal that shows what is printed; undefined in a pipe. */
  readonly terminalWidth: number | undefined;
  /** The same of what is told. */
  readonly noticeWidth: number | undefined;
  /** The page for standard output. Loads the colours where it has them. */
  page(): Promise<Page>;
  /** The exit code; set rather than left by exiting, so that everything written reaches its reader. */
  end(code: number): void;
  /** The words after `rel`. */
  readonly words: readonly string[];
  /** Reads a file as UTF-8, standard input for `-`; one of more than `most` bytes is refused. */
  readFile(path: string, most: number): string;
  /** Opens a file of any size, or standard input for `-`, to read it as often as is wanted. Loads what it needs. */
  source(path: string): Promise<Source>;
  /** The text as the user leaves it in their own editor. */
  editText(text: string): Promise<string>;
  /** Puts a text aside that could not be taken, so that it need not be typed again. Returns the file. */
  keepText(text: string): Promise<string>;
  /** Keeps a page where rel finds it again, for the user's eyes alone, in place of the last one of that name. Returns its file. */
  keepPage(name: string, text: string): Promise<string>;
  /** Takes away all pages that were kept. Returns whether there were any. */
  removePages(): Promise<boolean>;
  /** Shows a file with the user's browser. Throws RelError('usage') where none takes it. */
  openFile(path: string): Promise<void>;
  /** Asks on the terminal; undefined where whoever sits there left before the end. Only where `interactive`. */
  converse<T>(talk: (ask: Asker) => Promise<T>): Promise<T | undefined>;
  /** Writes a file that did not exist, or replaces it where told to; never the journal itself. */
  writeFile(path: string, pieces: Iterable<string>, replace: boolean): void;
  /** The same of several files that belong together: all of them, or none. */
  writeFiles(files: readonly NamedText[], replace: boolean): void;
}

const DEFAULT_WIDTH = 80;
const [STDIN, STDOUT, STDERR] = [0, 1, 2] as const;

export function systemWorld(chosen: Preferences = {}): World {
  const environment: Environment = process.env;
  const [output, notices] = [shownBy(outputOf(1)), outputOf(2)];
  const page = async (): Promise<Page> => ({
    width: width(environment),
    paint: wantsColour(environment, isTerminal(STDOUT), chosen.colour) ? await colours() : plain,
    unicode: showsUnicode(environment, chosen.unicode),
  });
  const putOff: (() => Promise<void>)[] = [];
  return {
    dailyBackups: chosen.daily ?? 'auto',
    graphs: chosen.graph ?? 'auto',
    afterwards: (work) => void putOff.push(work),
    settle: async () => {
      for (const work of putOff.splice(0)) await work();
    },
    clock: systemClock(environment['REL_TODAY']),
    words: process.argv.slice(2),
    end: (code) => {
      process.exitCode = code;
    },
    readFile: readGiven,
    source: async (path) => (await import('./source.ts')).openSource(path),
    writeFile: writeGiven,
    writeFiles: writeTogether,
    editText: async (text) => (await import('./editor.ts')).editText(environment, text),
    keepText: async (text) => (await import('./editor.ts')).keepText(text),
    keepPage: async (name, text) => (await import('./pages.ts')).keepPage(environment, name, text),
    removePages: async () => (await import('./pages.ts')).removePages(environment),
    openFile: async (path) => (await import('./viewer.ts')).openFile(environment, path),
    // Asked only when wanted: opening the streams costs time, and would switch a shared pipe to non-blocking.
    get interactive() {
      return isTerminal(STDIN) && isTerminal(STDOUT);
    },
    get onTerminal() {
      return isTerminal(STDOUT);
    },
    get terminalWidth() {
      return terminalColumns(STDOUT);
    },
    get noticeWidth() {
      return terminalColumns(STDERR);
    },
    print: (text) => output.write(text),
    spool: async () => (await import('./spool.ts')).spoolTo(output),
    tell: (line) => {
      try {
        notices.write(`${harmless(line, { colours: false })}\n`);
      } catch {
        // Nobody can be told; the exit code still tells.
      }
    },
    counted: (things, what) => (isTerminal(STDERR) ? counted(things, what, notices) : things),
    journalPath: (given) => journalPath(environment, given, chosen.journal),
    page,
    converse: async (talk) => {
      const { talkWith } = await import('./prompts.ts');
      return talkWith(talk, await page());
    },
  };
}

/** A terminal shows what is printed and obeys none of it; a pipe and a file get it byte by byte. */
function shownBy(output: Output): Output {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return {
    get closed() {
      return output.closed;
    },
    write(text) {
      if (!isTerminal(STDOUT)) output.write(text);
      else {
        const whole =
          typeof text === 'string'
            ? text
            : (decoder ??= new TextDecoder()).decode(text, { stream: true });
        output.write(harmless(whole, { colours: true }));
      }
    },
  };
}

function width(environment: Environment): number {
  const shown = terminalColumns(STDOUT);
  if (shown !== undefined) return shown;
  const columns = Number(environment['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH;
}

function showsUnicode(
  { LC_ALL = '', LC_CTYPE = '', LANG = '', TERM }: Environment,
  chosen: Preferences['unicode'] = 'auto',
): boolean {
  if (chosen !== 'auto') return chosen === 'always';
  if (process.platform === 'win32') return true;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== '') ?? '';
  return TERM !== 'dumb' && /utf-?8/i.test(locale);
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder } from './cache-folder.ts';
import { builtCode, cachedCode, lettersOf } from './code-cache.ts';
import type * as Keeping from './keep-code.ts';
import type * as Ready from './ready-answer.ts';

// Parsed at every start, so that it is short; what is seldom wanted lies in a file beside it.

interface Built {
  /** A function, as text; its first line says which build it is. */
  readonly text: string;
  readonly build: string;
  /** What a file changed in place differs in. */
  readonly look: string;
}

type Program = (
  load: NodeJS.Require,
  filename: string,
  folder: string,
  startOver: () => void,
) => void;

const WHOLE_LOG = 'log.js';
/** A first guess; a line of which the program for plain ones finds that it is not plain comes to the whole as well. */
const SAYS_NOT_ALL: readonly string[] = ['--new', '--show', '--stdin', '--edit'];

/** Whatever is written is for the eyes of its user alone. */
const OTHERS_MAY_NOTHING = 0o077;

/** Loads a file of `dist` at once, as nothing can be waited for at the end of a process. */
const beside = require as (file: string) => unknown;

process.umask(OTHERS_MAY_NOTHING);
const folderOfPrograms = import.meta.dirname;
const words = process.argv.slice(2);

/** They do the same few things with each of many lines, which pays for the compiling. */
const OF_MANY_LINES: readonly string[] = ['export', 'import'];
/** Exports that are reviews. */
const JUDGED: readonly string[] = ['verdicts', 'findings'];
const judged = words[0] === 'export' ? words.find((word) => JUDGED.includes(word)) : undefined;
/**
 * V8's optimizing compilers take up to a third of a review, and most of what they make is never run: a function has to run
 * more than ten times as often before they begin. By the V8 of Node 20, 22, 24 and 26; another may not have the flag, and
 * would say so on stderr.
 */
const COMPILES_LATE: Readonly<Record<string, string>> = {
  '11.3': '--interrupt-budget=1000000',
  '12.4': '--invocation-count-for-turbofan=45000',
  '13.6': '--invocation-count-for-maglev=10000',
  '14.6': '--invocation-count-for-maglev=10000',
};
/**
 * The room for new objects does not grow, as what is made of a line is not needed for the next one; garbage may take as
 * much as what is held, not three times as much; and to wake other threads for so little costs more than they do.
 */
const STAYS_SMALL =
  '--semi-space-growth-factor=1 --heap-growing-percent=100 --no-parallel-scavenge';

if (!answered()) start(programFor(words));

/** By what was printed when the program was built: the same for everybody. */
function answered(): boolean {
  if (words.length > 1 || /^[a-z]/.test(words[0] ?? '')) return false;
  const { answeredAtOnce } = beside('./ready-answer.js') as typeof Ready;
  return answeredAtOnce(folderOfPrograms, words);
}

/** Runs a built program, from the code that V8 made of its text before, where there is such code. */
function start(program: string): void {
  const filename = join(folderOfPrograms, program);
  // Before anything is compiled: V8 takes kept code only under the flags under which it was made.
  const flag = program === 'rel.js' && flagFor(words);
  if (flag) setFlagsFromString(flag);
  const run = compiled(filename).runInThisContext() as Program;
  // What ships is CommonJS, which has its `require` at hand; to make one loads Node's other loader as well.
  run(require, filename, folderOfPrograms, () => start(WHOLE_LOG));
}

function compiled(filename: string): Script {
  const { text, build, look } = programIn(filename);
  const withCode = (cachedData: Buffer | undefined): Script =>
    new Script(text, { filename, ...(cachedData && { cachedData }) });
  if (process.env['REL_NO_CACHE']) return withCode(undefined);
  const name = `code-${process.version}-${process.arch}-${build}-${partUsed(words)}`;
  const made = hasFlags() ? undefined : builtCode(join(folderOfPrograms, 'code'), name, look);
  const script = made && withCode(made);
  return script !== undefined && isTaken(script) ? script : ofThisUser(withCode, name, look);
}

/**
 * Whether Node was started with options: with most of them V8 refuses code made without, and compiles the whole text at
 * once, which takes a sixth of a start. What this user keeps was made with them.
 */
function hasFlags(): boolean {
  return process.execArgv.length > 0 || !!process.env['NODE_OPTIONS'];
}

/** With code that an earlier start kept for this user; else this one keeps it. */
function ofThisUser(
  withCode: (code: Buffer | undefined) => Script,
  name: string,
  look: string,
): Script {
  const folder = cacheFolder(process.env);
  if (folder === undefined) return withCode(undefined);
  const script = withCode(cachedCode(folder, name, look));
  if (isTaken(script)) return script;
  process.once('exit', (code) => {
    // Only a command that was done has run what its next start needs.
    if (code !== 0) return;
    const { keepCode } = beside('./keep-code.js') as typeof Keeping;
    keepCode(folder, name, look, () => script.createCachedData());
  });
  return script;
}

/** Whether V8 took the code that was given to it; undefined where none was. */
function isTaken({ cachedDataRejected }: Script): boolean {
  return cachedDataRejected === false;
}

/** Where it would be wrong, more time passes and nothing else happens. Undefined on a V8 on which nothing was measured. */
function flagFor([command = '']: readonly string[]): string | undefined {
  const late = COMPILES_LATE[process.versions.v8.slice(0, 4)];
  if (late === undefined || !OF_MANY_LINES.includes(command)) return late;
  return judged === undefined ? STAYS_SMALL : `${late} ${STAYS_SMALL}`;
}

/** Those that are called most often have a program of their own, with nothing in it that only others need. */
function programFor([command, option]: readonly string[]): string {
  if (command === 'complete') return 'complete.js';
  const asksHelp = option === '--help' || option === '-h';
  if ((command !== 'log' && command !== 'work') || asksHelp) return 'rel.js';
  return words.some((word) => SAYS_NOT_ALL.includes(word)) ? WHOLE_LOG : 'plain-log.js';
}

/** The part of a program that these words use; its code is kept under this name. */
function partUsed([command = '', ...others]: readonly string[]): string {
  if (others.includes('--help') || others.includes('-h')) return 'help';
  // V8 takes no code that was made under other flags.
  return judged ?? (/^[a-z]{1,12}$/.test(command) ? command : 'rel');
}

function programIn(filename: string): Built {
  const file = openSync(filename, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    const bytes = Buffer.allocUnsafeSlow(size);
    const text = lettersOf(bytes, readSync(file, bytes));
    return { text, build: text.slice(2, text.indexOf('\n')), look: `rel ${size} ${mtimeMs}` };
  } finally {
    closeSync(file);
  }
}

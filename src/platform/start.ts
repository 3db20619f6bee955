import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { cachedCode, keepCode } from './code-cache.ts';
import { cacheFolder } from './paths.ts';
import { answeredAtOnce } from './ready-answer.ts';

interface Built {
  /** A function, as text; its first line says which build it is. */
  readonly text: string;
  readonly build: string;
  /** What a file changed in place differs in. */
  readonly look: string;
}

type Program = (load: NodeJS.Require, filename: string, folder: string) => void;

/** Whatever is written is for the eyes of its user alone. */
const OTHERS_MAY_NOTHING = 0o077;

process.umask(OTHERS_MAY_NOTHING);
const words = process.argv.slice(2);

/** They do the same few things with each of many lines, which pays for the compiling. */
const OF_MANY_LINES: readonly string[] = ['export', 'import'];
/**
 * V8's optimizing compiler takes a third of a review, and most of what it makes is never run: it has to wait fifteen
 * times as long as it would. This was measured on Node 20; those after it have one more compiler between.
 */
const COMPILES_LATE = '--interrupt-budget=1000000';

if (!answeredAtOnce(import.meta.dirname, words)) {
  start(path.join(import.meta.dirname, programFor(words)));
}

/** Runs a built program. What V8 makes of its text is kept for the next start, which need not read the text again. */
function start(filename: string): void {
  // Before anything is compiled: V8 takes kept code only under the flags under which it was made.
  if (compilesLate(filename, words)) setFlagsFromString(COMPILES_LATE);
  const { text, build, look } = programIn(filename);
  const folder = process.env['REL_NO_CACHE'] ? undefined : cacheFolder(process.env);
  const name = `code-${process.version}-${process.arch}-${build}-${partUsed(words)}`;
  const kept = folder === undefined ? undefined : cachedCode(folder, name, look);
  const script = new Script(text, { filename, ...(kept && { cachedData: kept }) });
  const run = script.runInThisContext() as Program;
  if (folder !== undefined && (kept === undefined || script.cachedDataRejected === true)) {
    process.once('exit', (code) => {
      // Only a command that was done has run what its next start needs.
      if (code === 0) keepCode(folder, name, look, () => script.createCachedData());
    });
  }
  // What ships is CommonJS, which has its `require` at hand; to make one loads Node's other loader as well.
  run(require, filename, path.dirname(filename));
}

/** Where it would be wrong, more time passes and nothing else happens. */
function compilesLate(filename: string, [command = '']: readonly string[]): boolean {
  return (
    process.versions.node.startsWith('20.') &&
    path.basename(filename) === 'rel.js' &&
    !OF_MANY_LINES.includes(command)
  );
}

/** Those that are called most often have a program of their own, with nothing in it that only others need. */
function programFor([command, option]: readonly string[]): string {
  if (command === 'complete') return 'complete.js';
  const asksHelp = option === '--help' || option === '-h';
  return (command === 'log' || command === 'work') && !asksHelp ? 'log.js' : 'rel.js';
}

/** The part of a program that these words use; its code is kept under this name. */
function partUsed([command = '', ...others]: readonly string[]): string {
  if (others.includes('--help') || others.includes('-h')) return 'help';
  return /^[a-z]{1,12}$/.test(command) ? command : 'rel';
}

function programIn(filename: string): Built {
  const file = openSync(filename, 'r');
  try {
    const { size, mtimeMs } = fstatSync(file);
    const text = readFileSync(file, 'latin1');
    return { text, build: text.slice(2, text.indexOf('\n')), look: `rel ${size} ${mtimeMs}` };
  } finally {
    closeSync(file);
  }
}

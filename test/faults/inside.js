import { buildSync } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const EXIT_CODES = { usage: 2, journal: 3, output: 4 };

/** What is run inside this process: thousands of commands would otherwise be thousands of starts. */
const ENTRY = `
export { COMMANDS, GROUPS } from './src/commands/catalogue.ts';
export { runProgram } from './src/commands/program.ts';
export { wayOut } from './src/commands/way-out.ts';
export { RelError } from './src/journal/error.ts';
export { systemClock } from './src/platform/clock.ts';
export { systemWorld } from './src/platform/world.ts';
`;

/**
 * The program itself, its commands called as cli.ts calls them, with the streams gathered.
 * @returns a function from the words after `rel` to what came of them: `code`, `stdout`, `stderr`
 */
export function relInside(today = '2026-11-20') {
  const folder = join(root, 'node_modules/.cache', `rel-inside-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'inside.cjs');
  buildSync({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['better-sqlite3', 'better-sqlite3-node20'],
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    supported: { 'dynamic-import': false },
    outfile,
  });
  const program = createRequire(import.meta.url)(outfile);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return (words) => run(program, words, today);
}

async function run(program, words, today) {
  const { COMMANDS, GROUPS, runProgram, wayOut, RelError, systemClock, systemWorld } = program;
  let [code, stdout, stderr] = [0, '', ''];
  const world = Object.create(systemWorld(), {
    clock: { value: systemClock(today) },
    words: { value: words },
    interactive: { value: false },
    onTerminal: { value: false },
    print: { value: (text) => void (stdout += text) },
    tell: { value: (line) => void (stderr += `${line}\n`) },
    end: { value: (given) => void (code = given) },
    counted: { value: (things) => things },
    page: { value: async () => ({ width: 80, paint: (_, text) => text, unicode: false }) },
    spool: { value: async () => spoolTo((text) => (stdout += text)) },
  });
  try {
    const called = COMMANDS.find(({ name }) => name === words[0]);
    const grammar = await called?.loadGrammar?.();
    if (grammar !== undefined) await grammar(world, words.slice(1));
    else await runProgram(world, { version: '0', commands: COMMANDS, groups: GROUPS, called });
  } catch (error) {
    const isOurs = error instanceof RelError;
    code = isOurs ? EXIT_CODES[error.kind] : 70;
    const hint = isOurs ? (wayOut(error, words) ?? error.hint) : '';
    stderr += `rel: ${isOurs ? error.message : error.stack}\n${hint}\n`;
  }
  return { code, stdout, stderr };
}

function spoolTo(print) {
  let text = '';
  return {
    add: (piece) => void (text += piece),
    pour: () => print(text),
    lines: function* () {
      yield* text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
    },
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { foreignImports, type Neighbours, type Source, strayWork } from './support/architecture.ts';

const CORE = ['journal', 'verdict', 'rules'];

/** Who may import whom. Data goes one way; whoever needs another way argues with the reason first. */
const TABLE: Readonly<Record<string, Neighbours>> = {
  journal: {
    folders: [],
    packages: ['date-fns'],
    because: 'the journal is what all others speak of; it knows none of them',
  },
  rules: {
    folders: ['journal'],
    packages: [],
    because:
      'a rule sees a history and nothing else, so that the same journal gives the same finding',
  },
  verdict: {
    folders: ['journal', 'rules'],
    packages: [],
    because: 'a verdict is a pure function of entries and rules',
  },
  demo: {
    folders: ['journal'],
    packages: [],
    because: 'a story is a journal, as a user could have written it',
  },
  grammar: {
    folders: ['journal'],
    packages: ['date-fns'],
    because: 'words become an entry without looking into any store',
  },
  render: {
    // An entry has one human notation, and the grammar has it.
    folders: [...CORE, 'grammar'],
    // What is printed may be a page of advice; how that is worked out is not asked here.
    types: ['practice'],
    packages: [
      'd3-scale',
      'd3-shape',
      'fast-string-width',
      'fast-wrap-ansi',
      'preact',
      'preact-render-to-string',
    ],
    because: 'text is made of entries and verdicts; where it goes is not its business',
  },
  export: {
    // A row of a table is the JSON object of the same thing, flattened.
    folders: [...CORE, 'render'],
    packages: [],
    because: 'a format is made of entries and verdicts; where it goes is not its business',
  },
  import: {
    folders: ['journal', 'grammar'],
    // What was imported before is known by a hash of where it was found.
    packages: ['csv-parse', 'ical.js', 'node:crypto', 'postal-mime'],
    because: 'an importer reads one format into entries',
  },
  practice: {
    folders: CORE,
    packages: [],
    because: 'a page of advice follows from entries and verdicts alone',
  },
  store: {
    folders: ['journal'],
    packages: ['better-sqlite3', 'better-sqlite3-node20', 'node:'],
    because: 'the store keeps entries and has no opinion on them',
  },
  sync: {
    folders: ['journal', 'store'],
    packages: ['node:'],
    because: 'two devices exchange operations, not opinions',
  },
  settings: {
    folders: ['journal'],
    packages: ['smol-toml'],
    because: 'settings are read, not acted on',
  },
  platform: {
    // What it tells the user in an error, and the calendar in which today is a day.
    folders: ['journal/error.ts', 'journal/days.ts'],
    types: ['journal', 'render'],
    packages: ['chalk', 'inquirer', '@inquirer', 'node:'],
    because: 'the outside world knows the program by its types only',
  },
  commands: {
    folders: [
      ...CORE,
      'demo',
      'export',
      'grammar',
      'import',
      'platform',
      'practice',
      'render',
      'settings',
      'store',
      'sync',
    ],
    packages: ['commander', 'node:'],
    because: 'a command joins the parts and needs no library of its own',
  },
  'ended.ts': {
    // What config.toml says of colours and of the journal's place holds before any command begins; what to do about a
    // damaged journal depends on the backups beside it.
    folders: [
      'platform',
      'journal/error.ts',
      'render/error-text.ts',
      'commands/preferences.ts',
      'commands/way-out.ts',
    ],
    packages: [],
    because: 'the end turns errors into exit codes, whatever was called',
  },
  'cli.ts': {
    folders: ['commands', 'platform', 'ended.ts'],
    packages: ['package.json'],
    because: 'the start lists the commands',
  },
  'log.ts': {
    folders: ['commands', 'ended.ts'],
    packages: [],
    because: 'what is called most often loads nothing of the others',
  },
  'plain-log.ts': {
    folders: ['commands', 'ended.ts'],
    packages: [],
    because: 'a line that says all needs nothing of what asks, reads and explains',
  },
  'complete.ts': {
    folders: ['commands', 'ended.ts'],
    packages: [],
    because: 'what is called at the press of a key loads nothing of the others',
  },
};

/**
 * What Node itself is asked, and not the world around the program; and who runs it, which a caller could forget to hand
 * in.
 */
const KNOWN_EXCEPTIONS = [
  'src/store/driver.ts: process belongs in platform',
  'src/store/native-driver.ts: process belongs in platform',
  'src/store/other-users.ts: process belongs in platform',
];

const root = fileURLToPath(new URL('../', import.meta.url));
/** A package of its own: the driver for an older Node. */
const NOT_OURS = 'src/store/node20/';

const sources: readonly Source[] = readdirSync(join(root, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => posix.join('src', path.replaceAll('\\', '/')))
  .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.startsWith(NOT_OURS))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the house', () => {
  test('is found', () => expect(sources.length).toBeGreaterThan(50));

  test('imports only as the table says', () => {
    expect(sources.flatMap((source) => foreignImports(source, TABLE))).toEqual([]);
  });

  test('keeps SQL, time, streams, and long files where they belong', () => {
    const found = sources.flatMap(strayWork).filter((each) => !KNOWN_EXCEPTIONS.includes(each));
    expect(found).toEqual([]);
  });

  test('is started by a file that does nothing else', () => {
    const start = readFileSync(join(root, 'bin/rel.js'), 'utf8');
    const loaded = [...start.matchAll(/(?:require|import)\(\s*(['"`][^'"`]*['"`])/g)].map(
      ([, from]) => from,
    );
    expect(loaded).toEqual(["'../dist/cli.js'"]);
    expect(start).not.toMatch(/^\s*import\s/m);
  });
});

describe('the table of imports', () => {
  const imports = (path: string, text: string) => foreignImports({ path, text }, TABLE);

  test.each([
    ['src/rules/toll.ts', "import { wilson } from './statistics.ts';"],
    ['src/rules/toll.ts', "import type { Day } from '../journal/days.ts';"],
    ['src/journal/days.ts', "import { addMonths } from 'date-fns/addMonths';"],
    ['src/platform/clock.ts', "import type { Clock } from '../journal/clock.ts';"],
    ['src/platform/clock.ts', "import { type Clock } from '../journal/clock.ts';"],
    ['src/platform/clock.ts', "import { RelError } from '../journal/error.ts';"],
    ['src/platform/paint.ts', "const { Chalk } = await import('chalk');"],
    ['src/store/open.ts', "import { statSync } from 'node:fs';"],
    ['src/cli.ts', "import manifest from '../package.json' with { type: 'json' };"],
    ['src/cli.ts', "const { log } = await import('./commands/log.ts');"],
    [
      'src/rules/toll.ts',
      "const text = \"import x from '../store/x.ts'\"; // import('../store/x.ts')",
    ],
  ])('%s may say %s', (path, text) => expect(imports(path, text)).toEqual([]));

  test.each([
    ['src/journal/days.ts', "import { x } from '../rules/toll.ts';", '../rules/toll.ts'],
    [
      'src/journal/days.ts',
      "import type { x } from '../rules/toll.ts';",
      '../rules/toll.ts (types)',
    ],
    ['src/journal/days.ts', "type X = import('../store/x.ts').X;", '../store/x.ts (types)'],
    ['src/journal/days.ts', "import { addMonths } from 'date-fns';", 'date-fns'],
    ['src/rules/toll.ts', "import '../store/x.ts';", '../store/x.ts'],
    ['src/rules/toll.ts', "const x = await import('../store/x.ts');", '../store/x.ts'],
    ['src/rules/toll.ts', 'const x = await import(name);', '(computed)'],
    ['src/rules/toll.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['src/verdict/judge.ts', "import { x } from '../render/x.ts';", '../render/x.ts'],
    ['src/demo/x.ts', "import { RULES } from '../rules/index.ts';", '../rules/index.ts'],
    ['src/render/x.ts', "import { Chalk } from 'chalk';", 'chalk'],
    ['src/commands/x.ts', "import inquirer from 'inquirer';", 'inquirer'],
    ['src/commands/x.ts', "import { input } from '@inquirer/prompts';", '@inquirer/prompts'],
    [
      'src/platform/clock.ts',
      "import { judge } from '../verdict/judge.ts';",
      '../verdict/judge.ts',
    ],
    [
      'src/platform/clock.ts',
      "import { type Clock, timestamp } from '../journal/clock.ts';",
      '../journal/clock.ts',
    ],
    ['src/cli.ts', "import { judge } from './verdict/judge.ts';", './verdict/judge.ts'],
    ['src/cli.ts', "import { days } from './journal/days.ts';", './journal/days.ts'],
    ['src/store/x.ts', "import x from '../../test/x.ts';", '../../test/x.ts'],
  ])('%s may not say %s', (path, text, offending) => {
    expect(imports(path, text)).toEqual([
      expect.stringContaining(`${path} imports ${offending}: `),
    ]);
  });

  test('a folder that nobody thought of is named', () => {
    expect(imports('src/util/x.ts', '')).toEqual([expect.stringContaining('src/util/x.ts: util')]);
    expect(imports('src/x.ts', '')).toHaveLength(1);
  });
});

describe('work that belongs elsewhere', () => {
  const stray = (text: string, path = 'src/commands/x.ts') => strayWork({ path, text });

  test.each([
    'const day = new Date(0);',
    'const at = new Date(Date.UTC(2026, 0, 1));',
    'const it = { process: 1, console: 2 }; it.process;',
    "const words = 'select a customer'; // process, console, new Date()",
    "const asked = 'Update the card and set the tier';",
    "import type { Day } from './days.ts';",
    'export const one = 1; export { two };',
    Array.from({ length: 250 }, () => 'one();').join('\n'),
  ])('none in %.60s', (text) => expect(stray(text)).toEqual([]));

  test.each([
    ['new Date()', 'time'],
    ['new Date', 'time'],
    ['Date()', 'time'],
    ['const now = Date.now;', 'time'],
    ['console.log(1)', 'console'],
    ['process.exit(1)', 'process'],
    ['const { env } = process;', 'process'],
    ['globalThis.process.env', 'process'],
    ["db.run('SELECT id FROM entry')", 'SQL'],
    ['const q = `insert into entry values (${x})`;', 'SQL'],
    ["const q = '\\n  CREATE TABLE x (id)';", 'SQL'],
    ["db.run('pragma journal_mode = wal')", 'SQL'],
    ["db.run('delete from entry where id = ?')", 'SQL'],
    ["db.run('update entry set id = 1')", 'SQL'],
    ["export * from './days.ts';", 'barrel'],
    ["export { Day } from './days.ts';", 'barrel'],
    ["export type { Day } from './days.ts';", 'barrel'],
    [Array.from({ length: 251 }, () => 'one();').join('\n'), '251 lines'],
  ])('%.60s is found', (text, what) =>
    expect(stray(text)).toEqual([expect.stringContaining(what)]),
  );

  test('each has its own place', () => {
    expect(stray("db.run('SELECT id FROM entry')", 'src/store/x.ts')).toEqual([]);
    expect(stray('console.log(new Date(), process.pid)', 'src/platform/x.ts')).toEqual([]);
    expect(stray('console.log(1)', 'src/store/x.ts')).toHaveLength(1);
  });
});

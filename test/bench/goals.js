import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, run } from './measure.js';
import { CUSTOMERS } from './seeded-journal.js';
import { FLAT, SUMS } from './stage.js';

const K = 1_000;
const M = 1_000_000;

/**
 * What one looks at in between, with its goals for 10,000 and 100,000 entries. Nobody asked for these: half a second and a
 * second and a half are short enough to wait for; where each week or each rule is worked out anew, it may take longer.
 */
const LOOKS = [
  {
    name: 'today',
    words: ['today'],
    goals: [
      [20, 10],
      [60, 30],
    ],
  },
  {
    name: 'show',
    words: ['show', 'Customer 7'],
    goals: [
      [20, 10],
      [60, 30],
    ],
  },
  {
    name: 'why',
    words: ['why', 'Customer 7'],
    goals: [
      [20, 10],
      [60, 30],
    ],
  },
  {
    name: 'search',
    words: ['search', 'drawings'],
    goals: [
      [20, 10],
      [60, 30],
    ],
  },
  {
    name: 'rules --try',
    words: ['rules', '--try', 'silence.factor=1.5'],
    goals: [
      [40, 20],
      [120, 60],
    ],
  },
  {
    name: 'backtest',
    words: ['backtest'],
    goals: [
      [100, 50],
      [400, 200],
    ],
  },
];

/** Where people sit; nobody set these goals either. A review has a column more there. */
const ON_TERMINAL = [
  { words: ['log', 'Customer 7', '--', 'talked about the fair'], entries: K, goals: [1.1, 1.05] },
  { words: ['today'], entries: 10 * K, goals: [1.1, 1.05] },
  { words: ['show', 'Customer 7'], entries: 10 * K, goals: [1.1, 1.05] },
  { words: ['review'], entries: 10 * K, goals: [1.5, 1.3] },
];

/** @typedef {{ words: string[], env?: object, before?: () => void, onTerminal?: boolean }} Side */

/**
 * One row of the table a goal: what rel does, what it is measured beside, and how far apart they may be. A row compares
 * `cpu`, `wall`, `memory` or `size`; with `atLeast` it compares rates.
 */
export function goals(props) {
  const bare = { words: [process.execPath, props.empty()] };
  const row = (name, entries, own, beside, by, [must, aim], more = {}) => ({
    name,
    entries,
    // Made when the row is measured, so that a quick run builds no journal of a million.
    get own() {
      return own();
    },
    get beside() {
      return beside();
    },
    get words() {
      return by === 'cpu' || by === 'wall' ? own() : undefined;
    },
    bare,
    by,
    must,
    aim,
    unit: { cpu: 'ms', wall: 'ms', memory: 'MB', size: 'MB' }[by],
    ...more,
  });
  const rel =
    (entries, ...words) =>
    () =>
      props.rel(props.journal(entries), ...words);
  const log = (entries) => () =>
    props.relOnCopy(props.journal(entries), 'log', 'Customer 7', '--', 'talked about the fair');
  // Every customer of the seeded journal begins like this.
  const complete = (entries) => rel(entries, 'complete', 'zsh', '--', 'log', 'cust');
  const alone = () => bare;
  const needs = (program) =>
    isInstalled(program) ? {} : { missing: `${program} is not installed` };
  const sqlite = needs('sqlite3');
  const rate = { atLeast: true, ...sqlite };
  const memory = needs('/usr/bin/time');

  return [
    row('rel log / bare node', K, log(K), alone, 'cpu', [1.35, 1.15]),
    row('rel log, first run / bare node', K, firstRun(props, log(K)), alone, 'cpu', [1.7, 1.45]),
    row(
      'rel log, no kept code / bare node',
      K,
      uncompiled(props, log(K)),
      alone,
      'cpu',
      [1.7, 1.45],
    ),
    row('rel log at 1M / at 1k', M, log(M), log(K), 'cpu', [1.1, 1.03]),
    row('rel --help / bare node', K, rel(K, '--help'), alone, 'cpu', [1.4, 1.25]),
    row('rel --version / bare node', K, rel(K, '--version'), alone, 'cpu', [1.4, 1.25]),
    row('rel complete / bare node', K, complete(K), alone, 'cpu', [1.4, 1.25]),
    row('rel complete, 300 customers', 6 * K, complete(6 * K), alone, 'cpu', [1.4, 1.25]),
    row(
      'rel log / task log, 10k',
      10 * K,
      log(10 * K),
      () => task(props),
      'cpu',
      [0.5, 0.3],
      needs('task'),
    ),
    row('rel review 1k / bare node', K, rel(K, 'review'), alone, 'cpu', [2.5, 1.5]),
    row('rel review 10k / bare node', 10 * K, rel(10 * K, 'review'), alone, 'cpu', [2.5, 1.5]),
    row(
      'rel review 10k / hledger balance 10k',
      10 * K,
      rel(10 * K, 'review'),
      () => hledger(props),
      'cpu',
      [0.25, 0.1],
      needs('hledger'),
    ),
    row('rel review 100k / bare node', 100 * K, rel(100 * K, 'review'), alone, 'cpu', [6, 2.5]),
    row(
      'rel review 1M / sqlite3 sums the columns',
      M,
      rel(M, 'review'),
      () => sums(props, M),
      'wall',
      [3, 1],
      sqlite,
    ),
    row(
      'export 100k as CSV, rate / sqlite3 -csv',
      100 * K,
      rel(100 * K, 'export', 'entries'),
      () => csv(props, 100 * K),
      'cpu',
      [0.5, 1],
      rate,
    ),
    row(
      'export 1M as CSV, rate / sqlite3 -csv',
      M,
      rel(M, 'export', 'entries'),
      () => csv(props, M),
      'cpu',
      [0.5, 1],
      rate,
    ),
    row(
      'import 100k, rate / sqlite3 .import',
      100 * K,
      () => importing(props),
      () => filling(props, ''),
      'cpu',
      [0.35, 0.8],
      rate,
    ),
    row(
      'import 100k, rate / .import with the same indexes',
      100 * K,
      () => importing(props),
      () => filling(props, INDEXES),
      'cpu',
      [0.35, 0.8],
      rate,
    ),
    row(
      'import a table of 100k, rate / sqlite3 .import',
      100 * K,
      () => importingTable(props),
      () => fillingTable(props),
      'cpu',
      [0.35, 0.8],
      rate,
    ),
    row('memory: rel log / bare node', K, log(K), alone, 'memory', [1.2, 1.1], memory),
    row(
      'memory: review 100k / bare node',
      100 * K,
      rel(100 * K, 'review'),
      alone,
      'memory',
      [2, 1.3],
      memory,
    ),
    row(
      'memory: export 100k / bare node',
      100 * K,
      rel(100 * K, 'export', 'entries'),
      alone,
      'memory',
      [2, 1.3],
      memory,
    ),
    row(
      'memory: import 100k / bare node',
      100 * K,
      () => importing(props),
      alone,
      'memory',
      [3, 2],
      memory,
    ),
    row(
      'memory: import a table of 100k / bare node',
      100 * K,
      () => importingTable(props),
      alone,
      'memory',
      [3, 2],
      memory,
    ),
    row(
      'memory: import 20k mails / bare node',
      20 * K,
      () => importingMails(props),
      alone,
      'memory',
      [3, 2],
      memory,
    ),
    row('memory: review 1M / bare node', M, rel(M, 'review'), alone, 'memory', [3, 2], memory),
    row(
      'memory: export 1M / bare node',
      M,
      rel(M, 'export', 'entries'),
      alone,
      'memory',
      [3, 2],
      memory,
    ),
    ...LOOKS.flatMap(({ name, words, goals }) =>
      [10 * K, 100 * K].map((entries, at) =>
        row(
          `rel ${name} ${entries / K}k / bare node`,
          entries,
          rel(entries, ...words),
          alone,
          'cpu',
          goals[at],
        ),
      ),
    ),
    ...ON_TERMINAL.map(({ words, entries, goals: most }) => {
      // A review on a terminal is remembered.
      const piped = () => props.relOnCopy(props.journal(entries), ...words);
      const shown = () => ({ ...piped(), onTerminal: true });
      const name = `rel ${words[0]} ${entries / K}k on a terminal / in a pipe`;
      return row(name, entries, shown, piped, 'cpu', most, needs('script'));
    }),
    ...[900, 6 * K].flatMap((entries) => pages(props, entries, row, rel)),
    row(
      'file 1M / its CSV',
      M,
      () => props.size(props.journal(M)),
      () => props.size(props.csv(M)),
      'size',
      [1.5, 1.1],
    ),
  ];
}

/**
 * The page in HTML beside the review as text, and beside what it tells as JSON. Nobody asked for these goals: a page may take
 * as long again as the text with its weeks, and as much room as ten times the plain numbers.
 */
function pages(props, entries, row, rel) {
  const who = `page of ${CUSTOMERS[entries]} customers`;
  const kilobytes = (file) => props.size(file) * 1024;
  return [
    row(
      `${who} / the review as text`,
      entries,
      rel(entries, 'review', '--format', 'html'),
      rel(entries, 'review', '--all', '--graph'),
      'cpu',
      [3, 2],
    ),
    row(
      `${who} / its JSON`,
      entries,
      () => kilobytes(props.page(entries)),
      () => kilobytes(props.json(entries)),
      'size',
      [15, 10],
      { unit: 'KB' },
    ),
  ];
}

/** The first run of a user: there is what was compiled when rel was built, and nothing that an earlier run kept. */
const firstRun = (props, side) => () => {
  const folder = props.at('no-cache');
  const { words, env, before } = side();
  return {
    words,
    env: { ...env, XDG_CACHE_HOME: folder },
    before: () => {
      before();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The same with another Node than that of the build, or from a tarball: all has to be compiled, and is kept. */
const uncompiled = (props, side) => () => {
  const { words, ...first } = firstRun(props, side)();
  const [node, , ...others] = words;
  return { words: [node, props.uncompiled(), ...others], ...first };
};

const sums = (props, entries) => ({ words: ['sqlite3', props.flat(entries), SUMS] });
const csv = (props, entries) => ({
  words: ['sqlite3', '-csv', '-header', props.flat(entries), 'SELECT * FROM entries'],
});

function importing(props) {
  const file = props.at('imported.db');
  const side = props.rel(file, 'import', props.lines(100 * K));
  return { ...side, before: () => rmSync(file, { force: true }) };
}

function importingTable(props) {
  const file = props.at('imported-table.db');
  const words = ['import', props.table(100 * K), '--as', 'entries', '--new-customers'];
  return { ...props.rel(file, ...words), before: () => rmSync(file, { force: true }) };
}

function fillingTable(props) {
  const file = props.at('filled-table.db');
  return {
    words: ['sqlite3', file, `.import --csv ${props.table(100 * K)} entries`],
    before: () => rmSync(file, { force: true }),
  };
}

function importingMails(props) {
  return props.relOnCopy(props.addresses(), 'import', props.mailbox(20 * K));
}

const INDEXES =
  'CREATE UNIQUE INDEX by_id ON entries (id); CREATE INDEX in_order ON entries (customer, "on", number); CREATE INDEX by_ref ON entries (ref) WHERE ref > \'\';';

function filling(props, indexes) {
  const file = props.at('filled.db');
  const source = props.csv(100 * K);
  const script = props.at(`fill-${indexes.length}.sql`);
  writeFileSync(script, `${FLAT}\n${indexes}\n.import --csv --skip 1 ${source} entries\n`);
  return {
    words: ['sqlite3', file, `.read ${script}`],
    before: () => rmSync(file, { force: true }),
  };
}

/** Ten thousand open tasks in a folder of their own, and one more written down as done. */
function task(props) {
  const folder = props.at('task');
  const env = { TASKRC: join(folder, 'taskrc'), TASKDATA: folder };
  if (!existsSync(folder)) {
    mkdirSync(folder);
    writeFileSync(env.TASKRC, 'confirmation=no\nverbose=nothing\ngc=on\n');
    const tasks = Array.from({ length: 10 * K }, (_, index) => ({
      description: `Customer ${index % 100}: they asked for the drawings before friday`,
      project: `customer-${index % 100}`,
      // Open ones: completed ones lie in a file of their own, which `task log` does not read.
      status: 'pending',
      entry: '20260101T080000Z',
    }));
    const file = props.at('tasks.json');
    writeFileSync(file, tasks.map((each) => JSON.stringify(each)).join('\n'));
    run(['task', 'import', file], { env });
  }
  return { words: ['task', 'log', 'project:customer-7', 'talked', 'about', 'the', 'fair'], env };
}

/** Ten thousand transactions between a hundred accounts. */
function hledger(props) {
  const file = props.at('hledger.journal');
  if (!existsSync(file)) {
    const entries = Array.from({ length: 10 * K }, (_, index) => {
      const year = 2021 + Math.floor(index / 2000);
      const month = String(1 + (Math.floor(index / 160) % 12)).padStart(2, '0');
      return `${year}-${month}-15 they asked for the drawings\n    time:customer${index % 100}  ${index % 60}\n    me\n`;
    });
    writeFileSync(file, entries.join('\n'));
  }
  return { words: ['hledger', '-f', file, 'balance'] };
}

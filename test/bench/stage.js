import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './measure.js';
import { ME, seededCards, seededMailbox, seededTable } from './seeded-files.js';
import { CUSTOMERS, seededJournal, TODAY } from './seeded-journal.js';

const root = join(import.meta.dirname, '../..');
const rel = join(root, 'bin/rel.js');
const PIECE = 1 << 20;

/**
 * The files that the rows of the bench work on, each made when it is first asked for: the seeded journal as lines, as a
 * journal (through `rel import`), as CSV (through `rel export`), and as a table of SQLite with one column a field.
 */
export function stage(place, seed) {
  const at = (name) => join(place, name);
  const made = (name, make) => {
    if (!existsSync(at(name))) {
      const draft = `draft-${name}`;
      rmSync(at(draft), { force: true });
      make(at(draft));
      renameSync(at(draft), at(name));
    }
    return at(name);
  };
  const named = (entries, customers = CUSTOMERS[entries]) =>
    customers === CUSTOMERS[entries] ? `${entries}-${seed}` : `${entries}-of-${customers}-${seed}`;
  const env = (db) => ({
    REL_TODAY: TODAY,
    REL_DB: db,
    XDG_CACHE_HOME: at('cache'),
    // To read a config.toml costs a tenth of a start: whoever runs the bench may have one, and another not.
    XDG_CONFIG_HOME: at('no-config'),
  });

  const props = {
    at,
    empty: () => made('empty.cjs', (file) => writeFileSync(file, '')),
    lines: (entries, customers = CUSTOMERS[entries]) =>
      made(`${named(entries, customers)}.jsonl`, (file) =>
        writePieces(file, seededJournal(entries, customers, seed)),
      ),
    table: (rows) => made(`${rows}-table.csv`, (file) => writePieces(file, seededTable(rows))),
    mailbox: (mails) => made(`${mails}.mbox`, (file) => writePieces(file, seededMailbox(mails))),
    /** A journal that knows who writes the mails. */
    addresses: () =>
      made('addresses.db', (file) => {
        const cards = props.at('cards.vcf');
        writePieces(cards, seededCards());
        for (const words of [
          ['import', cards, '--new-customers'],
          ['config', 'set', 'me', ME],
        ])
          run([process.execPath, rel, ...words], { env: env(file) });
      }),
    /** @param customers so many; left out: as many as such a journal has in the other rows */
    journal: (entries, customers) =>
      made(`${named(entries, customers)}.db`, (file) =>
        run([process.execPath, rel, 'import', props.lines(entries, customers)], { env: env(file) }),
      ),
    csv: (entries) =>
      made(`${entries}-${seed}.csv`, (file) =>
        run([process.execPath, rel, 'export', 'entries', '--output', file], {
          env: env(props.journal(entries)),
        }),
      ),
    /** The review of all customers as a page, and what is in it as JSON. */
    page: (entries) =>
      made(`${entries}-${seed}.html`, (file) =>
        run([process.execPath, rel, 'review', '--format', 'html', '--output', file], {
          env: env(props.journal(entries)),
        }),
      ),
    json: (entries) =>
      made(`${entries}-${seed}.json`, (file) => {
        const words = ['review', '--json', '--no-hangs-on', '--graph'];
        const { stdout } = run([process.execPath, rel, ...words], {
          env: env(props.journal(entries)),
        });
        writeFileSync(file, stdout);
      }),
    /** The same rows for sqlite3: numbers in the columns that the rules read as numbers, text in the others. */
    flat: (entries) =>
      made(`${entries}-${seed}-flat.db`, (file) =>
        run(['sqlite3', file], {
          input: `${FLAT}\n.import --csv --skip 1 ${props.csv(entries)} entries\n`,
        }),
      ),
    /** Another rel, for which nothing was compiled when it was built. */
    uncompiled: () => {
      const home = at('uncompiled');
      rmSync(home, { recursive: true, force: true });
      for (const each of ['bin', 'dist'])
        cpSync(join(root, each), join(home, each), { recursive: true });
      rmSync(join(home, 'dist/code'), { recursive: true, force: true });
      symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
      return join(home, 'bin/rel.js');
    },
    rel: (db, ...words) => ({ words: [process.execPath, rel, ...words], env: env(db) }),
    /** The same with a new copy of the journal each time: what one run wrote, the next would have to read. */
    relOnCopy: (db, ...words) => {
      const copy = `${db.slice(0, -'.db'.length)}-copy.db`;
      return { ...props.rel(copy, ...words), before: () => copyFileSync(db, copy) };
    },
    size: (file) => statSync(file).size / (1 << 20),
  };
  return props;
}

function writePieces(file, pieces) {
  const open = openSync(file, 'w');
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    writeSync(open, text);
    text = '';
  }
  writeSync(open, text);
  closeSync(open);
}

const NUMBERS = ['number', 'minutes', 'feel', 'harm', 'amount'];
const TEXTS_BEFORE = [
  'id',
  'customer',
  'type',
  'on',
  'time',
  'offset',
  'person',
  'channel',
  'outcome',
  'about',
];
const COLUMNS = [
  'number',
  ...TEXTS_BEFORE,
  ...['minutes', 'feel', 'fault', 'harm', 'blames', 'weBlame', 'gave', 'got', 'conceded', 'rude'],
  ...['dealbreaker', 'learned', 'asked', 'by', 'what', 'due', 'kind', 'amount', 'invoice', 'ref'],
  ...[
    'agreed',
    'onPriceAlone',
    'renewsOn',
    'cause',
    'deadline',
    'words',
    'conditions',
    'from',
    'to',
  ],
  ...['step', 'answer', 'verdict', 'computed', 'reason', 'until', 'rule', 'text', 'note', 'tags'],
  ...['signals', 'private', 'next', 'recordedAt', 'source'],
];
/** Those that some rule looks at. */
const READ = COLUMNS.filter((name) => !UNREAD().has(name));

function UNREAD() {
  return new Set([
    ...['id', 'time', 'offset', 'weBlame', 'what', 'invoice', 'cause', 'words', 'step', 'answer'],
    ...[
      'verdict',
      'computed',
      'reason',
      'until',
      'rule',
      'text',
      'note',
      'tags',
      'signals',
      'private',
    ],
    ...['next', 'recordedAt', 'source', 'onPriceAlone'],
  ]);
}

const FLAT = `CREATE TABLE entries (${COLUMNS.map((name) => `"${name}" ${NUMBERS.includes(name) ? 'REAL' : 'TEXT'}`).join(', ')});`;

/** Adds up every column that a rule reads, the length of what is text. */
export const SUMS = `SELECT ${READ.map((name) => (NUMBERS.includes(name) ? `sum("${name}")` : `sum(length("${name}"))`)).join(', ')} FROM entries`;
export { FLAT };

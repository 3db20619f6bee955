import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyCall } from '../every-call.js';
import { hostileBook } from '../hostile-book.js';
import { HOSTILE_TEXTS, REFUSED_TEXTS } from '../hostile-texts.js';
import { rel } from '../rel.js';
import { terminalMissing, terminals } from '../terminal.js';

/* eslint-disable no-control-regex, no-misleading-character-class -- these characters are what is looked for */
const COLOUR = /\x1b\[[\d;]*m/g;
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
/** What no eye sees, where text was made to be read. The joiner and the selectors belong to emoji too. */
const UNSEEN = /(?![\u200d\ufe0e\ufe0f])[\p{Cf}\p{Cs}\p{DI}\p{NChar}]/u;
const PILED = /[\p{Mn}\p{Me}]{5}/u;
/* eslint-enable no-control-regex, no-misleading-character-class */

/** Text of others: stored as it was or refused, and never obeyed by a terminal. */
export const fault = {
  missing: terminalMissing,
  async run({ short, random, place }) {
    const bad = [];
    const refused = refuses(place, short, random, bad);
    const texts = short ? sample(HOSTILE_TEXTS, 9, random) : HOSTILE_TEXTS;
    const book = hostileBook(texts);
    const file = join(place, 'book.jsonl');
    writeFileSync(file, linesOf(book));
    const { status, stderr } = rel(place, ['import', file]);
    if (status !== 0) return { figure: 'nothing imported', bad: [stderr] };
    const kept = isExact(place, book, bad);
    const shown = await shows(place, texts, file, { short, random, bad });
    return {
      figure: `${refused} refused with their line, ${kept} texts exact in every export, ${shown} answers with nothing in them that a terminal obeys, aligned`,
      bad,
    };
  },
};

const linesOf = (book) => book.map((line) => `${JSON.stringify(line)}\n`).join('');

function sample(texts, count, random) {
  const all = Object.entries(texts);
  while (all.length > count) all.splice(random(all.length), 1);
  return Object.fromEntries(all);
}

/** Every field with a text that is none, and every such text in some field: refused with the line, and no journal made. */
function refuses(place, short, random, bad) {
  const book = hostileBook({ only: 'Plain' }).filter((line) => line.customer !== 'Only');
  const seen = new Set();
  const fields = book.flatMap((line, index) =>
    textsIn(line)
      .filter((path) => !seen.has(`${line.type} ${path}`) && seen.add(`${line.type} ${path}`))
      .map((path) => ({ index, path })),
  );
  const texts = Object.values(REFUSED_TEXTS);
  const pairs = [
    ...fields.map((field) => ({ ...field, text: texts[random(texts.length)] })),
    ...texts.map((text) => ({ ...fields[random(fields.length)], text })),
  ].filter(() => !short || random(8) === 0);
  for (const { index, path, text } of pairs) {
    const lines = JSON.parse(JSON.stringify(book));
    put(lines[index], path, text);
    const { status, stdout, stderr } = rel(place, ['import', '-'], { input: linesOf(lines) });
    const what = `${JSON.stringify(text)} as ${path.join('.')} of ${book[index].type}`;
    if (status !== 2) bad.push(`${what}: exit ${status}`);
    if (!stderr.includes(`line ${index + 1}: `)) bad.push(`${what}: ${JSON.stringify(stderr)}`);
    if (OBEYED.test(stderr) || stdout !== '')
      bad.push(`${what}: ${JSON.stringify(stdout + stderr)}`);
    if (existsSync(join(place, 'journal.db'))) bad.push(`${what}: made a journal`);
  }
  return pairs.length;
}

/** Where texts stand in a line, as paths of keys; not dates, and not words that are chosen from a list. */
function textsIn(value, path = []) {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function put(line, path, text) {
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], line);
  holder[path.at(-1)] = text;
}

/** The journal comes out as it went in, and so does each text from the tables. */
function isExact(place, book, bad) {
  const exported = rel(place, ['export', 'journal']).stdout;
  const out = exported
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const key = (line) => `${line.type} ${line.id ?? `${line.customer ?? ''} ${line.name ?? ''}`}`;
  const before = new Map(book.map((line) => [keyWithoutId(line) ?? key(line), line]));
  let texts = 0;
  for (const line of out) {
    const { id, ...rest } = line;
    const given = before.get(keyWithoutId(line) ?? key(line));
    if (given === undefined) {
      bad.push(`nobody imported ${JSON.stringify(line).slice(0, 200)}`);
      continue;
    }
    texts += textsIn(given).length;
    const { id: givenId = id, ...wanted } = given;
    const same = stable({ id: givenId, ...wanted }) === stable({ id, ...rest });
    if (!same) bad.push(`another line came out: ${JSON.stringify(line).slice(0, 300)}`);
  }
  if (out.length !== book.length) bad.push(`${out.length} of ${book.length} lines came out`);
  const again = join(place, 'again.db');
  rel(place, ['import', '-', '--db', again], { input: exported });
  if (rel(place, ['export', 'journal', '--db', again]).stdout !== exported)
    bad.push('the export of the import of the export is another one');
  for (const table of ['customers', 'people', 'entries', 'promises', 'decisions'])
    sameInTables(place, table, bad);
  const notes = book.filter(({ type, note }) => type === 'spoke' && note !== undefined);
  const rows = JSON.parse(
    rel(place, ['export', 'entries', '--private', '--format', 'json']).stdout,
  );
  const noted = new Set(rows.map(({ note }) => note));
  for (const { note } of notes)
    if (!noted.has(note)) bad.push(`no such note in JSON: ${JSON.stringify(note).slice(0, 100)}`);
  return texts;
}

const keyWithoutId = ({ type, name, customer }) =>
  type === 'customer' || type === 'person'
    ? `${type} ${customer ?? ''} ${name}`
    : type === 'settings'
      ? type
      : undefined;

const stable = (value) =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** CSV, JSON and JSON Lines hold the same texts. */
function sameInTables(place, table, bad) {
  const out = (...more) => rel(place, ['export', table, '--private', ...more]).stdout;
  const lines = out('--format', 'jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [head, ...cells] = csvRows(out());
  if (cells.length !== lines.length)
    bad.push(`${table}: ${cells.length} rows in CSV, ${lines.length} in JSON Lines`);
  const said = (value) => {
    if (value === null) return '';
    if (Array.isArray(value)) return undefined;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  lines.forEach((line, index) => {
    for (const [at, column] of head.entries()) {
      const wanted = said(line[column]);
      if (wanted !== undefined && wanted !== cells[index]?.[at])
        bad.push(
          `${table} ${column}: ${JSON.stringify(cells[index]?.[at])} in CSV, ${JSON.stringify(wanted)} in JSON`,
        );
    }
  });
}

/** RFC 4180, no more. */
function csvRows(text) {
  const rows = [];
  let row = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

async function shows(place, texts, file, { short, random, bad }) {
  const { run, end } = terminals(place);
  const entries = rel(place, ['export', 'entries', '--format', 'jsonl']).stdout;
  const numbers = entries
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const names = [...Object.values(texts), 'Plain'].map((name) => name.normalize('NFC'));
  const whole = join(place, 'whole.db');
  copyFileSync(join(place, 'journal.db'), whole);
  const one = (list) => list[random(list.length)];
  let answers = 0;
  // Every call as somebody else's name and text have it, on a terminal and in a pipe; the rest is drawn.
  for (const terminal of [true, false]) {
    const name = one(names);
    const said = saidOf(name, one(Object.values(texts)), numbers, file);
    // Whoever is asked on a terminal must answer.
    const asks = ([word, ...more]) => terminal && word === 'delete' && !more.includes('--yes');
    const calls = everyCall(place, said).filter(
      (words) => !asks(words) && (!short || random(8) === 0),
    );
    for (const words of calls) {
      const mode = { terminal, columns: one([40, 80, 200]), env: one(COLOURS) };
      copyFileSync(whole, join(place, 'journal.db'));
      const answer = await run(words, mode);
      answers += 1;
      const wrong = wrongIn(words, answer, mode);
      if (wrong !== undefined)
        bad.push(`${mode.columns}${terminal ? ' tty' : ''} rel ${JSON.stringify(words)}: ${wrong}`);
    }
  }
  end();
  return answers;
}

const COLOURS = [{ NO_COLOR: '1' }, { FORCE_COLOR: '1', TERM: 'xterm' }];

/** What the calls are made with: this customer's own promises and entries. */
function saidOf(name, text, numbers, file) {
  const theirs = numbers.filter(({ customer }) => customer === name);
  const numberOf = (entries) => String((entries.at(-1) ?? numbers[0]).number);
  const promises = theirs.filter(({ type }) => type === 'promise');
  return {
    name,
    other: 'Plain',
    text,
    number: numberOf(theirs.filter(({ type }) => type === 'heard')),
    promise: {
      owed: numberOf(promises.filter(({ amount }) => amount !== null)),
      ours: numberOf(promises),
    },
    incident: numberOf(theirs.filter(({ type }) => type === 'spoke')),
    file,
  };
}

/** What is laid out for the width of the terminal; an answer of one line is not. */
const LAID_OUT = new Set(
  'review why today list show timeline search promises history rules rule backtest'.split(' '),
);

const isData = (words) =>
  words.includes('--json') || words.includes('csv') || words[0] === 'export';

function wrongIn(words, { code, out, err, widths }, { terminal, columns }) {
  if (![0, 1, 2, 4].includes(code)) return `exit ${code}: ${err || out}`;
  const painted = terminal || !isData(words);
  const plain = out.replace(COLOUR, '');
  if (OBEYED.test(err)) return `obeyed on stderr: ${JSON.stringify(err)}`;
  const text = plain.replaceAll('\r\n', '\n');
  if (painted && OBEYED.test(text)) return `obeyed: ${near(text, OBEYED)}`;
  if (isData(words)) return undefined;
  if (words[0] !== 'log' && UNSEEN.test(text)) return `unseen: ${near(text, UNSEEN)}`;
  if (PILED.test(text)) return `piled: ${near(text, PILED)}`;
  return LAID_OUT.has(words[0]) &&
    code === 0 &&
    !words.includes('--help') &&
    !['md', 'html'].some((form) => words.includes(form))
    ? tooWide(text, widths, columns)
    : undefined;
}

const near = (text, pattern) => {
  const at = text.search(pattern);
  return ascii(text.slice(Math.max(0, at - 60), at + 20));
};

/** A report may be read on a terminal too. */
const ascii = (text) =>
  text.replace(/[^ -~]/gu, (each) => `<${each.codePointAt(0).toString(16)}>`).slice(0, 400);

/** Lines are no wider than the terminal; only what is to be pasted or opened is never broken. */
function tooWide(text, widths, columns) {
  const lines = text.split('\n');
  const at = widths.findIndex(
    (width, index) => width > columns && !/rel |:\/\/|^ *\{"/.test(lines[index] ?? ''),
  );
  if (at >= 0) return `${widths[at]} columns: ${ascii(lines[at])}`;
  return undefined;
}

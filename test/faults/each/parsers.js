import { spawnSync } from 'node:child_process';
import { Buffer } from 'node:buffer';
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { environment, program, rel } from '../rel.js';

const MIB = 1_048_576;
const PATIENCE_SECONDS = 60;
/** Seconds of the processor, beyond what rel takes to start. */
const MOST_SECONDS = 1;
/** Twice the input may take twice the time, and a little for the measure. */
const MOST_RATIO = 2.7;
/** Below this, a ratio measures the start and not the parser. */
const LEAST_SECONDS = 0.15;

/** A megabyte made for each parser: read in time that grows like the input, then stored exactly or refused whole. */
export const fault = {
  missing: () => (spawnSync('bash', ['-c', 'time true']).status === 0 ? undefined : 'bash'),
  run({ short, random, place }) {
    const bad = [];
    const whole = join(place, 'whole.db');
    rel(place, ['add', 'customer', 'Acme']);
    rel(place, ['log', 'acme', 'call', 'first']);
    copyFileSync(join(place, 'journal.db'), whole);
    const idle = Math.min(...[1, 2, 3].map(() => timed(place, ['list']).seconds));
    const shapes = Object.entries({
      ...TYPED,
      ...LINES,
      ...NAMES,
      ...SEARCHES,
      ...CONFIGS,
      ...SHEETS,
    }).filter(() => !short || random(24) === 0);
    let slowest = { seconds: 0, name: 'none' };
    let steepest = { ratio: 0, name: 'none' };
    for (const [name, shape] of shapes) {
      const [half, all] = (short ? [MIB] : [MIB / 2, MIB])
        .map((size) => {
          copyFileSync(whole, join(place, 'journal.db'));
          return shape(place, size);
        })
        .slice(-2)
        .flatMap((one) => (short ? [undefined, one] : [one]));
      const seconds = all.seconds - idle;
      const ratio =
        half === undefined || seconds < LEAST_SECONDS ? 0 : seconds / (half.seconds - idle);
      if (seconds > slowest.seconds) slowest = { seconds, name };
      if (ratio > steepest.ratio) steepest = { ratio, name };
      if (seconds > MOST_SECONDS) bad.push(`${name}: ${seconds.toFixed(2)} s`);
      if (ratio > MOST_RATIO)
        bad.push(`${name}: ${ratio.toFixed(1)} times as long for twice as much`);
      if (all.wrong !== undefined) bad.push(`${name}: ${all.wrong}`);
    }
    const odd = ODD_LINES.filter((each) => {
      copyFileSync(whole, join(place, 'journal.db'));
      const wrong = oddLine(place, each);
      if (wrong !== undefined) bad.push(`${each.name}: ${wrong}`);
      return true;
    });
    return {
      figure: `${shapes.length} shapes of 1 MiB, the slowest ${slowest.seconds.toFixed(2)} s (${slowest.name}), the steepest ${steepest.ratio.toFixed(1)} times for twice as much (${steepest.name}); ${odd.length} odd files stored exactly or refused with their line`,
      bad,
    };
  },
};

const quoted = (word) => `'${String(word).replaceAll("'", "'\\''")}'`;

/** Runs rel and takes the time that it had the processor, which a busy machine hardly changes. */
function timed(place, words, { input, env = {} } = {}) {
  const from = input === undefined ? '/dev/null' : join(place, 'input');
  if (input !== undefined) writeFileSync(from, input);
  // A list of arguments as long as these goes through a file.
  writeFileSync(join(place, 'words.sh'), `set -- ${words.map(quoted).join(' ')}`);
  const line = `. ${quoted(join(place, 'words.sh'))}; TIMEFORMAT='%U %S'; { time timeout -s KILL ${PATIENCE_SECONDS} ${quoted(process.execPath)} ${quoted(program)} "$@" < ${quoted(from)} 2>${quoted(join(place, 'told'))}; } 2>${quoted(join(place, 'time'))}; code=$?; cat ${quoted(join(place, 'told'))} >&2; exit $code`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    env: environment(place, env),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const time = spawnSync('cat', [join(place, 'time')], { encoding: 'utf8' }).stdout;
  const seconds = time
    .trim()
    .split(/\s+/)
    .reduce((sum, each) => sum + Number(each), 0);
  // Stopped: it has had the processor for as long, or waited for what never came.
  if (status === 137)
    return { code: status, out: stdout, err: 'it did not end', seconds: PATIENCE_SECONDS };
  return { code: status, out: stdout, err: stderr, seconds };
}

const fill = (piece, size) =>
  piece.repeat(Math.ceil(size / Buffer.byteLength(piece))).slice(0, size);

/** Neither stored nor refused is wrong; `exact` looks at what was stored. */
function judged(place, answer, exact = () => undefined) {
  const { code, err, seconds } = answer;
  if (code === 0) return { seconds, wrong: exact(answer) };
  if (code !== 2) return { seconds, wrong: `exit ${code}: ${err.slice(0, 300)}` };
  const rows = rel(place, ['export', 'journal']).stdout.split('\n').length - 1;
  return { seconds, wrong: rows === 2 ? undefined : `${rows} lines after a refusal` };
}

const PIECES = {
  words: 'word ',
  'one word': 'a',
  colons: ':',
  'unknown words': ':aa ',
  subjects: ':need ',
  'key without value': 'they: ',
  promises: 'they:x by:fri ',
  'open quotes': 'they:" ',
  dates: 'on:fri ',
  'times of day': '10:30 ',
  addresses: 'http://a.b/c?d=e ',
  brackets: '((((',
  numbers: '1234567890 ',
  minutes: '40m ',
  in: 'in ',
  dashes: '- ',
  'double dashes': '-- ',
  apostrophes: "'",
  'double quotes': '"',
  backslashes: '\\',
  commas: ',.;!? ',
  accents: 'é',
  'combining marks': 'e\u0301\u0316',
  emoji: '👨‍👩‍👧 ',
  chinese: '商',
  blanks: ' ',
  lines: '\n',
  tabs: '\t ',
  'bidi controls': '\u202e\u2066',
  ats: 'a@b@',
  'a word and blanks': 'a          ',
};

/** What `rel log … -` reads. */
const TYPED = Object.fromEntries(
  Object.entries(PIECES).map(([name, piece]) => [
    `text of ${name}`,
    (place, size) => {
      const input = fill(piece, size - 64);
      return judged(place, timed(place, ['log', 'acme', 'call', '-'], { input }));
    },
  ]),
);

const WORD_LIMIT = 120_000;
/** Nor more of them. */
const MOST_WORDS = 100_000;

/** The words of a command line, which no system takes longer than this in one piece. */
const argumentsOf = (piece, size) => {
  const one =
    piece.trim() === '' || !piece.endsWith(' ')
      ? [fill(piece, Math.min(size / 8, WORD_LIMIT))]
      : undefined;
  return (
    one ??
    fill(piece, size / 4)
      .trim()
      .split(' ', MOST_WORDS)
  );
};

for (const [name, piece] of Object.entries(PIECES)) {
  TYPED[`words of ${name}`] = (place, size) =>
    judged(place, timed(place, ['log', 'acme', 'call', ...argumentsOf(piece, size)]));
  TYPED[`date of ${name}`] = (place, size) =>
    judged(place, timed(place, ['review', '--as-of', fill(piece, Math.min(size / 8, WORD_LIMIT))]));
}

const entry = (fields) =>
  JSON.stringify({ type: 'spoke', id: 'x', customer: 'Acme', on: '2026-11-02', ...fields });

const imports = (place, text) => {
  writeFileSync(join(place, 'in.jsonl'), text);
  return timed(place, ['import', join(place, 'in.jsonl')]);
};

/** What `rel import` reads. */
const LINES = {
  'JSON nested deeply': (place, size) =>
    judged(
      place,
      imports(place, `{"type":"spoke","a":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}`),
    ),
  'JSON nested and open': (place, size) => judged(place, imports(place, '['.repeat(size))),
  'objects nested deeply': (place, size) =>
    judged(place, imports(place, `${'{"a":'.repeat(size / 8)}1${'}'.repeat(size / 8)}`)),
  'one number': (place, size) =>
    judged(
      place,
      imports(
        place,
        `{"type":"income","id":"x","customer":"A","on":"2026-11-02","amount":${'9'.repeat(size)}}`,
      ),
    ),
  'the same key': (place, size) =>
    judged(place, imports(place, `{"type":"mood",${'"feel":1,'.repeat(size / 9)}"feel":1}`)),
  'other keys': (place, size) =>
    judged(
      place,
      imports(
        place,
        `{"type":"mood",${Array.from({ length: size / 12 }, (_, index) => `"k${index}":1,`).join('')}"feel":1}`,
      ),
    ),
  'a list of tags': (place, size) =>
    judged(
      place,
      imports(place, `${entry({ tags: Array.from({ length: size / 5 }, () => 'ab') })}\n`),
    ),
  'wrong tags': (place, size) =>
    judged(
      place,
      imports(place, `${entry({ signals: Array.from({ length: size / 5 }, () => 'ab') })}\n`),
    ),
  escapes: (place, size) =>
    judged(
      place,
      imports(
        place,
        `{"type":"spoke","id":"x","customer":"A","on":"2026-11-02","note":"${'\\u00e9'.repeat(size / 6)}"}`,
      ),
    ),
  'short lines': (place, size) => judged(place, imports(place, '{}\n'.repeat(size / 3))),
  'empty lines': (place, size) => judged(place, imports(place, '\n'.repeat(size))),
  'many customers': (place, size) =>
    judged(
      place,
      imports(
        place,
        Array.from(
          { length: size / 50 },
          (_, index) => `{"type":"customer","name":"Customer Number ${index}"}\n`,
        ).join(''),
      ),
    ),
  'many entries': (place, size) =>
    judged(
      place,
      imports(
        place,
        Array.from({ length: size / 90 }, (_, index) => `${entry({ id: `e${index}` })}\n`).join(''),
      ),
    ),
  'names with patterns': (place, size) =>
    judged(
      place,
      imports(
        place,
        Array.from(
          { length: size / 60 },
          (_, index) => `{"type":"customer","name":"(a+)+$ [${index}] ${'(.*)'.repeat(5)}"}\n`,
        ).join(''),
      ),
    ),
};

const withName = (name, words) => (place, size) => {
  const customer = name(size);
  imports(
    place,
    `${JSON.stringify({ type: 'customer', name: customer })}\n${JSON.stringify({ type: 'person', customer, name: `${customer.slice(0, size / 2)}p` })}\n`,
  );
  const answer = timed(place, words);
  return {
    seconds: answer.seconds,
    wrong: answer.code > 2 ? `exit ${answer.code}: ${answer.err.slice(0, 300)}` : undefined,
  };
};
const LONG_NAMES = {
  'one word': (size) => fill('a', size - 8),
  words: (size) => fill('acne ', size - 8).trim(),
  patterns: (size) => fill('(a+)+$', size - 8),
  chinese: (size) => fill('商', size / 4),
  marks: (size) => fill('e\u0301\u0316', size / 8),
};

/** Names of a mebibyte, looked for, listed, and like what was typed wrongly. */
const NAMES = Object.fromEntries(
  Object.entries(LONG_NAMES).flatMap(([name, make]) =>
    [
      ['show', 'acmee'],
      ['log', 'acne', 'call'],
      ['list'],
      ['review', '--all'],
      ['today'],
      ['complete', 'zsh', '--', 'show', 'a'],
    ].map((words) => [`${words.join(' ')} beside a name of ${name}`, withName(make, words)]),
  ),
);
for (const [name, piece] of Object.entries(PIECES)) {
  NAMES[`show a name of ${name}`] = (place, size) =>
    judged(
      place,
      timed(place, ['show', '--', fill(piece, Math.min(size / 8, WORD_LIMIT))]),
      () => 'found somebody',
    );
}

/** A note of a mebibyte, and what is looked for in it. */
const SEARCHES = Object.fromEntries(
  Object.entries({
    'a word': (size) => [fill('a', Math.min(size / 8, WORD_LIMIT))],
    'many words': (size) =>
      fill('ab ', size / 16)
        .trim()
        .split(' '),
    quotes: (size) => [fill('" ', Math.min(size / 8, WORD_LIMIT))],
    patterns: () => ['(a+)+$'],
    letter: () => ['a'],
    nothing: () => ['zzz'],
  }).map(([name, words]) => [
    `search for ${name}`,
    (place, size) => {
      imports(place, `${entry({ note: fill('aab ', size - 64) })}\n`);
      const answer = timed(place, ['search', ...words(size)]);
      return {
        seconds: answer.seconds,
        wrong: answer.code > 2 ? `exit ${answer.code}: ${answer.err.slice(0, 300)}` : undefined,
      };
    },
  ]),
);

/** config.toml, which every command reads. */
const CONFIGS = Object.fromEntries(
  Object.entries({
    'nested lists': (size) => `a = ${'['.repeat(size)}`,
    'dotted keys': (size) => `${fill('a.', size - 2)}a = 1`,
    tables: (size) => Array.from({ length: size / 10 }, (_, index) => `[t${index}]\n`).join(''),
    'one line': (size) => fill('x', size),
    text: (size) => `a = "${fill('b', size)}"`,
    comments: (size) => fill('# c\n', size),
  }).map(([name, text]) => [
    `config.toml of ${name}`,
    (place, size) => {
      const folder = join(place, 'config/rel');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'config.toml'), text(size));
      const answer = timed(place, ['list']);
      rmSync(folder, { recursive: true });
      return judged(place, answer);
    },
  ]),
);

/** What comes back from the editor. */
const SHEETS = Object.fromEntries(
  Object.entries(PIECES)
    .slice(0, 12)
    .map(([name, piece]) => [
      `edited sheet of ${name}`,
      (place, size) => {
        const [sheet, editor] = [join(place, 'sheet'), join(place, 'editor.sh')];
        writeFileSync(sheet, fill(piece, size - 64));
        writeFileSync(editor, `#!/bin/sh\ncat ${quoted(sheet)} > "$1"\n`);
        chmodSync(editor, 0o700);
        return judged(
          place,
          timed(place, ['log', 'acme', 'call', '--edit'], { env: { EDITOR: editor } }),
        );
      },
    ]),
);

const LINE = entry({});
const ODD_LINES = [
  {
    name: '1e999',
    text: `{"type":"income","id":"x","customer":"Acme","on":"2026-11-02","amount":1e999}\n`,
    line: 1,
  },
  {
    name: 'minus zero',
    text: `{"type":"income","id":"x","customer":"Acme","on":"2026-11-02","amount":-0}\n`,
    stored: '"amount":0',
  },
  {
    name: 'the same key twice',
    text: `{"type":"income","id":"x","customer":"Acme","on":"2026-11-02","amount":1,"amount":2}\n`,
    stored: '"amount":2',
  },
  {
    name: '__proto__',
    text: `{"type":"income","id":"x","customer":"Acme","on":"2026-11-02","amount":1,"__proto__":{"private":true}}\n`,
    line: 1,
  },
  {
    name: 'constructor',
    text: `{"type":"income","id":"x","customer":"Acme","on":"2026-11-02","amount":1,"constructor":{"prototype":{"private":true}}}\n`,
    line: 1,
  },
  { name: 'type __proto__', text: `{"type":"__proto__","id":"x"}\n`, line: 1 },
  {
    name: 'type constructor',
    text: `{"type":"constructor","id":"x","customer":"Acme","on":"2026-11-02"}\n`,
    line: 1,
  },
  {
    name: 'settings of __proto__',
    text: `{"type":"settings","rules":{"__proto__":{"polluted":1}}}\n`,
    line: 1,
  },
  {
    name: 'cadence of __proto__',
    text: `{"type":"settings","cadence":{"__proto__":1}}\n`,
    line: 1,
  },
  {
    name: 'a customer called __proto__',
    text: `{"type":"customer","name":"__proto__"}\n{"type":"person","customer":"__proto__","name":"constructor"}\n`,
    stored: '"name":"__proto__"',
  },
  { name: 'a byte order mark', text: `\ufeff${LINE}\n`, stored: '"id":"x"' },
  { name: 'UTF-16', bytes: Buffer.from(`\ufeff${LINE}\n`, 'utf16le'), says: 'UTF-8' },
  {
    name: 'no UTF-8',
    bytes: Buffer.concat([Buffer.from(`${LINE}\n`), Buffer.from([0xff, 0xfe, 0x0a])]),
    says: 'UTF-8',
  },
  { name: 'NUL bytes', text: `${LINE}\n\0\0\0\n`, line: 2 },
  { name: 'no final newline', text: LINE, stored: '"id":"x"' },
  { name: 'CRLF', text: `${LINE}\r\n${LINE.replace('"x"', '"y"')}\r\n`, stored: '"id":"y"' },
  {
    name: 'mixed ends of lines',
    text: `${LINE}\r\n${LINE.replace('"x"', '"y"')}\n\n`,
    stored: '"id":"y"',
  },
  {
    name: 'a line of 10 MB',
    text: `${LINE}\n${entry({ id: 'y', note: 'x'.repeat(10_000_000) })}\n`,
    line: 2,
    says: 'longer than 4 MiB',
  },
  { name: 'a text of 1 MiB', text: `${entry({ note: 'x'.repeat(MIB) })}\n`, stored: '"id":"x"' },
  {
    name: 'a text of 1 MiB and a letter',
    text: `${LINE}\n${entry({ id: 'y', note: 'x'.repeat(MIB + 1) })}\n`,
    line: 2,
    says: '1 MiB',
  },
  {
    name: 'a text of 1 MiB and a letter in Chinese',
    text: `${entry({ note: '商'.repeat(MIB / 3 + 1) })}\n`,
    line: 1,
    says: '1 MiB',
  },
  {
    name: 'texts of 5 MiB together',
    text: `${entry({ tags: Array.from({ length: 5 }, () => 'x'.repeat(MIB - 1)) })}\n`,
    line: 1,
    says: '4 MiB',
  },
  {
    name: 'a row of more than 4 MiB in Chinese',
    text: `${entry({ tags: Array.from({ length: 7 }, () => '商'.repeat(MIB / 3 - 1)) })}\n`,
    line: 1,
    says: '4 MiB',
  },
  { name: 'no JSON at the end', text: `${LINE}\n{"type":`, line: 2 },
  { name: 'a list', text: '[]\n', line: 1 },
  { name: 'null', text: 'null\n', line: 1 },
  { name: 'nothing', text: '', stored: '"name":"Acme"' },
  { name: '30 February', text: `${LINE.replace('2026-11-02', '2026-02-30')}\n`, line: 1 },
  { name: 'the year 9999', text: `${LINE.replace('2026-11-02', '9999-11-02')}\n`, line: 1 },
];

function oddLine(place, { text, bytes, line, says, stored }) {
  const file = join(place, 'odd.jsonl');
  writeFileSync(file, bytes ?? text);
  const { status, stderr } = rel(place, ['import', file]);
  const journal = rel(place, ['export', 'journal']).stdout;
  if (stored !== undefined) {
    if (status !== 0) return `exit ${status}: ${stderr}`;
    return journal.includes(stored) ? undefined : 'not stored';
  }
  if (status !== 2) return `exit ${status}: ${stderr}`;
  if (line !== undefined && !stderr.includes(`line ${line}: `)) return `says ${stderr}`;
  if (says !== undefined && !stderr.includes(says)) return `says ${stderr.slice(0, 400)}`;
  return journal.split('\n').length === 3 ? undefined : 'left something behind';
}

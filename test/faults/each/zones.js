import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, program, rel } from '../rel.js';

const ZONES = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Kiritimati'];
const LOCALES = ['C.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8'];
const books = join(import.meta.dirname, '../../fixtures/books');

/** The same journal for the same day in other zones and languages: byte by byte the same; and days that are odd. */
export const fault = {
  missing: () => undefined,
  run({ short, random, place }) {
    const bad = [];
    const journal = readFileSync(
      join(
        books,
        readdirSync(books).find((name) => name.endsWith('.jsonl')),
      ),
    );
    writeFileSync(join(place, 'book.jsonl'), journal);
    const { status, stderr } = rel(place, ['import', join(place, 'book.jsonl')]);
    if (status !== 0) throw new Error(stderr);
    const asks = [
      ['review', '--all', '--as-of', '2025-03-30', '--json'],
      ['review', '--all', '--as-of', '2025-03-30'],
      ['export', 'verdicts', '--as-of', '2025-03-30'],
      ['export', 'entries'],
      ['export', 'journal'],
    ];
    const places = ZONES.flatMap((TZ) => LOCALES.map((LANG) => ({ TZ, LANG, LC_ALL: LANG })));
    const tried = short ? places.filter(() => random(6) === 0) : places;
    for (const words of asks) {
      // UTF-8 everywhere, so that only the language differs.
      const wanted = rel(place, words, { env: { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } });
      if (wanted.status !== 0 || wanted.stdout.length < 1000)
        bad.push(`${words.join(' ')}: ${wanted.stderr}`);
      for (const env of tried) {
        const { stdout } = rel(place, words, { env });
        if (stdout !== wanted.stdout)
          bad.push(`${words.join(' ')} in ${env.TZ}, ${env.LANG}: another answer`);
      }
    }
    const odd = oddDays(place, bad) + impossible(place, bad);
    return {
      figure: `${asks.length} answers the same in ${tried.length} pairs of zone and language, ${odd} odd days taken as the calendar has them`,
      bad,
    };
  },
};

const CLOCKS = [
  // just before and after midnight, in both halves of the world
  { TZ: 'America/New_York', now: '2026-11-20T04:59:30Z', on: '2026-11-19', offset: '-05:00' },
  { TZ: 'America/New_York', now: '2026-11-20T05:00:30Z', on: '2026-11-20', offset: '-05:00' },
  { TZ: 'Pacific/Kiritimati', now: '2026-11-20T09:59:30Z', on: '2026-11-20', offset: '+14:00' },
  { TZ: 'Pacific/Kiritimati', now: '2026-11-20T10:00:30Z', on: '2026-11-21', offset: '+14:00' },
  { TZ: 'Asia/Kolkata', now: '2026-11-20T18:29:30Z', on: '2026-11-20', offset: '+05:30' },
  { TZ: 'Asia/Kolkata', now: '2026-11-20T18:30:30Z', on: '2026-11-21', offset: '+05:30' },
  // the hour that is left out, and the hour that comes twice
  { TZ: 'America/New_York', now: '2026-03-08T06:59:30Z', on: '2026-03-08', offset: '-05:00' },
  { TZ: 'America/New_York', now: '2026-03-08T07:00:30Z', on: '2026-03-08', offset: '-04:00' },
  { TZ: 'America/New_York', now: '2026-11-01T05:30:00Z', on: '2026-11-01', offset: '-04:00' },
  { TZ: 'America/New_York', now: '2026-11-01T06:30:00Z', on: '2026-11-01', offset: '-05:00' },
  // midnight itself left out
  { TZ: 'America/Santiago', now: '2026-09-06T03:59:30Z', on: '2026-09-05', offset: '-04:00' },
  { TZ: 'America/Santiago', now: '2026-09-06T04:00:30Z', on: '2026-09-06', offset: '-03:00' },
  // a leap day, and the turn of a year
  { TZ: 'Europe/Berlin', now: '2028-02-28T23:30:00Z', on: '2028-02-29', offset: '+01:00' },
  { TZ: 'Europe/Berlin', now: '2028-02-29T23:30:00Z', on: '2028-03-01', offset: '+01:00' },
  { TZ: 'Europe/Berlin', now: '2026-12-31T23:30:00Z', on: '2027-01-01', offset: '+01:00' },
];

/** The clock of Node, moved: rel reads no other. */
const moved = (now) =>
  `const Old = Date; const at = Old.parse(${JSON.stringify(now)});
   globalThis.Date = class extends Old { constructor(...given) { super(...(given.length === 0 ? [at] : given)); } static now() { return at; } };`;

function oddDays(place, bad) {
  const hook = join(place, 'clock.cjs');
  const db = join(place, 'days.db');
  const at = (now, TZ, words) => {
    writeFileSync(hook, moved(now));
    const env = environment(place, { TZ, REL_DB: db });
    delete env.REL_TODAY;
    return spawnSync(process.execPath, ['--require', hook, program, ...words], {
      env,
      encoding: 'utf8',
    });
  };
  at('2026-01-01T12:00:00Z', 'UTC', ['add', 'customer', 'Acme']);
  for (const { TZ, now, on, offset } of CLOCKS) {
    const { stdout, stderr } = at(now, TZ, ['log', 'acme', 'call', '--json']);
    const entry = stdout === '' ? {} : JSON.parse(stdout).entry;
    if (entry.on !== on || entry.recordedAt?.slice(-6) !== offset)
      bad.push(
        `${now} in ${TZ}: ${entry.on} ${entry.recordedAt} instead of ${on} ${offset} ${stderr}`,
      );
  }
  // Logged in one zone, looked at from another, with a clock that was set back meanwhile.
  const clock = join(place, 'clock.db');
  copyFileSync(db, clock);
  at('2026-11-20T12:00:00Z', 'Asia/Kolkata', ['log', 'acme', 'call', 'first']);
  const back = at('2026-11-19T02:00:00Z', 'America/New_York', ['log', 'acme', 'call', 'second']);
  if (back.status !== 0) bad.push(`after the clock was set back: ${back.stderr}`);
  const numbers = (zone) => at('2026-11-25T12:00:00Z', zone, ['export', 'entries']).stdout;
  const [one, other] = [numbers('Pacific/Kiritimati'), numbers('America/New_York')];
  if (one !== other || !one.includes('2026-11-18') || !one.includes('second'))
    bad.push('another export in another zone');
  const reviews = ['Pacific/Kiritimati', 'America/New_York'].map(
    (zone) =>
      at('2026-11-25T12:00:00Z', zone, ['review', '--all', '--as-of', '2026-11-24', '--json'])
        .stdout,
  );
  if (reviews[0] !== reviews[1] || reviews[0] === '') bad.push('another review in another zone');
  const known = at('2026-11-25T12:00:00Z', 'UTC', [
    'review',
    '--all',
    '--known',
    '2026-11-19',
    '--json',
  ]);
  if (known.status !== 0) bad.push(`--known after the clock was set back: ${known.stderr}`);
  return CLOCKS.length + 4;
}

const IMPOSSIBLE = [
  '2026-02-30',
  '2027-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-31',
  '1969-12-31',
  '2201-01-01',
  '30 feb',
  '31 nov',
  '2026-11-5x',
  '0000-00-00',
];
const REAL = ['2028-02-29', '2000-02-29', '2026-12-31', '1970-01-01'];

function impossible(place, bad) {
  for (const day of IMPOSSIBLE) {
    const said = rel(place, ['review', '--all', '--as-of', day]);
    if (said.status !== 2 || !said.stderr.includes(day))
      bad.push(`--as-of ${day}: exit ${said.status}, ${said.stderr}`);
    const line = JSON.stringify({ type: 'mood', id: 'x', customer: 'Acme', on: day, feel: 1 });
    const given = rel(place, ['import', '-'], { input: `${line}\n` });
    if (given.status !== 2 || !given.stderr.includes('line 1: '))
      bad.push(`imported ${day}: exit ${given.status}`);
  }
  for (const day of REAL) {
    const line = JSON.stringify({
      type: 'mood',
      id: `on ${day}`,
      customer: 'Acme',
      on: day,
      feel: 1,
    });
    const given = rel(place, ['import', '-'], { input: `${line}\n` });
    if (given.status !== 0) bad.push(`did not import ${day}: ${given.stderr}`);
  }
  return IMPOSSIBLE.length + REAL.length;
}

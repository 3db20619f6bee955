import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ZONES = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'America/New_York',
];
const LOCALES = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8'];

const root = fileURLToPath(new URL('../../', import.meta.url));
const scenarios = join(root, 'test/fixtures/scenarios');

/** Prints where it runs on the first line, then every review of every scenario. */
const SCRIPT = `
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay, spokenDay } from './src/journal/days.ts';
import { bookOf } from './src/verdict/book.ts';
import { hangsOn } from './src/verdict/hangs-on.ts';
import { judge } from './src/verdict/judge.ts';
import { bookFrom } from './test/support/journal.ts';

const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
const midnight = new Date(2026, 5, 30).toISOString();
console.log(JSON.stringify({ locale, timeZone, midnight }));
const [folder] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort()) {
  const { accounts, settings } = bookFrom(readFileSync(join(folder, file), 'utf8'));
  const { customer, reviews } = JSON.parse(readFileSync(join(folder, file.replace('.jsonl', '.expected.json')), 'utf8'));
  for (const review of reviews) {
    const asOf = parseDay(review.asOf);
    const relationship = bookOf(accounts, settings, asOf).find((each) => each.customer.name === customer);
    const judgement = judge(relationship, asOf);
    const { rules, standing, ...rest } = judgement;
    console.log(JSON.stringify({
      file, day: spokenDay(asOf), ...rest, row: rest.row.row,
      standing: { ...standing, conditions: [...standing.conditions] },
      rules: rules.map(({ rule, level, outcome }) => ({ rule: rule.name, level, ...outcome })),
      hangsOn: review === reviews.at(-1) && hangsOn(relationship, judgement).map(({ entry, becomes }) => [entry.id, becomes]),
    }));
  }
}
`;

const run = promisify(execFile);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rel-zones-'));
  buildSync({
    stdin: { contents: SCRIPT, loader: 'ts', resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'review.mjs'),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function reviewsIn(
  TZ: string,
  locale: string,
): Promise<{ readonly place: string; readonly reviews: string }> {
  const env = { PATH: process.env['PATH'], TZ, LANG: locale, LC_ALL: locale };
  const { stdout } = await run(process.execPath, [join(folder, 'review.mjs'), scenarios], {
    env,
    maxBuffer: 1e8,
  });
  const end = stdout.indexOf('\n');
  return { place: stdout.slice(0, end), reviews: stdout.slice(end + 1) };
}

test('every review is the same in every zone and language', async () => {
  const places = ZONES.flatMap((zone) => LOCALES.map((locale) => [zone, locale] as const));
  const seen = [];
  // A few at a time: each is a process of its own.
  for (let start = 0; start < places.length; start += 4) {
    seen.push(
      ...(await Promise.all(places.slice(start, start + 4).map((place) => reviewsIn(...place)))),
    );
  }
  const [first] = seen;
  expect(first?.reviews.split('\n').length).toBeGreaterThan(30);
  expect(new Set(seen.map(({ place }) => place)).size).toBe(ZONES.length * LOCALES.length);
  expect(
    seen.filter(({ reviews }) => reviews !== first?.reviews).map(({ place }) => place),
  ).toEqual([]);
}, 120_000);

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { Console, FIXTURES } from '../support/console.ts';

const DAY = '2025-06-27';
const CUSTOMERS = ['tamarind', 'larkspur', 'kettleby', 'linden', '東京キッチン'];
const LABEL = 11;

interface Dated {
  readonly from: string;
  readonly to: string;
}
interface PictureJson extends Dated {
  readonly weeks: readonly (Dated & {
    readonly verdict: string | null;
    readonly out: readonly string[];
    readonly in: readonly string[];
  })[];
  readonly silences: readonly (Dated & { readonly days: number; readonly open: boolean })[];
  readonly promises: readonly {
    readonly by: string;
    readonly kind: string;
    readonly status: string;
  }[];
  readonly income: readonly { readonly amount: number | null }[];
  readonly turns: readonly { readonly on: string; readonly label: string }[];
  readonly gave: { readonly count: number };
  readonly got: { readonly count: number };
  readonly year: { readonly timeShare: number; readonly incomeShare: number };
}
interface ShowJson {
  readonly entries: readonly { readonly id: string; readonly type: string; readonly on: string }[];
  readonly picture: PictureJson | null;
}

const console = new Console({ REL_TODAY: DAY });
beforeAll(() => console.must(`rel import '${join(FIXTURES, '../books/fifteen.jsonl')}'`));
afterAll(() => console.remove());

const jsonOf = async (command: string): Promise<ShowJson> =>
  JSON.parse(await console.must(`${command} --json`)) as ShowJson;
async function pictureOf(customer: string): Promise<PictureJson> {
  const { picture } = await jsonOf(`rel show '${customer}' --last 999`);
  if (picture === null) throw new Error(`no picture of ${customer}`);
  return picture;
}
const rowOf = (label: string, text: string): string =>
  text.split('\n').find((line) => line.slice(0, LABEL).trimEnd() === label) ?? '';
const behind = (label: string, text: string): string =>
  rowOf(label, text)
    .slice(LABEL + 52)
    .trim();

describe.each(CUSTOMERS)('the picture of %s', (customer) => {
  test('adds up to what its JSON says', async () => {
    const text = await console.must(`rel show '${customer}'`);
    const { gave, got, income, promises, silences, turns, weeks, year } = await pictureOf(customer);
    const { entries } = await jsonOf(`rel show '${customer}' --last 999`);
    const typeOf = new Map(entries.map(({ id, type }) => [id, type]));
    const out = weeks.flatMap((week) => week.out).map((id) => typeOf.get(id));
    const [talks = 0, tries = 0] = ['spoke', 'tried'].map(
      (type) => out.filter((each) => each === type).length,
    );
    // With all that was tried, where there is no room for both.
    expect([[talks], [talks, tries], [talks, talks + tries]]).toContainEqual(
      behind('we', text).match(/\d+/g)?.map(Number),
    );
    const came = weeks.flatMap((week) => week.in).length;
    expect(behind('they', text)).toBe(came === 0 ? '' : `${came} from them`);
    const sum = income.reduce((total, { amount }) => total + (amount ?? 0), 0);
    expect(behind('money', text)).toBe(sum === 0 ? '' : `${sum.toLocaleString('en-US')} in`);
    for (const [by, label] of [
      ['us', 'our word'],
      ['them', 'their word'],
    ]) {
      const some = promises.filter((each) => each.by === by && each.kind === 'task');
      const settled = some.filter(({ status }) => status !== 'open' && status !== 'waived');
      const kept = settled.filter(({ status }) => status === 'kept');
      expect(behind(label ?? '', text)).toBe(
        settled.length === 0 ? '' : `${kept.length} of ${settled.length} kept`,
      );
    }
    const last = silences.at(-1);
    const longest = Math.max(...silences.map(({ days }) => days));
    expect(behind('silence', text)).toBe(
      last === undefined ? '' : last.open ? `${last.days} days now` : `up to ${longest} days`,
    );
    for (const { label } of turns.slice(-9)) expect(text).toContain(` ${label}, `);
    const count = (label: string): number =>
      Number(/ (\d+) in a year/.exec(rowOf(label, text))?.[1] ?? 0);
    expect([count('gave'), count('got')]).toEqual([gave.count, got.count]);
    const share = (label: string): number => Number(/(\d+) %/.exec(rowOf(label, text))?.[1]);
    expect(share('time')).toBe(Math.round(year.timeShare * 100));
    expect(share('income')).toBe(Math.round(year.incomeShare * 100));
  });

  test('has the weeks of rel review --graph and of rel show --verdicts', async () => {
    const { from, to, weeks } = await pictureOf(customer);
    const review = JSON.parse(
      await console.must(`rel review '${customer}' --json --no-hangs-on --graph`),
    ) as { customers: readonly { weeks: readonly { asOf: string; verdict: string }[] }[] };
    const shown = JSON.parse(await console.must(`rel show '${customer}' --verdicts --json`)) as {
      weeks: readonly { asOf: string; verdict: string }[];
    };
    const mine = weeks.map((week) => ({ asOf: week.to, verdict: week.verdict }));
    expect(mine).toEqual(review.customers[0]?.weeks);
    expect(mine).toEqual(shown.weeks.map(({ asOf, verdict }) => ({ asOf, verdict })));
    expect([from, to]).toEqual([weeks[0]?.from, DAY]);
    const text = await console.must(`rel show '${customer}'`, { LANG: 'C' });
    const letters = weeks.map(({ verdict }) => (verdict ?? ' ').slice(0, 1).repeat(2)).join('');
    expect(rowOf('verdict', text).slice(LABEL, LABEL + 52)).toBe(letters);
  });

  test.each([36, 40, 80, 120])(
    'keeps within %i columns, in Unicode and in ASCII',
    async (width) => {
      const env = { COLUMNS: String(width) };
      for (const LANG of ['C.UTF-8', 'C']) {
        const lines = (await console.must(`rel show '${customer}'`, { ...env, LANG })).split('\n');
        const begin = lines.findIndex((line) => line.startsWith('months'));
        expect(begin).toBeGreaterThan(0);
        const picture = lines.slice(begin - 1, lines.indexOf('', begin));
        expect(picture.length).toBeGreaterThan(4);
        expect(picture.filter((line) => stringWidth(line) > width)).toEqual([]);
        if (LANG === 'C') expect(picture.join('')).toMatch(/^[\x20-\x7e]*$/);
      }
    },
  );
});

test('holds each touch of the half year, once', async () => {
  const { entries } = await jsonOf('rel show tamarind --last 999');
  const { from, weeks } = await pictureOf('tamarind');
  const touches = entries.filter(
    ({ on, type }) => ['spoke', 'tried', 'heard', 'sent'].includes(type) && on >= from,
  );
  const drawn = weeks.flatMap((week) => [...week.out, ...week.in]);
  expect([...drawn].sort()).toEqual(touches.map(({ id }) => id).sort());
  for (const week of weeks)
    for (const id of [...week.out, ...week.in]) {
      const on = entries.find((entry) => entry.id === id)?.on ?? '';
      expect(week.from <= on && on <= week.to).toBe(true);
    }
});

test('is left out with --no-graph, in JSON too', async () => {
  const all = await console.must('rel show tamarind');
  const bare = await console.must('rel show tamarind --no-graph');
  expect(bare).not.toMatch(/[▁▃▅▇●○]|months/);
  const lines = new Set(all.split('\n'));
  expect(bare.split('\n').filter((line) => !lines.has(line))).toEqual([]);
  expect((await jsonOf('rel show tamarind --no-graph')).picture).toBeNull();
});

test('is never in a text where config.toml says so, and always in JSON; nor are the bars of a review', async () => {
  const other = new Console({ REL_TODAY: DAY });
  await other.must(`rel import '${join(FIXTURES, '../books/fifteen.jsonl')}'`);
  const seen = async () => {
    const show = await other.must('rel show tamarind');
    const { picture } = JSON.parse(await other.must('rel show tamarind --json')) as ShowJson;
    const review = await other.must('rel review');
    return [show.includes('months'), picture !== null, review.includes('13 weeks')];
  };
  expect(await seen()).toEqual([true, true, false]);
  await other.must('rel config set display.graph never');
  expect(await seen()).toEqual([false, true, false]);
  await other.must('rel config set display.graph always');
  expect(await seen()).toEqual([true, true, true]);
  expect(await other.must('rel review --graph')).toContain('a sign a week');
  other.remove();
});

test('is not drawn of one entry, nor of a week', async () => {
  const other = new Console({ REL_TODAY: DAY });
  const shown = async (): Promise<readonly unknown[]> => {
    const text = await other.must('rel show harlan');
    const json = JSON.parse(await other.must('rel show harlan --json')) as ShowJson;
    return [text.includes('months'), json.picture !== null];
  };
  await other.must('rel log "Harlan Supply" --new call on:2025-06-20 :need');
  expect(await shown()).toEqual([false, false]);
  await other.must('rel log harlan call on:2025-06-21');
  expect(await shown()).toEqual([true, true]);
  await other.must('rel edit 1 on:2025-06-21');
  expect(await shown()).toEqual([false, false]);
  other.remove();
});

test('tells private words to you, and behind a mask to nobody', async () => {
  const other = new Console({ REL_TODAY: DAY });
  await other.must('rel log "Harlan Supply" --new call on:2025-06-02 :need');
  await other.must('rel lost harlan --considering --on 2025-06-16 :private');
  expect(await other.must('rel show harlan')).toContain('1 may leave, 16 Jun');
  const masked = await other.must('rel show harlan --mask');
  expect(masked).toContain('1 change, 16 Jun');
  expect(masked).not.toContain('may leave');
  other.remove();
});

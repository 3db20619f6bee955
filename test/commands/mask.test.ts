import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hostileBook } from '../faults/hostile-book.js';
import { Console } from '../support/console.ts';

/** Parts of each other, of several scripts, and one that is a word; all stand in every text of the customer `Plain` too. */
const NAMES = {
  short: 'Harlan',
  long: 'Harlan Supply',
  longer: 'Harlan Supply Company',
  han: '東京',
  more: '東京商事',
  latin: 'Müller & Söhne',
};
const NAMED = /harlan|supply|company|東京|商事|müller|söhne|plain\b/i;

const console = new Console({ REL_TODAY: '2026-11-20' });
beforeAll(async () => {
  const lines = hostileBook(NAMES).map((line) => `${JSON.stringify(line)}\n`);
  console.write('book.jsonl', lines.join(''));
  await console.must('rel import book.jsonl');
});
afterAll(() => console.remove());

const CALLS = [
  'review --all',
  'review --all --graph',
  'review --format md --all',
  'review --format csv',
  'review --json --all-rules --graph',
  'review --known 2026-11-20',
  "review '東京' 'Harlan Supply'",
  'review --format html',
  'review --format html --private',
  "show '東京' --format html",
  "show 'Plain' --format html --private",
  "show 'Harlan'",
  "show 'Harlan Supply' --last 99",
  'show Plain --json --last 99',
  'show 8',
  'show 8 --json',
  "show '東京商事' --verdicts",
  "show '東京商事' --verdicts --json",
];

describe('behind a mask', () => {
  test.each(CALLS)('rel %s names nobody', async (call) => {
    const open = await console.must(`rel ${call}`);
    const masked = await console.must(`rel ${call} --mask`);
    expect(NAMED.test(open)).toBe(true);
    expect(masked.split('\n').filter((line) => NAMED.test(line))).toEqual([]);
    expect(masked).toMatch(/Customer [A-G]\b/);
  });

  test.each(['show Harlen', 'show Harlan Suply', 'review Harlen', 'show Müler --verdicts'])(
    'nor does the error of rel %s, which suggests somebody else without one',
    async (call) => {
      expect((await console.run(`rel ${call}`)).stderr).toMatch(/Harlan|Müller/);
      const { code, stderr, stdout } = await console.run(`rel ${call} --mask`);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        'rel: what you typed names no customer, or several\n     without --mask the same command says who may be meant\n',
      );
    },
  );

  test('the verdicts, numbers and findings are those of the book', async () => {
    const [open, masked] = await Promise.all(
      ['', ' --mask'].map(async (mask) => {
        const printed = await console.must(`rel review --json${mask}`);
        return (JSON.parse(printed) as { customers: Reviewed[] }).customers;
      }),
    );
    const numbers = (reviewed: readonly Reviewed[] | undefined) =>
      reviewed?.map(({ changed, findings, levels, row, share, value, verdict }) => ({
        ...{ changed, levels, row, share, value, verdict },
        findings: findings.map(({ level, numbers, rule }) => ({ level, numbers, rule })),
      }));
    expect(numbers(masked)).toEqual(numbers(open));
    expect(open).toHaveLength(7);
  });

  test('a customer is called the same in every output, and may be typed so', async () => {
    const byName = await console.must("rel show '東京' --mask");
    expect(byName).toMatch(/^Customer D /);
    expect(await console.must("rel show 'Customer D' --mask")).toBe(byName);
    expect(await console.must("rel review 'Customer D' --mask")).toContain('Customer D');
    // Without a mask nobody is called so.
    expect((await console.run("rel show 'Customer D'")).code).toBe(2);
  });

  test('an entry keeps its number, and what it speaks of', async () => {
    const show = async (call: string): Promise<Readonly<Record<string, unknown>>> =>
      JSON.parse(await console.must(call)) as Readonly<Record<string, unknown>>;
    const entries = (await show('rel show Harlan --last 99 --json'))['entries'] as Entry[];
    const broken = entries.find(({ type }) => type === 'broken')?.number;
    const { id, ref, refNumber } = await show(`rel show ${broken} --json --mask`);
    expect(id).toBe(`entry-${broken}`);
    expect(ref).toBe(`entry-${String(refNumber)}`);
    expect(refNumber).toBe((await show(`rel show ${broken} --json`))['refNumber']);
  });

  test('nothing is decided', async () => {
    const { code, stderr } = await console.run('rel review -i --mask');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--mask does not go with -i')]);
  });
});

interface Entry {
  readonly type: string;
  readonly number: number;
}
interface Reviewed {
  readonly verdict: string;
  readonly row: string;
  readonly changed: boolean;
  readonly value: number | null;
  readonly share: number | null;
  readonly levels: object;
  readonly findings: readonly {
    readonly rule: string;
    readonly level: number;
    readonly numbers: object;
  }[];
}

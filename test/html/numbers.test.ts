import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  describeInBrowser,
  openFile,
  type Opened,
  startBrowser,
  structureOf,
  textsIn,
} from '../support/browser.ts';
import { Console } from '../support/console.ts';
import { FIFTEEN, pageOf } from './books.ts';

interface Finding {
  readonly rule: string;
  readonly level: number;
  readonly message: string;
  readonly evidence: readonly string[];
}
interface Reviewed {
  readonly customer: string;
  readonly verdict: string;
  readonly previous: string | null;
  readonly value: number | null;
  readonly share: number | null;
  readonly next: string;
  readonly findings: readonly Finding[];
  readonly weeks: readonly { readonly verdict: string | null }[];
}
interface ReviewJson {
  readonly customers: readonly Reviewed[];
  readonly book: { readonly verdicts: Readonly<Record<string, number>> };
}
interface Shown {
  readonly entries: readonly { readonly id: string; readonly number: number }[];
}

const LEVELS = ['fine', 'note', 'warn', 'serious', 'critical'];
const WARN = 2;
const thousands = (amount: number): string => amount.toLocaleString('en-US');
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `KEEP 13 weeks, then FIX 1 week`. */
function runs(weeks: Reviewed['weeks']): string {
  const found: { verdict: string; count: number }[] = [];
  for (const { verdict } of weeks) {
    const last = found.at(-1);
    const said = verdict ?? 'nothing known';
    if (last?.verdict === said) last.count += 1;
    else found.push({ verdict: said, count: 1 });
  }
  return found
    .map(({ count, verdict }) => `${verdict} ${count} week${count === 1 ? '' : 's'}`)
    .join(', then ');
}

describeInBrowser('what a page says is what rel says elsewhere:', () => {
  const console = new Console({ REL_TODAY: FIFTEEN.today });
  let browser: Browser;
  let json: ReviewJson;
  beforeAll(async () => {
    browser = await startBrowser();
    await console.must(`rel import '${FIFTEEN.file}'`);
    json = JSON.parse(await console.must('rel review --json --no-hangs-on --graph')) as ReviewJson;
  });
  afterAll(async () => {
    await browser.close();
    console.remove();
  });

  const quoted = (name: string): string => `'${name.replaceAll("'", "'\\''")}'`;
  /** The numbers of all entries of a customer, by their ids. */
  async function numbersOf(customer: string): Promise<ReadonlyMap<string, number>> {
    const shown = await console.must(`rel show ${quoted(customer)} --json --last 999`);
    const { entries } = JSON.parse(shown) as Shown;
    return new Map(entries.map(({ id, number }) => [id, number]));
  }

  describe('the review', () => {
    let opened: Opened;
    let sections: readonly string[];
    beforeAll(async () => {
      opened = await openFile(browser, await pageOf(console, 'review'));
      sections = await textsIn(opened.page, 'section.relationship');
    });
    afterAll(() => opened.close());

    test('counts by verdict', async () => {
      const [tally = ''] = await textsIn(opened.page, '.tally');
      const { verdicts } = json.book;
      const expected = ['DROP', 'REBUILD', 'FIX', 'KEEP'].map((v) => `${verdicts[v] ?? 0} ${v}`);
      expect(tally).toBe(expected.join(' '));
    });

    test('every customer in a line', async () => {
      const rows = await textsIn(opened.page, '.customers tbody tr');
      expect(rows).toHaveLength(15);
      json.customers.forEach(({ customer, findings, share, value, verdict, weeks }, index) => {
        const row = rows[index] ?? '';
        expect(row.startsWith(`${verdict} ${customer}`)).toBe(true);
        const heavy = findings.filter(({ level }) => level >= WARN).length;
        expect(row).toContain(
          ` ${value === null ? '–' : thousands(value)} ${percent(share ?? NaN)} ${heavy} ${runs(weeks)}`,
        );
      });
    });

    test('verdict, findings with their entries, and the next step of each', async () => {
      expect(sections).toHaveLength(15);
      for (const [index, review] of json.customers.entries()) {
        const section = sections[index] ?? '';
        const numbers = await numbersOf(review.customer);
        expect(section.startsWith(`${review.verdict} ${review.customer} `)).toBe(true);
        if (review.previous !== review.verdict && review.previous !== null)
          expect(section).toContain(`was ${review.previous}`);
        if (review.value !== null) expect(section).toContain(`${thousands(review.value)} a year`);
        expect(section).toContain(` ${review.next} `);
        for (const { evidence, level, rule } of review.findings) {
          expect(section).toMatch(new RegExp(`${LEVELS[level] ?? ''} [^#]*\\b${rule}\\b`));
          const [, cited = ''] =
            new RegExp(`(?<![\\w-])${rule}(?:, since [^#]*)?((?: #\\d+)+)`).exec(section) ?? [];
          const expected = evidence.map((id) => numbers.get(id)).slice(-12);
          expect([rule, cited.trim()]).toEqual([
            rule,
            expected.map((n) => `#${String(n)}`).join(' '),
          ]);
        }
      }
    });

    test('all that the review says as text', async () => {
      const names = json.customers.map(({ customer }) => quoted(customer)).join(' ');
      const text = await console.must(`rel review ${names}`, { COLUMNS: '400' });
      const [page = ''] = await textsIn(opened.page, 'body');
      const said = text.split('\n').slice(2, -2).flatMap(claimsIn);
      expect(said.length).toBeGreaterThan(100);
      expect(said.filter((claim) => !page.includes(claim))).toEqual([]);
    });
  });

  describe('a customer', () => {
    test('each finding in its own words, and each promise', async () => {
      for (const name of ['Tamarind Street Bakery', 'Vantage Care Homes']) {
        const opened = await openFile(browser, await pageOf(console, `show '${name}'`));
        const [page = ''] = await textsIn(opened.page, 'body');
        const review = json.customers.find(({ customer }) => customer === name);
        const open = review?.findings.filter(({ rule }) => rule !== 'toll') ?? [];
        expect(open.length).toBeGreaterThan(3);
        expect(open.filter(({ message }) => !page.includes(message))).toEqual([]);
        const card = await console.must(`rel show '${name}' --last 1 --no-graph`, {
          COLUMNS: '400',
        });
        const said = card.split('\n').slice(1, -2).flatMap(claimsIn);
        expect(said.length).toBeGreaterThan(5);
        expect(said.filter((claim) => !page.includes(claim))).toEqual([]);
        expect(await structureOf(opened.page)).toEqual([]);
        expect(opened.complaints).toEqual([]);
        await opened.close();
      }
    });
  });
});

/** What a line of a terminal page says: without labels, marks and the numbers of entries, of which a page has more. */
function claimsIn(line: string): readonly string[] {
  return (
    line
      .split(/ {2,}| · /)
      .map((piece) =>
        piece
          .replace(/^(theirs|yours|ours|cost|mind|next|you|why:)(?= |$)/, '')
          .replace(/^ *(!+|\.)(?= |$)/, '')
          .replace(/( #\d+)+( \+\d+)?$/, '')
          .replace(/^ *→ /, '')
          .trim(),
      )
      // A page has the day with its weekday, and what came of it in sentences of their own.
      .flatMap((claim) => claim.replace(/^notice .*?: /, '').split('; unmet'))
      .filter((claim) => claim !== '' && !/^(\d+ earlier entr|how it feels to you)/.test(claim))
  );
}

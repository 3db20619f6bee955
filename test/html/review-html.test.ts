import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { wordsOf } from '../support/html-words.ts';
import { FIFTEEN } from './books.ts';

/** A mark of the chart: its verdict, its place, what it says when pointed at. */
const MARK = /class="mark v-(\w+)" transform="translate\(([\d.]+) ([\d.]+)\)[^>]*><title>([^<]*)</g;
/** A row of the table of findings in Markdown. */
const FINDING = /^\| (?:yours|theirs|cost) \| (\w+) \| (.*?) \| (.*?) \|$/gm;

interface Reviewed {
  readonly customer: string;
  readonly verdict: string;
  readonly value: number | null;
  readonly findings: readonly { readonly level: number }[];
}

describe('the page of fifteen customers', () => {
  const console = new Console({ REL_TODAY: FIFTEEN.today });
  let page = '';
  let words = '';
  let json: {
    readonly customers: readonly Reviewed[];
    readonly book: {
      readonly verdicts: Readonly<Record<string, number>>;
      readonly year: Readonly<
        Record<string, { readonly minutes: number; readonly income: number }>
      >;
    };
  };
  beforeAll(async () => {
    await console.must(`rel import '${FIFTEEN.file}'`);
    page = await console.must('rel review --format html');
    words = wordsOf(page);
    json = JSON.parse(await console.must('rel review --json --no-hangs-on'));
  });
  afterAll(() => console.remove());

  test('lets in one style by its hash, and nothing else', () => {
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text = '']) => text);
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test('runs nothing, and takes nothing from elsewhere', () => {
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|<object|<embed|\bon\w+=|\sstyle=|javascript:/i,
    );
    expect(page).not.toMatch(/url\(|@import|https?:/i);
  });

  test('has one title, headings in order, a language, and links that lead somewhere', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/\shref="([^"]*)"/g)].map(([, to = '']) => to);
    expect(targets.length).toBeGreaterThan(15);
    expect(targets.filter((to) => !ids.includes(to.replace(/^#/, '')))).toEqual([]);
  });

  test('says of each customer in a line what the JSON says', () => {
    const [, table = ''] = /<table class="customers">([^]*?)<\/table>/.exec(page) ?? [];
    const rows = [...table.matchAll(/<tr>[^]*?<\/tr>/g)].slice(1).map(([row]) => row);
    expect(rows).toHaveLength(15);
    for (const [index, { customer, findings, value, verdict }] of json.customers.entries()) {
      const html = rows[index] ?? '';
      const row = wordsOf(html);
      const weighing = findings.filter(({ level }) => level >= 2).length;
      expect(row).toMatch(new RegExp(`^${verdict} `));
      expect(row).toContain(` ${customer} `);
      expect(row).toContain(value === null ? ' – ' : ` ${value.toLocaleString('en-US')} `);
      // Said beside the number on a phone.
      expect(html).toContain(`data-of="${weighing === 1 ? 'finding' : 'findings'}">${weighing}<`);
      expect(row).toMatch(new RegExp(` ${weighing} KEEP| ${weighing} [A-Za-z ]*\\d+ weeks?`));
    }
  });

  test('counts verdicts, hours and income as the JSON does', () => {
    for (const [verdict, count] of Object.entries(json.book.verdicts))
      expect(words).toContain(` ${count} ${verdict} `);
    for (const [verdict, { income, minutes }] of Object.entries(json.book.year)) {
      const hours = Number((minutes / 60).toFixed(1));
      const shown = new RegExp(`${verdict} ${hours} h \\d+ % ${income.toLocaleString('en-US')} `);
      expect(words).toMatch(shown);
    }
  });

  test('says of the book what the text says', async () => {
    const text = await console.must('rel review', { COLUMNS: '200' });
    const foot = [...text.matchAll(/^ {2}(?:time|stake|drops|owed|alone) +(.*)$/gm)];
    expect(foot).toHaveLength(5);
    for (const [, line = ''] of foot) expect(words).toContain(line);
  });

  test('says of each customer what Markdown says, and each number leads to its entry', async () => {
    const notes = await console.must('rel review --all --format md');
    const parts = notes.split(/^## /m).filter((part) => /^(?:KEEP|FIX|REBUILD|DROP): /.test(part));
    const sections = page.split(/<section id="customer-\d+"/).slice(1);
    expect([parts.length, sections.length]).toEqual([15, 15]);
    let findings = 0;
    for (const [index, part] of parts.entries()) {
      const plain = part.replace(/\\([^\w\s])/g, '$1');
      const section = sections[index] ?? '';
      const said = wordsOf(section);
      for (const [, level = '', finding = '', entries = ''] of plain.matchAll(FINDING)) {
        findings += 1;
        // On a page, which may be sent to others, not even that there are feelings.
        const isFelt = finding.startsWith('how it feels to you');
        expect(said).toContain(isFelt ? 'private: rel why' : finding);
        expect(said).toContain(level);
        // Of many entries the last ones are named.
        for (const [, number] of [...entries.matchAll(/#(\d+)/g)].slice(-8)) {
          expect(section).toContain(`href="#entry-${number}"`);
          expect(section).toContain(`id="entry-${number}"`);
        }
      }
      for (const [, remark = ''] of plain.matchAll(/^- Mind: (.*?)(?: #.*)?$/gm))
        expect(said).toContain(remark);
      const [, step = 'none'] = /^- Next: (.*)$/m.exec(plain) ?? [];
      const [, command = 'none'] = /^- `(.*)`$/m.exec(plain) ?? [];
      expect(said).toContain(step);
      expect(said).toContain(command);
    }
    expect(findings).toBeGreaterThan(20);
  });

  test.each(['wide', 'narrow'])('puts each customer at its value and verdict: %s', (only) => {
    const drawing = new RegExp(`<svg class="${only}"[^]*?</svg>`).exec(page)?.[0] ?? '';
    const marks = [...drawing.matchAll(MARK)].map(([, verdict = '', x, y, title = '']) => {
      const [, name] = /^(.*): [A-Z]+, /.exec(wordsOf(title)) ?? [];
      return { name, verdict: verdict.toUpperCase(), x: Number(x), y: Number(y) };
    });
    const at = (some: readonly Reviewed[]) =>
      some.map(({ customer }) => marks.find(({ name }) => name === customer)?.y ?? NaN);
    expect(marks.map(({ name, verdict }) => [name, verdict]).sort()).toEqual(
      json.customers.map(({ customer, verdict }) => [customer, verdict]).sort(),
    );
    const falling = json.customers.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const heights = at(falling);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    const lanes = ['KEEP', 'FIX', 'REBUILD', 'DROP'].map((verdict) =>
      marks.filter((mark) => mark.verdict === verdict).map(({ x }) => x),
    );
    for (const [index, lane] of lanes.slice(1).entries())
      expect(Math.min(...lane)).toBeGreaterThan(Math.max(...(lanes[index] ?? [])));
    for (const [index, mark] of marks.entries())
      for (const other of marks.slice(index + 1))
        expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThan(10);
  });

  test('keeps feelings and private notes to oneself', () => {
    expect(words).toContain('private: rel why');
    expect(/felt|feeling|“shouted|Slept through/.exec(page)).toBeNull();
  });

  test('tells what has changed, with what it was', () => {
    expect(words).toContain(
      'Since 20 Jun 2025 ▲ worse Tamarind Street Bakery REBUILD → DROP Time against income',
    );
  });

  test('shows only whom it was asked for, and the review of a day', async () => {
    const some = wordsOf(
      await console.must('rel review larkspur tamarind --format html --as-of 2025-05-30'),
    );
    expect(some).toContain('Review of Fri 30 May 2025');
    expect(some).toContain('2 of them shown');
    expect(some).not.toContain('Orchard Lane');
  });

  test('fails on a verdict as the text does', async () => {
    const { code, stdout } = await console.run('rel review --fail-on drop --format html');
    expect([code, stdout.length]).toEqual([1, Buffer.from(page).toString().length]);
  });
});

test('an empty journal has a page that says how to begin', async () => {
  const console = new Console();
  try {
    expect(wordsOf(await console.must('rel review --format html'))).toContain(
      'Begin with: rel log',
    );
  } finally {
    console.remove();
  }
});

test('hostile names are text', async () => {
  const console = new Console();
  const name = `</title></style><script>alert(1)</script><b style="x" onclick='y'>&amp; \u202egnp.exe`;
  try {
    const line = { type: 'heard', id: 'x', customer: name, on: '2026-11-01', dealbreaker: true };
    console.write('book.jsonl', `${JSON.stringify(line)}\n`);
    await console.must('rel import book.jsonl');
    const page = await console.must('rel review --format html');
    expect(/<script|<b |\u202e/.exec(page)).toBeNull();
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(wordsOf(page)).toContain('<b style="x" onclick=\'y\'>&amp; \\u{202e}gnp.exe');
  } finally {
    console.remove();
  }
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_DAY, DEMO_JOURNAL, STORIES } from '../../src/demo/stories.ts';
import { Console } from '../support/console.ts';
import { wordsOf } from '../support/html-words.ts';

const WIDE = { COLUMNS: '2000' };
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

describe('the page of one customer', () => {
  const console = new Console({ REL_TODAY: DEMO_DAY });
  const pages = new Map<string, string>();
  beforeAll(async () => {
    const file = join(console.home, 'demo.jsonl');
    writeFileSync(file, DEMO_JOURNAL);
    await console.must(`rel import '${file}'`);
    const { customers } = JSON.parse(await console.must('rel review --all --json --no-hangs-on'));
    for (const { customer } of customers as readonly { readonly customer: string }[])
      pages.set(customer, await console.must(`rel show ${quoted(customer)} --format html`));
  });
  afterAll(() => console.remove());

  test('runs nothing, links to nothing that is not there, and has no place that is no number', () => {
    expect(pages.size).toBeGreaterThanOrEqual(STORIES.length);
    for (const page of pages.values()) {
      expect(page).not.toMatch(/<script|<img|\bon\w+=|\sstyle=|https?:|url\(/i);
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/\shref="#([^"]*)"/g)].map(([, to]) => to);
      expect(targets.filter((to) => !ids.includes(to))).toEqual([]);
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test('has a verdict that would come in the colour and shape of that verdict', () => {
    const would = [...pages.values()].map(
      (page) => /What would change it<\/h2><ul>([^]*?)<\/ul>/.exec(page)?.[1] ?? '',
    );
    const verdicts = would.join('').match(/(?:KEEP|FIX|REBUILD|DROP)<\/span>/g) ?? [];
    expect(verdicts.length).toBeGreaterThan(2);
    const asVerdicts =
      /<span class="verdict v-(keep|fix|rebuild|drop)"><svg [^]*?<\/svg>(?:KEEP|FIX|REBUILD|DROP)<\/span>/g;
    expect(would.join('').match(asVerdicts)).toHaveLength(verdicts.length);
  });

  test('has each rule of its style once', () => {
    for (const page of pages.values()) expect(page.match(/\.relationship \{/g)).toHaveLength(1);
  });

  test('says all that rel why says', async () => {
    for (const [customer, page] of pages) {
      const why = await console.must(`rel why ${quoted(customer)}`, WIDE);
      const told = why
        // What was felt is for a private page.
        .replace(/\nHow you felt[^]*?\n\n/, '\n')
        .replace(/^ +\w+ +toll: .*\n.*\n/m, '')
        .replace(/^ {2}toll: .*\n(?: {4}.*\n)*/m, '')
        // The page has its own titles for these.
        .replace(/^.*: (?:KEEP|FIX|REBUILD|DROP) on .*$/m, '')
        .replace(/^(?:Yours: nothing of yours|What it costs and earns)$/gm, '')
        .replace(/stands since/g, 'since');
      expect({ customer, missing: missing(page, told) }).toEqual({ customer, missing: [] });
    }
  });

  test('says all that rel show says', async () => {
    for (const [customer, page] of pages) {
      const shown = await console.must(`rel show ${quoted(customer)} --no-graph`, WIDE);
      const told = shown
        .replace(/, feeling [+-]?\d/g, '')
        .replace(/^ {2}why: /m, '')
        .replace(/^.*own mood.*$/m, '')
        .replace(/^.*earlier entr.*$/m, '');
      expect({ customer, missing: missing(page, told) }).toEqual({ customer, missing: [] });
    }
  });

  test('tells in sentences the numbers that the JSON has', async () => {
    let compared = 0;
    for (const [customer, page] of pages) {
      const words = wordsOf(page);
      const name = quoted(customer);
      const { customers }: ReviewJson = JSON.parse(
        await console.must(`rel review ${name} --json --all-rules`),
      );
      const { picture, worth }: ShownJson = JSON.parse(
        await console.must(`rel show ${name} --json`),
      );
      const numbers = (rule: string): Readonly<Record<string, number>> =>
        customers[0]?.findings.find((each) => each.rule === rule)?.numbers ?? {};
      const { answered, tries } = numbers('responsiveness');
      if ((tries ?? 0) > 0) expect(words).toContain(`answered ${answered} of the last ${tries} tr`);
      const { answeredBefore, triesBefore } = numbers('change');
      if (answeredBefore !== undefined)
        expect(words).toContain(`; ${answeredBefore} of ${triesBefore} before.`);
      const { gave, got } = numbers('reciprocity');
      if ((gave ?? 0) + (got ?? 0) > 0)
        expect(words).toMatch(
          new RegExp(`you gave ${gave} favours?( \\([^)]*\\))?, they gave ${got}\\b`),
        );
      if (worth.hourly !== null && worth.income > 0)
        expect(words).toContain(
          `${worth.income.toLocaleString('en-US')} EUR came back: ${Math.round(worth.hourly).toLocaleString('en-US')} an hour.`,
        );
      expect(words).toContain(timelineSentence(picture));
      for (const by of ['them', 'us']) {
        const { kept, settled } = rateOf(picture, by);
        if (settled > 0)
          expect(words).toMatch(
            new RegExp(`${by === 'us' ? 'you' : 'they'} kept ${kept} of ${settled} promise`, 'i'),
          );
      }
      compared += Number((tries ?? 0) > 0) + Number(answeredBefore !== undefined);
    }
    expect(compared).toBeGreaterThan(pages.size);
  });

  test('goes into a file where one is named, and is what a second process finds', async () => {
    const [customer = ''] = pages.keys();
    const file = join(console.home, 'page.html');
    await console.must(`rel show ${quoted(customer)} --format html --output '${file}'`);
    expect(readFileSync(file, 'utf8')).toBe(pages.get(customer));
  });

  test.each([
    ['12', 'entry #12 has no page in HTML'],
    [`'Kettleby Smokehouse' --verdicts`, '--verdicts has no page in HTML'],
  ])('is refused for %s, in one line', async (words, says) => {
    const ended = await console.run(`rel show ${words} --format html`);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr.split('\n')[0]).toBe(`rel: ${says}`);
  });
});

interface ReviewJson {
  readonly customers: readonly {
    readonly findings: readonly {
      readonly rule: string;
      readonly numbers: Readonly<Record<string, number>>;
    }[];
  }[];
}

interface ShownJson {
  readonly picture: PictureJson;
  readonly worth: { readonly hourly: number | null; readonly income: number };
}

interface PictureJson {
  readonly weeks: readonly { readonly out: readonly string[]; readonly in: readonly string[] }[];
  readonly promises: readonly { readonly by: string; readonly status: string }[];
}

function timelineSentence({ weeks }: PictureJson): string {
  const times = (way: 'out' | 'in'): string => {
    const count = weeks.reduce((sum, week) => sum + week[way].length, 0);
    return ['never', 'once', 'twice'][count] ?? `${count} times`;
  };
  return `In ${weeks.length} weeks you reached out ${times('out')}, they ${times('in')};`;
}

function rateOf({ promises }: PictureJson, by: string) {
  const settled = promises.filter(
    (each) => each.by === by && each.status !== 'open' && each.status !== 'waived',
  );
  const kept = settled.filter(({ status }) => status === 'kept');
  return { kept: kept.length, settled: settled.length };
}

/** Lines of a terminal page of which the page in HTML has not every part. */
function missing(html: string, text: string): readonly string[] {
  const words = plain(wordsOf(html));
  return text
    .split('\n')
    .filter((line) => !partsOf(line).every((part) => words.includes(plain(part))));
}

/** What stands apart on a line. */
const partsOf = (line: string): readonly string[] => line.split(/ {2,}|: | · |, on | \+\d+$|→ /);

/** Without numbers of entries, which are links with a blank around them, and more of them on one page than on the other. */
const plain = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/#\d+/g, ' ')
    .replace(/\s+(?=[,;:.)])/g, '')
    .replace(/\(\s+/g, '(')
    .replace(/\s+/g, ' ')
    .trim();

describe('a hostile book', () => {
  const console = new Console({ REL_TODAY: DEMO_DAY });
  const NAME = '<img src=x onerror=alert(1)> "&\' \u202e \u5b57\ud83d\ude00';
  afterAll(() => console.remove());

  test('is text and nothing else', async () => {
    const note = `</style></svg><script>alert(1)</script>${'w'.repeat(300)}`;
    const head = { customer: NAME, on: '2025-06-20' };
    const lines = [
      { type: 'customer', name: NAME, needs: ['<b>need</b>'], aliases: ['<i>alias</i>'] },
      { type: 'spoke', id: 'a', ...head, note, person: '"><script>' },
      { type: 'promise', id: 'b', ...head, by: 'them', due: '2025-06-22', what: note },
      { type: 'spoke', id: 'c', ...head, note: 'SECRET', person: 'SECRET', private: true },
      {
        type: 'promise',
        id: 'd',
        ...head,
        by: 'us',
        due: '2025-06-22',
        what: 'SECRET',
        private: true,
      },
      { type: 'mood', id: 'e', ...head, feel: -2, note: 'SECRET' },
    ];
    const file = join(console.home, 'hostile.jsonl');
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await console.must(`rel import '${file}'`);
    const page = await console.must(`rel show img --format html`);
    expect(page).not.toMatch(/<i>|<(?:script|img)\b|\u202e/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(wordsOf(page)).toContain('<img src=x onerror=alert(1)> "&\'');
    expect(page).not.toContain('SECRET');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import { Console, FIXTURES } from '../support/console.ts';

type Fields = Readonly<Record<string, unknown>>;

const STORIES = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

const home = new Console();
afterAll(() => home.remove());

async function json(command: string): Promise<Fields> {
  return JSON.parse(await home.must(command)) as Fields;
}

describe('rel review --format json', () => {
  const review = 'rel review --as-of 2023-12-24 --db review.db';
  let customers: readonly Fields[];
  beforeAll(async () => {
    for (const story of [
      'best-customer-vanishes',
      'our-failure-owned',
      'complacency-before-renewal',
    ])
      await home.must(`rel import "$FIXTURES/${story}.jsonl" --db review.db`);
    customers = (await json(`${review} --format json`))['customers'] as readonly Fields[];
  });

  const named = (name: string): Fields => customers.find(({ customer }) => customer === name) ?? {};

  test('has the shape that product.md promises, null and never absent', async () => {
    expect(await json(`${review} --format json`)).toMatchObject({
      schema: 1,
      asOf: '2023-12-24',
      rules: '1',
      customers: expect.any(Array),
    });
    expect(customers).toHaveLength(3);
    for (const customer of customers) {
      expect(customer).toMatchObject({
        customer: expect.any(String),
        verdict: expect.stringMatching(/^(KEEP|FIX|REBUILD|DROP)$/),
        row: expect.stringMatching(/^[XDLNBRPA]\d$/),
        stage: expect.stringMatching(
          /^(prospect|active|notice|probation|rebuilding|lost|dropped)$/,
        ),
        tooEarly: expect.any(Boolean),
        worsening: expect.any(Boolean),
        changed: expect.any(Boolean),
        next: expect.stringMatching(/^rel /),
        decision: null,
        levels: {
          theirs: expect.any(Number),
          ours: expect.any(Number),
          economics: expect.any(Number),
        },
        hangsOn: expect.any(Array),
        findings: expect.any(Array),
        step: { say: expect.stringMatching(/\w/) },
      });
      const { words, command } = customer['step'] as Fields;
      for (const each of [words, command])
        expect(each === null || typeof each === 'string').toBe(true);
      for (const name of ['previous', 'value', 'share']) expect(customer).toHaveProperty(name);
      const { worth, ample, over, met, once, ...others } = customer['gates'] as Fields;
      expect([worth, ample, over, met, once].map((each) => typeof each)).toEqual(
        Array(5).fill('boolean'),
      );
      expect(others).toEqual({});
    }
  });

  test('has null where there is nothing', async () => {
    await home.must('rel log Acme --new --db young.db');
    const young = (await json('rel review --json --db young.db'))['customers'];
    expect(young).toEqual([
      expect.objectContaining({ previous: null, value: null, share: null, tooEarly: true }),
    ]);
    expect(named('Leeward Foods')).toMatchObject({ value: null, decision: null, previous: 'FIX' });
  });

  test('has findings with their side, level, message and the stable ids of entries', () => {
    const findings = named('Brazos Rentals')['findings'] as readonly Fields[];
    expect(findings.map(({ rule, side, level }) => [rule, side, level])).toEqual([
      ['responsiveness', 'theirs', 2],
      ['change', 'theirs', 3],
      ['promises', 'theirs', 3],
      ['blame-shifting', 'theirs', 2],
      ['toll', 'economics', 2],
    ]);
    for (const { raw, message, evidence } of findings) {
      expect(raw).toEqual(expect.any(Number));
      expect(message).toMatch(/./);
      const ids = evidence as readonly string[];
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(id).toMatch(/^brazos-rentals-\d+$/);
    }
  });

  test('has what the verdict hangs on, unless it is not wanted', async () => {
    expect(named('Brazos Rentals')['hangsOn']).toContainEqual({
      entry: 'brazos-rentals-35',
      becomes: 'REBUILD',
    });
    const short = (await json(`${review} --json --no-hangs-on`))['customers'] as readonly Fields[];
    expect(short).toEqual(
      customers.map((each) => {
        const { hangsOn, ...others } = each;
        expect(hangsOn).toBeDefined();
        return others;
      }),
    );
  });

  test('has all 21 rules on demand, null for not enough data', async () => {
    const whole = (await json(`${review} brazos --json --all-rules`))[
      'customers'
    ] as readonly Fields[];
    const findings = whole[0]?.['findings'] as readonly Fields[];
    expect(findings.map(({ rule }) => rule)).toEqual(RULES.map(({ name }) => name));
    expect(findings).toHaveLength(21);
    const levels = Object.fromEntries(findings.map(({ rule, level }) => [rule, level]));
    expect(levels).toMatchObject({ change: 3, cadence: 0, 'provider-bashing': null });
    for (const finding of findings)
      for (const name of ['rule', 'side', 'level', 'raw', 'message', 'evidence'])
        expect(finding[name]).not.toBeUndefined();
  });

  test('is the same by --json, and one line', async () => {
    const only = `${review} maxwell`;
    const long = await home.must(`${only} --format json`);
    expect(await home.must(`${only} --json`)).toBe(long);
    expect(long.indexOf('\n')).toBe(long.length - 1);
  });

  test('holds the KEEP ones too, and only those asked for by name or verdict', async () => {
    const names = async (options: string): Promise<readonly unknown[]> =>
      ((await json(`${review} --json --no-hangs-on ${options}`))['customers'] as Fields[]).map(
        ({ customer }) => customer,
      );
    expect(await names('')).toEqual(['Brazos Rentals', 'Leeward Foods', 'Maxwell & Ivy']);
    expect(await names('maxwell')).toEqual(['Maxwell & Ivy']);
    expect(await names('--verdict drop --verdict keep')).toEqual([
      'Brazos Rentals',
      'Maxwell & Ivy',
    ]);
  });
});

// A promise to scripts: a column never goes, never moves, and new ones stand at the end.
const HEADERS: Readonly<Record<string, string>> = {
  customers: 'id,name,tier,solo,clash,aliases,value,terms,inheritedFrom,needs,standard',
  people: 'id,customer,name,role,decides,wellWisher,email,phone,win',
  entries:
    'number,id,customer,type,on,time,offset,person,channel,outcome,about,minutes,feel,fault,harm,blames,weBlame,gave,got,conceded,rude,dealbreaker,learned,asked,by,what,due,kind,amount,invoice,ref,agreed,onPriceAlone,renewsOn,cause,deadline,words,conditions,from,to,step,answer,verdict,computed,reason,until,rule,text,note,tags,signals,private,next,recordedAt,source',
  promises:
    'number,id,customer,by,what,given,due,firstDue,status,lateness,resolvedOn,kind,amount,invoice',
  verdicts:
    'asOf,customer,verdict,row,stage,tooEarly,worsening,previous,changed,theirs,ours,economics,worth,ample,over,met,once,value,share,next',
  findings: 'asOf,customer,verdict,rule,side,level,raw,message,evidence',
};

describe('rel export', () => {
  test.each(Object.entries(HEADERS))(
    '%s has its columns, also when empty',
    async (what, header) => {
      const csv = await home.must(`rel export ${what} --db nothing.db`);
      expect(csv.startsWith(header)).toBe(true);
      expect(csv.endsWith('\r\n')).toBe(true);
      expect(csv.split('\r\n')).toHaveLength(2);
      expect(await json(`rel export ${what} --db nothing.db --format json`)).toEqual([]);
      expect(await home.must(`rel export ${what} --db nothing.db --format jsonl`)).toBe('');
    },
  );

  test('has every column in JSON, null or not', async () => {
    await home.must('rel import "$FIXTURES/our-failure-owned.jsonl" --db export.db');
    await home.must('rel add person Max --at maxwell --db export.db');
    for (const [what, header] of Object.entries(HEADERS)) {
      const columns = header.split(',');
      const when = ['promises', 'verdicts', 'findings'].includes(what) ? '--as-of 2023-12-10' : '';
      const table = `rel export ${what} ${when} --db export.db`;
      const rows = JSON.parse(await home.must(`${table} --format json`)) as readonly Fields[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row).slice(0, columns.length)).toEqual(columns);
    }
    const lines = await home.must('rel export people --db export.db --format jsonl');
    expect(JSON.parse(lines)).toMatchObject({ customer: 'Maxwell & Ivy', name: 'Max', win: null });
  });

  test('answers a name that it does not know with those it does', async () => {
    const { stderr } = await home.run('rel export everything');
    for (const what of [...Object.keys(HEADERS), 'journal']) expect(stderr).toContain(what);
  });

  test('neutralises formulas on demand alone', async () => {
    home.write(
      'formulas.jsonl',
      ['=1+1', '+1', '-1', '@x', '\t=1', 'plain']
        .map(
          (note, index) =>
            `${JSON.stringify({ type: 'spoke', id: `f${index}`, customer: 'Acme', on: '2026-11-02', note })}\n`,
        )
        .join(''),
    );
    await home.must('rel import formulas.jsonl --db formulas.db');
    const notes = async (options: string): Promise<readonly string[]> =>
      (await home.must(`rel export entries --db formulas.db ${options}`))
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => /,([^,]*),,,,,,$/.exec(row)?.[1] ?? row);
    expect(await notes('')).toEqual(['=1+1', '+1', '-1', '@x', '\t=1', 'plain']);
    expect(await notes('--spreadsheet')).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\t=1", 'plain']);
  });
});

interface Expected {
  readonly customer: string;
  readonly reviews: readonly (Fields & { readonly asOf: string; readonly rules: Fields })[];
}

/** What the reviews of the scenarios state. */
function stated(customer: Fields, asOf: unknown): Fields {
  const { verdict, row, stage, tooEarly, levels, gates, findings, hangsOn } = customer;
  const { worth, ample, over } = gates as Fields;
  const rules = (findings as readonly Fields[]).map(({ rule, level }) => [rule, level]);
  return {
    ...{ asOf, verdict, row, stage, tooEarly, levels, hangsOn },
    gates: { worth, ample, over },
    rules: Object.fromEntries(rules),
  };
}

describe.each(STORIES)('%s', (story) => {
  const { customer, reviews } = JSON.parse(
    readFileSync(join(FIXTURES, `${story}.expected.json`), 'utf8'),
  ) as Expected;

  test.concurrent('is reviewed as it must be, on every date', async () => {
    const db = `--db ${story}-reviewed.db`;
    await home.must(`rel import "$FIXTURES/${story}.jsonl" ${db}`);
    const dates = reviews.map(({ asOf }) => asOf).join(' ');
    const answers = await home.must(
      `for day in ${dates}; do rel review --json --as-of $day ${db}; done`,
    );
    const given = answers
      .trim()
      .split('\n')
      .map((line) => {
        const { asOf, customers } = JSON.parse(line) as { asOf: string; customers: Fields[] };
        expect(customers.map((each) => each['customer'])).toEqual([customer]);
        return stated(customers[0] ?? {}, asOf);
      });
    expect(given).toEqual(reviews);
  });

  test.concurrent(
    'goes to another journal and back to the byte, and adds nothing the second time',
    async () => {
      const [first, second] = [`--db ${story}-1.db`, `--db ${story}-2.db`];
      await home.must(`rel import "$FIXTURES/${story}.jsonl" ${first}`);
      const exported = await home.must(`rel export journal ${first} | tee ${story}.jsonl`);
      expect(await json(`rel import ${story}.jsonl ${second} --json`)).toMatchObject({
        notices: [],
      });
      expect(await home.must(`rel export journal ${second}`)).toBe(exported);
      const given = readFileSync(join(FIXTURES, `${story}.jsonl`), 'utf8')
        .trim()
        .split('\n');
      const without = (fields: Fields): Fields => ({ ...fields, id: undefined });
      const parse = (line: string): Fields => without(JSON.parse(line) as Fields);
      const stored = exported.trim().split('\n');
      expect(stored.map(parse)).toEqual(given.map(parse));

      const again = await json(`rel import "$FIXTURES/${story}.jsonl" ${first} --json`);
      expect(await home.must(`rel export journal ${first}`)).toBe(exported);
      expect(again).toMatchObject({
        customers: { added: 0, already: 1 },
        people: { added: 0, already: 0 },
        entries: { added: 0, already: given.length - 2 },
        notices: [],
      });
    },
  );
});

describe('a change reaches the disk', () => {
  const book = async (db: string): Promise<readonly Fields[]> =>
    (await home.must(`rel export journal --db ${db}`))
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Fields);

  test('log: customer, person, entry, promise and need, at once', async () => {
    const said = await json(
      'rel log "Brazos Rentals" --new call 40m with:Dana need:lifts they:send the list by:fri :thanks --db log.db --json',
    );
    const lines = await book('log.db');
    expect(lines.map(({ type }) => type)).toEqual(['customer', 'person', 'spoke', 'promise']);
    expect(lines[0]).toMatchObject({ name: 'Brazos Rentals', needs: ['lifts'] });
    expect(lines[1]).toMatchObject({ customer: 'Brazos Rentals', name: 'Dana' });
    const { number, ...entry } = said['entry'] as Fields;
    expect(number).toBe(1);
    expect(lines[2]).toEqual(entry);
    expect(lines[3]).toMatchObject({ by: 'them', what: 'send the list', due: '2026-11-20' });
  });

  test('work', async () => {
    await home.must('rel add customer Acme --db work.db');
    const { entry } = await json('rel work acme 2h gave:m the claim --db work.db --json');
    const { number, ...stored } = entry as Fields;
    expect(number).toBe(1);
    expect((await book('work.db')).at(-1)).toEqual(stored);
    expect(stored).toMatchObject({ type: 'work', minutes: 120, gave: ['m'], note: 'the claim' });
  });

  test('add', async () => {
    await home.must('rel add customer Acme --tier A --value 100 --alias ac --db add.db');
    await home.must('rel add person Dana --at ac --role buyer --db add.db');
    expect(await book('add.db')).toEqual([
      expect.objectContaining({ type: 'customer', name: 'Acme', tier: 'A', value: 100 }),
      expect.objectContaining({ type: 'person', customer: 'Acme', name: 'Dana', role: 'buyer' }),
    ]);
  });

  test('import', async () => {
    await home.must('rel import "$FIXTURES/lost-and-over.jsonl" --db import.db');
    expect(await book('import.db')).toHaveLength(36);
  });
});

describe('what would do nothing is refused', () => {
  test.concurrent.each([
    'rel export people --since 2026-01-01',
    'rel export verdicts --until 2026-01-01',
    'rel export customers --as-of 2026-01-01',
    'rel export entries --since 2026-11-12 --until 2026-11-02',
    'rel work acme call 2h',
    'rel work acme',
  ])('%s', async (command) => {
    const db = `REL_DB=refused-${command.replaceAll(/\W/g, '')}.db`;
    await home.must(`${db} rel add customer Acme`);
    const { stdout, code } = await home.run(`${db} ${command}`);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });
});

describe('names', () => {
  const NAMES = [
    'Brazos Rentals',
    'Müller Söhne',
    '株式会社 🚚',
    "O'Brien & Sons",
    '../etc',
    'a; rm -rf $HOME `id` "x" \\ *',
    'n'.repeat(300),
    'today',
  ];

  test('of every kind are stored as they are, and found again', async () => {
    const quoted = (name: string): string => `'${name.replaceAll("'", `'\\''`)}'`;
    for (const name of NAMES) {
      await home.must(`rel log ${quoted(name)} --new --db names.db`);
      await home.must(`rel log ${quoted(name)} call again --db names.db`);
    }
    const { customers } = await json('rel list --json --db names.db');
    const listed = (customers as readonly Fields[]).map(({ name, entries }) => [name, entries]);
    expect(new Map(listed as [string, number][])).toEqual(new Map(NAMES.map((name) => [name, 2])));
    expect(readdirSync(home.home).filter((file) => file.includes('etc'))).toEqual([]);
  });

  test('with a leading dash are given after --, and a mistyped option is none', async () => {
    const { stdout, code } = await home.run('rel log --minuts Acme --new --db dash.db');
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(await home.must('rel list --json --db dash.db')).toContain('"customers":[]');
  });

  test('hold no line break and no blank around them', async () => {
    for (const name of [String.raw`$'Line\nBreak'`, "' Two  Spaces '"]) {
      await home.run(`rel log ${name} --new --db blank.db`);
    }
    const names = await home.must(
      'rel export customers --format jsonl --db blank.db | jq -r .name',
    );
    expect(
      names.split('\n').filter((line) => !['Line Break', 'Two Spaces', ''].includes(line)),
    ).toEqual([]);
  });

  test('name one customer: an alias is nobody else’s name', async () => {
    await home.must('rel add customer Harlan Supply --alias hs --db alias.db');
    for (const taken of [
      'hs',
      'HS',
      'harlan supply',
      'Valmont --alias hs',
      'Valmont --alias "harlan  supply"',
    ])
      expect(await home.run(`rel add customer ${taken} --db alias.db`)).toMatchObject({
        code: 2,
        stdout: '',
      });
    const taken = await home.run('rel log HS --new --db alias.db');
    expect(taken.code).toBe(2);
    expect(await home.must('rel log hs call --db alias.db')).toContain('Harlan Supply');
  });
});

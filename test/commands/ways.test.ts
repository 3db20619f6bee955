import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/commands/catalogue.ts';
import { Console, TODAY } from '../support/console.ts';

const ENTRIES = 4000;
const NAMES = COMMANDS.map(({ name }) => name);
const WITH_HELP = [...NAMES, 'add customer', 'add person'];
// eslint-disable-next-line no-control-regex -- escape codes are what is looked for
const ESCAPES = /[\u001b\u009b]/;

/** A journal of some size, which no test here changes. */
const big = new Console();
big.write('big.jsonl', manyLines());
await big.must('rel import big.jsonl');
/** Without a journal. */
const fresh = new Console();

function manyLines(): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const lines = Array.from({ length: ENTRIES }, (_, index) => ({
    type: index % 3 === 0 ? 'heard' : 'spoke',
    id: `e${index}`,
    customer: `Customer ${index % 40}`,
    on: `2026-${two((index % 9) + 1)}-${two((index % 28) + 1)}`,
    note: `the entry of number ${index}, with a note of some length`,
  }));
  return lines
    .map(
      (line) => `${JSON.stringify(line)}
`,
    )
    .join('');
}

afterAll(() => {
  big.remove();
  fresh.remove();
});

describe('data goes to standard output, all else to standard error', () => {
  test.concurrent.each([
    'rel why nobody',
    'rel review --as-of never --json',
    'rel export everything',
    'rel show 99999 --json',
    'rel rule nothing --json',
    'rel import missing.jsonl --json',
    'rel log nobody call --json',
    'rel frobnicate',
    'rel list --db /dev/null',
  ])('%s leaves standard output empty', async (command) => {
    const { stdout, stderr, code } = await big.run(command);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^rel: .+\n {5}.+\n$/);
    expect(code).toBe(command.endsWith('/dev/null') ? 3 : 2);
  });

  test.concurrent.each([
    'rel list',
    'rel review --json --no-hangs-on',
    'rel export entries',
    'rel rules',
    'rel demo',
  ])('%s leaves standard error empty', async (command) => {
    const { stdout, stderr, code } = await big.run(command);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).not.toBe('');
  });
});

describe('where the output goes to', () => {
  test.concurrent.each(['rel export journal', 'rel export entries --format jsonl', 'rel list'])(
    '%s into a pipe that closes is quiet, and that is no error',
    async (command) => {
      const closed = `${command} | head -1; echo "\${PIPESTATUS[*]}"`;
      const { stdout, stderr } = await big.run(closed);
      expect(stderr).toBe('');
      expect(stdout.split('\n')).toEqual([expect.stringMatching(/./), '0 0', '']);
    },
  );

  test('a full disk is one line, its hint and exit code 4', async () => {
    for (const command of ['rel export journal', 'rel list', 'rel --version', 'rel why --help']) {
      const { stderr, code } = await big.run(`${command} > /dev/full`);
      expect(stderr).toMatch(/^rel: the answer could not be written: no space left\n {5}.+\n$/);
      expect(code).toBe(4);
    }
  });

  test('a full disk for the errors does not hide that it failed', async () => {
    const { stdout, code } = await big.run('rel why nobody 2> /dev/full');
    expect(stdout).toBe('');
    expect([2, 4]).toContain(code);
  });

  test('a slow reader gets everything', async () => {
    const read = 'rel export journal | (sleep 0.5; cat) | wc -l';
    expect(Number(await big.must(read))).toBe(ENTRIES + 40);
  });

  test('a journal in a pipe is read whole, however late it comes', async () => {
    const slow = '(sleep 0.3; cat big.jsonl) | rel import - --db piped.db';
    expect(await big.must(slow)).toContain(`${ENTRIES} entries`);
    expect(Number(await big.must('rel export journal --db piped.db | wc -l'))).toBe(ENTRIES + 40);
  });

  test('another program on the same standard input is not disturbed', async () => {
    const shared = '(sleep 0.4; echo line) | (rel list > /dev/null & sleep 0.1; cat)';
    expect(await big.run(shared)).toEqual({ stdout: 'line\n', stderr: '', code: 0 });
  });

  test('an export never replaces the journal, not even by force', async () => {
    await fresh.must('rel log Acme --new --db mine.db');
    for (const path of ['mine.db', './mine.db', '"$PWD"/mine.db']) {
      const { code } = await fresh.run(`rel export people --db mine.db --output ${path} --force`);
      expect(code).toBe(2);
    }
    expect(await fresh.must('rel list --db mine.db')).toContain('Acme');
  });
});

describe('colour', () => {
  const terminal = (command: string, settings = ''): string =>
    `script -qefc "stty cols 80 rows 24; ${settings} ${command}" /dev/null < /dev/null`;

  test.concurrent.each([
    ['in a pipe', 'rel demo | cat', false],
    ['in a pipe by force', 'FORCE_COLOR=1 rel demo | cat', true],
    ['in a pipe, FORCE_COLOR=0', 'FORCE_COLOR=0 rel demo | cat', false],
    ['in a pipe, NO_COLOR before FORCE_COLOR', 'NO_COLOR=1 FORCE_COLOR=1 rel demo | cat', false],
    ['on a terminal', terminal('rel demo'), true],
    ['on a terminal, NO_COLOR', terminal('rel demo', 'NO_COLOR=1'), false],
    ['on a terminal, empty NO_COLOR', terminal('rel demo', 'NO_COLOR='), true],
    ['on a terminal, TERM=dumb', terminal('rel demo', 'TERM=dumb'), false],
  ])('%s', async (_where, command, coloured) => {
    const output = await fresh.must(command);
    expect(output).toContain('Castellan');
    expect(ESCAPES.test(output)).toBe(coloured);
  });

  test('says nothing by colour alone', async () => {
    const coloured = await fresh.must('FORCE_COLOR=1 rel demo');
    // eslint-disable-next-line no-control-regex -- escape codes are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(await fresh.must('rel demo'));
  });

  test.concurrent.each(['rel list', 'rel review --all', 'rel show "Customer 3"', 'rel rules'])(
    '%s sends no codes into a pipe',
    async (command) => {
      expect(await big.must(command)).not.toMatch(ESCAPES);
    },
  );

  test('a dumb or plain locale gets no character outside ASCII of our own', async () => {
    for (const settings of ['LANG=C', 'TERM=dumb']) {
      // eslint-disable-next-line no-control-regex -- ASCII is what is meant
      expect(await fresh.must(`${settings} rel demo`)).toMatch(/^[\u0000-\u007f]*$/);
    }
  });
});

describe('width', () => {
  // What is there to be copied stays whole: the example of a rule, and the next command.
  const widest = (text: string): number =>
    Math.max(
      ...text
        .split('\n')
        .map((line) => (/^ +(\{|(next +)?→)/.test(line) ? 0 : Array.from(line).length)),
    );

  test.concurrent.each([
    ['rel demo', 60],
    ['rel demo tamarind', 60],
    ['rel rules', 60],
    ['rel rule payment', 60],
    ['rel show "Customer 3"', 60],
    ['rel list', 70],
  ])('%s keeps to COLUMNS, else to 80', async (command, columns) => {
    const narrow = await big.must(command, { COLUMNS: String(columns) });
    expect(widest(narrow)).toBeLessThanOrEqual(columns);
    expect(widest(await big.must(command))).toBeLessThanOrEqual(80);
  });

  test('ends no line with a blank', async () => {
    const all = await big.must('rel demo; rel review --all; rel list; rel rules; rel rule payment');
    expect(all.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
  });
});

describe('help', () => {
  test.concurrent.each(WITH_HELP)('rel %s --help', async (command) => {
    const home = new Console({ REL_DB: '/nonexistent/folder/journal.db' });
    const { stdout, stderr, code } = await home.run(`rel ${command} --help`);
    const made = readdirSync(home.home);
    home.remove();
    expect({ stderr, code, made }).toEqual({ stderr: '', code: 0, made: [] });
    expect(stdout).toContain('Usage: rel');
    expect(stdout.split('\n').filter((line) => line.startsWith('  rel ')).length).toBeGreaterThan(
      command === 'add person' ? 0 : 1,
    );
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.concurrent.each(['-h', '--help'])(
    'rel %s names all commands on one screen, on standard output',
    async (word) => {
      const { stdout, stderr, code } = await fresh.run(`rel ${word}`);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      const lines = stdout.split('\n');
      expect(lines.length).toBeGreaterThan(24);
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      for (const command of NAMES) expect(stdout).toMatch(new RegExp(`[ ,]${command}(,|$)`, 'm'));
    },
  );

  test('rel help has a line for each command, on standard output', async () => {
    const { stdout, stderr, code } = await fresh.run('rel help');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    for (const command of NAMES) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  test('rel alone shows what there is, and no internals', async () => {
    const { stdout, stderr } = await fresh.run('rel');
    expect(stdout + stderr).toContain('Usage: rel');
    expect(stderr).not.toContain('outputHelp');
    expect((await fresh.run('rel help nothing')).stderr).not.toContain('outputHelp');
  });

  test.concurrent.each(['log', 'export'])('rel help %s is its --help', async (name) => {
    expect(await fresh.must(`rel help ${name}`)).toBe(await fresh.must(`rel ${name} --help`));
  });

  test('--version is the number alone', async () => {
    expect(await fresh.must('rel --version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await fresh.must('rel -V')).toBe(await fresh.must('rel --version'));
  });
});

describe('the same on every machine', () => {
  const zones = ['America/Chicago', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
  const languages = ['C.UTF-8', 'de_DE.UTF-8'];
  const commands = ['rel review --all', 'rel review --json --no-hangs-on', 'rel export entries'];

  test('in three zones and two languages', async () => {
    const home = new Console({ REL_TODAY: '2023-12-24' });
    for (const story of ['best-customer-vanishes', 'our-failure-owned'])
      await home.must(`rel import "$FIXTURES/${story}.jsonl"`);
    const all = commands.join('; ');
    const first = await home.must(all, { TZ: 'UTC' });
    expect(first).toContain('DROP');
    for (const TZ of zones)
      for (const LANG of languages) expect(await home.must(all, { TZ, LANG })).toBe(first);
    home.remove();
  });
});

describe('REL_TODAY', () => {
  test('is the day', async () => {
    expect(JSON.parse(await big.must('rel review --json --no-hangs-on'))).toMatchObject({
      asOf: TODAY,
    });
  });

  test.concurrent.each(['tomorrow', '2026-02-30', '16.11.2026', '2026-11', '1969-12-31', '0'])(
    '%s is refused, and nothing is made',
    async (today) => {
      const home = new Console({ REL_TODAY: today });
      const command = today.startsWith('2026') ? 'rel log Acme --new' : 'rel review';
      const { stdout, stderr, code } = await home.run(command);
      const made = await home.must('find . -type f');
      home.remove();
      expect({ stdout, code, made }).toEqual({ stdout: '', code: 2, made: '' });
      expect(stderr).toContain('REL_TODAY');
    },
  );
});

describe('the file', () => {
  test('and its folder are for their owner alone, whatever the mask', async () => {
    const home = new Console();
    await home.must('umask 000; rel log Acme --new');
    const modes = [home.journal, join(home.journal, '..')].map(
      (path) => statSync(path).mode & 0o777,
    );
    home.remove();
    expect(modes).toEqual([0o600, 0o700]);
  });

  test('is not touched by looking', async () => {
    const state = (): string => {
      const { mtimeNs, ctimeNs, size, ino } = statSync(big.journal, { bigint: true });
      return [mtimeNs, ctimeNs, size, ino].join(' ');
    };
    const before = state();
    await big.must(
      'rel list; rel review; rel review "Customer 3" --json; rel why "Customer 3"; rel show 7; rel export journal',
    );
    expect(state()).toBe(before);
    expect(await big.must('ls -A .local/share/rel')).toBe('journal-backups\njournal.db\n');
  });

  test('is read where it may not be written', async () => {
    const home = new Console();
    await home.must('rel log Acme --new; chmod 400 .local/share/rel/journal.db');
    const list = await home.must('rel list');
    home.remove();
    expect(list).toContain('Acme');
  });
});

describe('hostile text', () => {
  const clear = String.raw`\u001b[2J`;
  const hidden = 'a\u202eb\u200bc\u2066d\ufeffe';
  const home = new Console();
  afterAll(() => home.remove());

  test.concurrent.each([
    ['escape', clear],
    ['OSC 52', String.raw`\u001b]52;c;aGk=\u0007`],
    ['carriage return', String.raw`seen\rhidden`],
    ['C1', String.raw`\u009b2J`],
    ['NUL', String.raw`\u0000`],
    ['half a pair', String.raw`\ud800`],
  ])('%s is refused, and never shown', async (what, bad) => {
    const file = `${what.replaceAll(' ', '-')}.jsonl`;
    for (const line of [
      `{"type":"spoke","id":"x","customer":"Acme","on":"2026-11-02","note":"${bad}"}`,
      `not JSON at all ${JSON.parse(`"${bad}"`) as string}`,
    ]) {
      home.write(file, `${line}\n`);
      await refusedQuietly(`rel import ${file}`);
    }
  });

  test.concurrent.each([
    `{"type":"spoke","id":"x","customer":"Acme${clear}","on":"2026-11-02"}`,
    `{"type":"spoke","id":"x${clear}","customer":"Acme","on":"2026-11-02"}`,
    `{"type":"customer","name":"Acme","aliases":["${clear}"]}`,
    `{"type":"${clear}","id":"x","customer":"Acme","on":"2026-11-02"}`,
    `{"type":"spoke","id":"x","customer":"Acme","on":"2026-11-02","x${clear}":1}`,
    `{"type":"settings","rules":{"${clear}":{"x":1}}}`,
  ])('is refused wherever it stands: %s', async (line) => {
    const file = `field-${line.length}.jsonl`;
    home.write(file, `${line}\n`);
    await refusedQuietly(`rel import ${file}`);
  });

  test.concurrent.each([
    `rel log $'Acme\\e[2J' --new`,
    `rel why $'Acme\\e[2J'`,
    `rel rule $'\\e[2J'`,
    `rel $'\\e[2J'`,
    `rel export $'\\e[2J'`,
    `rel review --as-of $'\\e[2J'`,
    `rel import $'\\e[2J.jsonl'`,
    `rel add customer $'\\e[2J'`,
    `REL_TODAY=$'\\e[2J' rel list`,
  ])('is not shown from the command line: %s', refusedQuietly);

  async function refusedQuietly(command: string): Promise<void> {
    const { stdout, stderr, code } = await home.run(command);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(stderr.split('\n')).toHaveLength(3);
    expect(existsSync(join(home.home, '.local'))).toBe(false);
  }

  test('text that hides or turns round is stored exactly and shown written out', async () => {
    const line = {
      type: 'spoke',
      id: `id${hidden}`,
      customer: `Acme${hidden}`,
      on: '2026-11-02',
      person: `Ray${hidden}`,
      blames: `other:${hidden}`,
      note: `line\nbreak ${hidden}`,
      tags: [hidden],
    };
    const promise = { type: 'promise', id: 'p', customer: line.customer, on: line.on, by: 'them' };
    const card = { type: 'customer', name: line.customer, aliases: [hidden], needs: [hidden] };
    const lines = [card, line, { ...promise, what: hidden, due: '2026-11-03' }];
    home.write('odd.jsonl', lines.map((each) => `${JSON.stringify(each)}\n`).join(''));
    await home.must('rel import odd.jsonl --db odd.db');
    const stored = (await home.must('rel export journal --db odd.db')).trim().split('\n');
    expect(stored.map((each) => JSON.parse(each) as object)).toEqual(
      lines.map((each) => expect.objectContaining(each)),
    );
    for (const command of [
      'rel list',
      'rel review --all',
      'rel why acme',
      'rel show acme',
      'rel show 1',
      'rel log acme call',
      'rel log acme --new',
      'rel log ac',
      'rel log acmee',
      'rel log acme with:ry',
      'rel why acme nobody',
      'rel add person Ray --at acme',
      'rel add customer Acme --alias x',
      'rel import odd.jsonl',
    ]) {
      const { stdout, stderr } = await home.run(`${command} --db odd.db`);
      expect({ command, text: stdout + stderr }).toEqual({
        command,
        text: expect.not.stringMatching(/[\u202e\u200b\u2066\ufeff]/),
      });
    }
    rmSync(join(home.home, 'odd.db'));
  });
});

describe('no questions without a terminal', () => {
  test.concurrent.each(['rel log', 'rel log acme --no-input', 'rel add'])(
    '%s ends at once',
    async (command) => {
      const { code } = await fresh.run(`${command} < /dev/zero`);
      expect(code).toBe(2);
    },
  );
});

describe('exit codes', () => {
  test('only --fail-on gives 1; what is typed wrong gives 2', async () => {
    for (const wrong of [
      'rel add customer',
      'rel add customer Valmont --tier D',
      'rel add customer Valmont --value lots',
      'rel add customer Valmont --colour red',
      'rel add person Ray',
      'rel add person Ray --at',
    ]) {
      const { stdout, stderr, code } = await fresh.run(wrong);
      expect({ wrong, stdout, code }).toEqual({ wrong, stdout: '', code: 2 });
      expect(stderr).toMatch(/^rel: .+\n {5}.+\n$/);
    }
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Console, TODAY } from '../support/console.ts';
import { hasTerminal, Terminal } from '../terminal/terminal.ts';

const PATIENCE_MS = 60_000;
const TAB = '\t';
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

let console: Console;
beforeAll(async () => {
  console = new Console();
  await console.must('rel add customer Harlan Supply');
  await console.must('rel add customer Harlan Bakery');
  await console.must('rel add customer "Maxwell & Ivy" --alias mi');
  await console.must('rel add person Dana Whitfield --at "Harlan Supply"');
  await console.must('rel log mi call me:quote by:fri');
});
afterAll(() => console.remove());

/** What `rel complete` offers for a line of bash. */
const offered = async (line: string): Promise<readonly string[]> =>
  (await console.must(`rel complete bash -- '${line.replaceAll("'", `'\\''`)}'`))
    .split('\n')
    .filter((each) => each !== '');

describe('what is offered', () => {
  test.each([
    ['rel un', ['undo']],
    ['rel log har', ['Harlan\\ Supply', 'Harlan\\ Bakery']],
    ['rel log sup', ['Harlan\\ Supply']],
    ['rel log harlan b', ['Bakery']],
    ['rel log m', ['Maxwell\\ \\&\\ Ivy', 'mi']],
    ['rel log "Max', ['Maxwell & Ivy']],
    ['rel log whit', ['Dana\\ Whitfield']],
    ['rel log mi voice', ['voicemail']],
    ['rel log mi call :tha', [':thanks']],
    ['rel log mi call wi', ['win:', 'with:']],
    ['rel log harlan supply with:d', ['with:Dana\\ Whitfield']],
    ['rel log mi gave:', ['gave:s', 'gave:m', 'gave:l']],
    ['rel log mi met the new buyer voice', []],
    ['rel log mi -- :tha', []],
    ['rel log mi --sh', ['--show']],
    ['rel show whit', ['Dana\\ Whitfield']],
    ['rel rule recip', ['reciprocity']],
    ['rel export cust', ['customers']],
    ['rel completion f', ['fish']],
    ['rel config un', ['unset']],
    ['rel config get flo', ['floor']],
    ['rel config set respect.s', ['respect.serious']],
    ['rel config set floor ', []],
    ['rel rules --try payment.last=3 respect.s', ['respect.serious=4']],
    ['rel add per', ['person']],
    ['rel export dec', ['decisions']],
    ['rel decide bak', ['Harlan\\ Bakery']],
    ['rel decide mi reb', ['rebuild']],
    ['rel met mi apo', ['apology']],
    ['rel change mi riv', ['rival-failing']],
    ['rel rebuild mi asked perh', ['perhaps']],
    ['rel lesson mi --rule recip', ['reciprocity']],
    ['rel brief whit', ['Dana\\ Whitfield']],
    ['rel handover sup', ['Harlan\\ Supply']],
    ['rel handover mi --t', ['--to']],
    ['rel dossier mi --pri', ['--private']],
    ['rel nonsense ', []],
  ])('%s', async (line, offers) => expect(await offered(line)).toEqual(offers), PATIENCE_MS);

  test('the numbers of open promises, each with what it is', async () => {
    const shown = await console.must('rel complete zsh -- kept ""');
    expect(shown).toContain('2\tMaxwell & Ivy: quote, due 20 Nov 2026');
  });

  test('nothing, without a word, where there is no journal or a damaged one; none is made', async () => {
    console.write('bad.db', 'this is no journal');
    for (const file of ['none.db', 'bad.db']) {
      expect(await console.run(`rel complete zsh -- log a`, { REL_DB: file })).toEqual({
        stdout: '',
        stderr: '',
        code: 0,
      });
    }
    expect(existsSync(join(console.home, 'none.db'))).toBe(false);
    expect(await console.run('rel complete')).toMatchObject({ stderr: '', code: 0 });
  });
});

const LINES = {
  bash: `bash --norc --noprofile -i`,
  zsh: `zsh -f -i`,
  fish: `fish --private`,
} as const;

const INSTALLED = {
  bash: `eval "$(rel completion bash)"`,
  zsh: `autoload -Uz compinit; compinit -u; eval "$(rel completion zsh)"`,
  fish: `rel completion fish | source`,
} as const;

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  const canTry = hasTerminal && has(shell);

  (canTry ? test : test.skip)(
    'completes names and words at the Tab key (skipped where the shell is missing)',
    async () => {
      const talk = new Terminal(LINES[shell], {
        columns: 120,
        cwd: console.home,
        env: {
          HOME: console.home,
          PATH: `${join(console.home, '..', 'bin')}:/usr/local/bin:/usr/bin:/bin`,
          REL_TODAY: TODAY,
          LANG: 'C.UTF-8',
          TERM: 'xterm',
        },
      });
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      await pause(700);
      talk.type(`${INSTALLED[shell]}; echo re""ady\r`);
      await talk.sees('ready');
      await pause(500);
      for (const keys of [`rel log maxw${TAB}`, `voice${TAB}`, `:tha${TAB}`, `with:Ed --show\r`]) {
        talk.type(keys);
        await pause(1500);
      }
      await talk.sees(
        'not written: Mon 16 Nov 2026, Maxwell & Ivy: tried to call Ed: voicemail, thanks',
      );
      talk.type('exit\r');
      await talk.ended();
    },
    PATIENCE_MS,
  );
});

(has('zsh') ? test : test.skip)('zsh passes ? and * on untouched once it is set up', async () => {
  const script = `eval "$(rel completion zsh)" 2>/dev/null
rel log mi call what about * and this? --show`;
  console.write('typed.zsh', script);
  const shown = await console.must('zsh -f -o aliases typed.zsh');
  expect(shown).toContain('“what about * and this?”');
});

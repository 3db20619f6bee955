import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { commandCount, replay } from './transcript.ts';

const folder = import.meta.dirname;
const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));
/** What comes back is written down as what is expected; read every line of it afterwards. */
const isUpdate = process.env['UPDATE_TRANSCRIPTS'] === '1';
const PATIENCE_MS = 300_000;

async function inConsole<T>(work: (console: Console) => Promise<T>): Promise<T> {
  const console = new Console();
  try {
    return await work(console);
  } finally {
    console.remove();
  }
}

describe('sessions', () => {
  test.concurrent.each(pages)(
    '%s',
    async (file) => {
      const page = readFileSync(join(folder, file), 'utf8');
      expect(commandCount(page)).toBeGreaterThan(0);
      const replayed = await inConsole((console) => replay(page, console));
      if (isUpdate) writeFileSync(join(folder, file), replayed);
      else expect(replayed).toBe(page);
    },
    PATIENCE_MS,
  );
});

/** A word of the help that stands for another: pasted, it would be taken for what was meant. */
const PLACEHOLDER =
  /(→|next:|type it:|example:) rel .*\b(NAME|DATE|CUSTOMER|PERSON|WHAT|WORDS|TEXT|FILE)\b/;

test('what is printed to be pasted holds no word to be replaced', () => {
  const printed = pages.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('$ ')),
  );
  const advised = printed.filter((line) => line.includes('→ rel '));
  expect(advised.length).toBeGreaterThan(100);
  expect(printed.filter((line) => PLACEHOLDER.test(line))).toEqual([]);
});

describe('the runner', () => {
  const page = (...lines: readonly string[]): string =>
    ['Before.', '', '```console', ...lines, '```', '', 'After.', ''].join('\n');
  const replayed = (...lines: readonly string[]) =>
    inConsole((console) => replay(page(...lines), console));

  test('shows output, errors and exit code, and leaves the rest of the page alone', async () => {
    const command = `$ echo out; echo err >&2; exit 3`;
    expect(await replayed(command)).toBe(page(command, 'out', '! err', '[3]'));
  });

  test.each([
    ['another line', ['$ echo out', 'ouch']],
    ['a line too many', ['$ echo out', 'out', '']],
    ['an error that was not expected', ['$ echo out >&2', 'out']],
    ['an exit code that was not expected', ['$ false']],
    ['an exit code that did not come', ['$ true', '[1]']],
    ['a missing newline', ['$ printf out', 'out']],
  ])('does not agree to %s', async (_what, lines) => {
    expect(await replayed(...lines)).not.toBe(page(...lines));
  });

  test('joins continued lines, and marks output that looks like a mark', async () => {
    const lines = ["$ cat <<'END'", '> $ rel', '> [2]', '> END', '\\$ rel', '\\[2]'];
    expect(await replayed(...lines)).toBe(page(...lines));
  });

  test('gives the same id the same name, and pictures control characters', async () => {
    const [one, two] = ['018f-7000-8000-000000000001', '018f-7000-8000-000000000002'];
    const command = `$ i=01900000-; echo \${i}${one} \${i}${two} \${i}${one}; printf 'a\\r\\033b\\n'`;
    expect(await replayed(command)).toBe(page(command, 'id-1 id-2 id-1', 'a␍␛b'));
  });

  test('keeps what is exported for the commands that follow', async () => {
    const lines = ['$ export DAY=fri', '$ echo $DAY', 'fri'];
    expect(await replayed(...lines)).toBe(page(...lines));
  });

  test('refuses a block that begins without a command', async () => {
    await expect(replayed('out')).rejects.toThrow('begins without a command');
  });
});

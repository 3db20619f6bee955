import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

const REL = join(import.meta.dirname, '../../bin/rel.js');
const ENTRIES = 12_000;
const PATIENCE_MS = 120_000;
const console = new Console();

beforeAll(async () => {
  const lines = Array.from({ length: ENTRIES }, (_, index) => {
    const note = 'what was said, in about as many words as one types';
    return { type: 'spoke', id: `e${index}`, customer: 'Acme', on: '2026-11-02', note };
  });
  console.write('many.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await console.must('rel import many.jsonl');
}, PATIENCE_MS);

afterAll(() => console.remove());

test(
  'whoever reads an export slowly keeps nobody from writing, and still gets all of it',
  async () => {
    const temporary = join(console.home, 'tmp');
    await console.must('mkdir tmp');
    const child = spawn(process.execPath, [REL, 'export', 'entries', '--db', console.journal], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { HOME: console.home, TMPDIR: temporary },
    });
    child.stdout.setEncoding('utf8');
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // The header has come, so that the export is printing; nothing more is read now.
    const first = await new Promise<string>((resolve) => child.stdout.once('data', resolve));
    child.stdout.pause();
    const logged = await console.run('rel log acme call -- while somebody exports');
    expect(logged).toMatchObject({ code: 0, stderr: '' });
    expect(child.exitCode).toBeNull();
    expect(readdirSync(temporary)).toEqual([]);

    let rest = '';
    child.stdout.on('data', (text: string) => (rest += text));
    child.stdout.resume();
    expect(await ended).toBe(0);
    const rows = (first + rest).split('\r\n');
    expect(rows).toHaveLength(1 + ENTRIES + 1);
    expect(rows.at(-2)).toMatch(/^12000,e11999,/);
  },
  PATIENCE_MS,
);

import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environment, program } from './rel.js';

const helper = join(import.meta.dirname, 'terminal.py');

export const terminalMissing = () =>
  spawnSync('python3', ['-c', 'import pty, wcwidth']).status === 0
    ? undefined
    : 'python3 with pty and wcwidth';

/**
 * Runs rel on a pseudo-terminal (which gives the notices together with the answer), or in a pipe.
 * @returns `run(words, { columns, terminal, env, input })`, which gives `{ code, out, err, widths }`, and `end()`
 */
export function terminals(place) {
  const child = spawn('python3', [helper], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { code, out, err, widths } = JSON.parse(line);
    const text = (coded) => Buffer.from(coded, 'base64').toString('utf8');
    waiting.shift()({ code, out: text(out), err: text(err), widths });
  });
  const run = (words, { columns = 80, terminal = false, env = {}, input = '' } = {}) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      const job = {
        argv: [process.execPath, program, ...words],
        env: environment(place, { COLUMNS: String(columns), LANG: 'C.UTF-8', ...env }),
        columns,
        terminal,
        input,
      };
      child.stdin.write(`${JSON.stringify(job)}\n`);
    });
  return { run, end: () => child.stdin.end() };
}

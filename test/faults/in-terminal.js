import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { ended, environment, relCommand } from './rel.js';

const LOOK_AGAIN_MS = 20;
const LOOKS = 1500;

/** Why no terminal can be opened on this machine; undefined where one can. */
export const noTerminal = () =>
  process.platform === 'linux' &&
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')
    ? undefined
    : 'the script of util-linux is not installed';

/**
 * Starts rel in a pseudo-terminal of its own, as a shell does that goes on afterwards.
 * @param folder takes what the shell notes: rel's pid, its exit code, the terminal's settings before and after
 * @returns `shows(text)` waits for it; `type(keys)`; `pid()` of rel; `end()` waits, and says the `code` and whether the
 * terminal is `restored`
 */
export function startInTerminal(place, folder, words, env = {}) {
  const noted = (name) => join(folder, name);
  const shell = [
    'trap : INT HUP TERM',
    `stty -g > ${noted('before')}`,
    `sh -c 'echo $$ > ${noted('pid')}; exec ${relCommand} ${words.join(' ')}'`,
    `echo $? > ${noted('code')}`,
    `stty -g > ${noted('after')}`,
  ].join('; ');
  const child = spawn('script', ['-qefc', shell, '/dev/null'], {
    env: environment(place, { ...env, SHELL: '/bin/sh', TERM: 'xterm-256color' }),
  });
  let seen = '';
  child.stdout.on('data', (piece) => (seen += piece));
  const end = ended(child);
  const note = (name) => readFileSync(noted(name), 'utf8').trim();
  const until = async (isSo, what) => {
    for (let look = 0; look < LOOKS; look += 1) {
      if (isSo()) return;
      await pause(LOOK_AGAIN_MS);
    }
    child.kill('SIGKILL');
    throw new Error(`rel ${words.join(' ')}: ${what}; the terminal shows ${seen.slice(-300)}`);
  };
  return {
    shows: (text) => until(() => seen.includes(text), `never showed ${text}`),
    type: (keys) => child.stdin.write(keys),
    pid: () => Number(note('pid')),
    async end() {
      await until(() => existsSync(noted('after')), 'did not end');
      await end;
      return { code: Number(note('code')), restored: note('before') === note('after'), seen };
    },
  };
}

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '../..');
export const FIXTURES = join(root, 'test/fixtures/scenarios');
/** A Monday. */
export const TODAY = '2026-11-16';
/** One for all tests of a run, so that not every home has to make its own; `rel` makes the folder inside. */
const CODE_CACHE = join(tmpdir(), 'rel-console-cache');
const PATIENCE_MS = 60_000;

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

type Environment = Readonly<Record<string, string>>;

/**
 * A user's console: a home folder of its own and a real shell with the built `rel` on its path. Nothing is taken over
 * from the environment of the tests.
 */
export class Console {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rel-console-'));
  readonly home = join(this.#folder, 'home');
  /** Where `rel` keeps the journal when nobody says where. */
  readonly journal = join(this.home, '.local/share/rel/journal.db');
  /** What each process finds around it. */
  readonly environment: Environment;

  /** @param like the user whose home this one begins as; an empty one where it is left out */
  constructor(environment: Environment = {}, like?: Console) {
    const bin = join(this.#folder, 'bin');
    if (like === undefined) mkdirSync(this.home);
    else cpSync(like.home, this.home, { recursive: true });
    mkdirSync(bin);
    const rel = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/rel.js')}' "$@"\n`;
    writeFileSync(join(bin, 'rel'), rel, { mode: 0o755 });
    this.environment = {
      HOME: this.home,
      XDG_CACHE_HOME: CODE_CACHE,
      PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
      FIXTURES,
      REL_TODAY: TODAY,
      TZ: 'America/Chicago',
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      ...environment,
    };
  }

  /** Gives the command to bash, as a new process in the home folder, with nothing to read. */
  run(command: string, environment: Environment = {}): Promise<Ended> {
    const child = spawn('bash', ['-c', command], {
      cwd: this.home,
      env: { ...this.environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE_MS,
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (code === null) reject(new Error(`${command}: ended by ${signal ?? 'nobody'}`));
        else resolve({ stdout: textOf(out), stderr: textOf(err), code });
      });
    });
  }

  /** Runs a command that must work, and gives what it printed. */
  async must(command: string, environment: Environment = {}): Promise<string> {
    const { stdout, stderr, code } = await this.run(command, environment);
    if (code !== 0) throw new Error(`${command}: exit ${code}\n${stderr}`);
    return stdout;
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.home, name), content);
  }

  read(name: string): string {
    return readFileSync(join(this.home, name), 'utf8');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const textOf = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString('utf8');

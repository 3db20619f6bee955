import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 15;
/** Keys that come before a question listens are thrown away, so that nothing typed earlier answers it. */
const LISTENS_AFTER_MS = 40;

export const CTRL_C = '\x03';
export const CTRL_D = '\x04';
export const ENTER = '\r';

/** Whether `script` is the one of util-linux, which opens a pseudo-terminal and hands on the exit code. */
export const hasTerminal =
  process.platform === 'linux' &&
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout.includes('util-linux');

/** A command in a pseudo-terminal of its own, typed at by a test. */
export class Terminal {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<number>;
  #seen = '';
  #read = 0;

  constructor(
    command: string,
    {
      columns,
      cwd,
      env,
    }: {
      readonly columns: number;
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
    },
  ) {
    const inside = `stty cols ${columns} rows 24; exec ${command}`;
    this.#child = spawn('script', ['-qefc', inside, '/dev/null'], {
      cwd,
      env: { ...env, SHELL: '/bin/sh' },
      timeout: PATIENCE_MS,
    });
    this.#child.stdout.on('data', (bytes: Buffer) => (this.#seen += bytes.toString('utf8')));
    this.#ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', (code) => resolve(code ?? -1));
    });
  }

  /** All that was shown so far, without colours and movements of the cursor. */
  get shown(): string {
    return stripVTControlCharacters(this.#seen).replaceAll('\r', '');
  }

  /** Waits until this is shown, after what was waited for before. */
  async sees(text: string): Promise<void> {
    for (const began = Date.now(); Date.now() - began < PATIENCE_MS / 2;) {
      const found = this.shown.indexOf(text, this.#read);
      if (found >= 0) {
        this.#read = found + text.length;
        await pause(LISTENS_AFTER_MS);
        return;
      }
      await pause(LOOK_AGAIN_MS);
    }
    throw new Error(`“${text}” was never shown after:\n${this.shown}`);
  }

  type(keys: string): void {
    this.#child.stdin.write(keys);
  }

  /** Answers one question after the other: what it says, and the keys. */
  async answer(...turns: readonly (readonly [question: string, keys: string])[]): Promise<void> {
    for (const [question, keys] of turns) {
      await this.sees(question);
      // Who has said the last word may have left already.
      if (keys !== '') this.type(keys);
    }
  }

  /** The exit code. */
  ended(): Promise<number> {
    return this.#ended.finally(() => this.#child.stdin.destroy());
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

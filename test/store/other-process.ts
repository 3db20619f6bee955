import { buildSync } from 'esbuild';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles the program of the other processes as the product is bundled, so that the store is tried
 * as CommonJS too.
 * @param folder must see the drivers in a node_modules above it
 */
export function buildOther(
  folder = join(root, 'node_modules/.cache', `rel-store-${process.pid}`),
): string {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'other-program.cjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'other-program.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['better-sqlite3', 'better-sqlite3-node20'],
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    outfile: program,
  });
  return program;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The whole lines it printed: what it says is stored. */
  readonly lines: readonly string[];
  readonly errors: string;
}

/** A running program, its output gathered. */
export class Other {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ending>;
  #output = '';
  #errors = '';

  constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stdout.on('data', (text: Buffer) => (this.#output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (this.#errors += text.toString()));
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        const lines = this.#output.split('\n').slice(0, -1);
        resolve({ code, signal, lines, errors: this.#errors });
      });
    });
  }

  /** When it has printed its first line, or ended without one. */
  async firstLine(): Promise<void> {
    const printed = new Promise<void>((resolve) =>
      this.#child.stdout.once('data', () => resolve()),
    );
    await Promise.race([printed, this.ended]);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

import { hash } from 'node:crypto';
import { type Sourced, sourced } from './sourced.ts';

/** Of a hash, as many as a number holds exactly: two of ten million rows meet once in a hundred files. */
const DIGITS = 12;

/**
 * Names each row of a file by what it says, and rows that say the same by their count: so a row has the same key in
 * whatever order, and in whatever longer file it comes again.
 */
export class RowKeys {
  readonly #importer: string;
  readonly #seen = new Set<number>();
  readonly #again = new Map<number, number>();

  constructor(importer: string) {
    this.#importer = importer;
  }

  /** @param table which table it is a row of; @param id what the file itself calls it */
  byId(table: string, id: string): Sourced {
    return sourced(this.#importer, `${table}:id:${id}`);
  }

  byContent(table: string, content: readonly unknown[]): Sourced {
    const whole = hash('sha256', JSON.stringify([table, ...content]));
    const count = this.#count(Number.parseInt(whole.slice(0, DIGITS), 16));
    return sourced(this.#importer, `${table}:${whole.slice(0, 32)}${count > 1 ? `:${count}` : ''}`);
  }

  #count(hash: number): number {
    if (!this.#seen.has(hash)) {
      this.#seen.add(hash);
      return 1;
    }
    const count = (this.#again.get(hash) ?? 1) + 1;
    this.#again.set(hash, count);
    return count;
  }
}

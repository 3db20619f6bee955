import { thousands } from '../journal/amount-words.ts';
import type { Output } from './streams.ts';

/** Nobody needs to be told of what is done within a second. */
const SILENT_NS = 1_000_000_000n;
const EVERY_NS = 200_000_000n;
/** So many things pass between two looks at the clock: rows are quick, customers are not. */
const EVERY = 4;

const BEGINNING_OF_LINE = '\r\u001b[K';

/** The clock of `performance` would load all of Node's measuring, an eighth of its own start. */
const now = (): bigint => process.hrtime.bigint();

/** Passes the things on, and counts them on one line of the terminal, which is empty again afterwards. */
export function* counted<T>(things: Iterable<T>, what: string, terminal: Output): Generator<T> {
  let count = 0;
  let next = now() + SILENT_NS;
  let shown = false;
  try {
    for (const thing of things) {
      yield thing;
      count += 1;
      if (count % EVERY > 0) continue;
      const time = now();
      if (time < next) continue;
      next = time + EVERY_NS;
      shown = true;
      terminal.write(`${BEGINNING_OF_LINE}${thousands(count)} ${what} …`);
    }
  } finally {
    if (shown) terminal.write(BEGINNING_OF_LINE);
  }
}

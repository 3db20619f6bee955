import type { Output } from './streams.ts';

/** Nobody needs to be told of what is done within a second. */
const SILENT_MS = 1000;
const EVERY_MS = 200;
/** So many things pass between two looks at the clock: rows are quick, customers are not. */
const EVERY = 4;

const BEGINNING_OF_LINE = '\r\u001b[K';

/** Passes the things on, and counts them on one line of the terminal, which is empty again afterwards. */
export function* counted<T>(things: Iterable<T>, what: string, terminal: Output): Generator<T> {
  let count = 0;
  let next = performance.now() + SILENT_MS;
  let shown = false;
  try {
    for (const thing of things) {
      yield thing;
      count += 1;
      if (count % EVERY > 0) continue;
      const now = performance.now();
      if (now < next) continue;
      next = now + EVERY_MS;
      shown = true;
      terminal.write(`${BEGINNING_OF_LINE}${count.toLocaleString('en')} ${what} …`);
    }
  } finally {
    if (shown) terminal.write(BEGINNING_OF_LINE);
  }
}

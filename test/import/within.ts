import { expect } from '@jest/globals';

const TRIES = 3;

/** Does the work, which must not take longer; other work of the machine may spoil a try or two. */
export function within<T>(milliseconds: number, work: () => T): T {
  let fastest = Infinity;
  for (let tries = 1; ; tries += 1) {
    const start = performance.now();
    const result = work();
    fastest = Math.min(fastest, performance.now() - start);
    if (fastest < milliseconds) return result;
    if (tries === TRIES) expect(fastest).toBeLessThan(milliseconds);
  }
}

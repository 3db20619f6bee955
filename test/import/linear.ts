import process from 'node:process';
import { expect } from '@jest/globals';

const TRIES = 3;
/** Between what a whole may cost beside its quarter where the work is linear (4) and where it is quadratic (16). */
const MOST = 10;
/** Less than this is not worth a comparison, in milliseconds. */
const LITTLE = 30;

export const quarterOf = (text: string): string => text.slice(0, text.length / 4);

/**
 * Does the work with a text and with one a quarter as long, which must not differ by more than linear work does. Both
 * are measured in time of the processor, so that other work of the machine weighs on both alike.
 */
export async function linear(
  part: string,
  whole: string,
  work: (text: string) => unknown,
): Promise<void> {
  let [quickest, longest] = [Infinity, Infinity];
  for (let tries = 1; ; tries += 1) {
    quickest = Math.min(quickest, await timed(() => work(part)));
    longest = Math.min(longest, await timed(() => work(whole)));
    if (longest < MOST * Math.max(LITTLE, quickest)) return;
    if (tries === TRIES) expect(longest).toBeLessThan(MOST * Math.max(LITTLE, quickest));
  }
}

/** In milliseconds. */
async function timed(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

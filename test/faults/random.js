import { createHash } from 'node:crypto';

/**
 * Random numbers that the seed repeats: SHA-256 of the seed and a counter.
 * @returns with each call a whole number from 0 up to, not including, `below`
 */
export function randomFrom(seed) {
  let drawn = 0;
  return (below) => {
    const digest = createHash('sha256').update(`${seed} ${drawn}`).digest();
    drawn += 1;
    return digest.readUIntBE(0, 6) % below;
  };
}

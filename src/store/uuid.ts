import { randomUUID } from 'node:crypto';
import type { Clock } from '../journal/clock.ts';

const COUNTER_LIMIT = 0x1000;

let lastMillis = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562, method 1): 48 bits of milliseconds, 12 bits of counter, 62 bits of
 * chance. Within one process each sorts after the one before, whatever the clock does.
 */
export function uuidv7(clock: Pick<Clock, 'now'>): string {
  const millis = clock.now().getTime();
  if (millis > lastMillis) {
    lastMillis = millis;
    counter = 0;
  } else {
    counter += 1;
  }
  if (counter === COUNTER_LIMIT) {
    lastMillis += 1;
    counter = 0;
  }
  const time = lastMillis.toString(16).padStart(12, '0');
  const variantAndChance = randomUUID().slice(19);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variantAndChance}`;
}

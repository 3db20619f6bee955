import type { Clock } from '../journal/clock.ts';

const COUNTER_LIMIT = 0x1000;

/** Something that gives 16 hexadecimal digits by chance, each time others. */
export interface Chance {
  chance(): string;
}

let lastMillis = 0;
let counter = 0;

const NODE_DIGITS = 12;

/** The id that lies so many steps after another one: the last 48 bits are counted up, and begin again at their end. */
export function uuidAfter(id: string, steps: number): string {
  const node = (Number.parseInt(id.slice(-NODE_DIGITS), 16) + steps) % 16 ** NODE_DIGITS;
  return `${id.slice(0, -NODE_DIGITS)}${node.toString(16).padStart(NODE_DIGITS, '0')}`;
}

/**
 * A UUID of version 7 (RFC 9562, method 1): 48 bits of milliseconds, 12 bits of counter, 62 bits of
 * chance. Within one process each sorts after the one before, whatever the clock does.
 */
export function uuidv7(clock: Pick<Clock, 'now'>, chance: Chance): string {
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
  const digits = chance.chance();
  const variant = '89ab'[Number.parseInt(digits.slice(0, 1), 16) % 4] ?? '8';
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${digits.slice(1, 4)}-${digits.slice(4)}`;
}

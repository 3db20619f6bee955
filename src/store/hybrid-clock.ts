import type { Clock } from '../journal/clock.ts';

const MILLIS_DIGITS = 15;
const COUNTER_DIGITS = 5;
const COUNTER_LIMIT = 16 ** COUNTER_DIGITS;
const READING = /^(\d{15})-([0-9a-f]{5})-/;

const written = (millis: number, counter: number, device: string): string =>
  `${String(millis).padStart(MILLIS_DIGITS, '0')}-${counter.toString(16).padStart(COUNTER_DIGITS, '0')}-${device}`;

/** What the clock reads after so many ticks more, as long as the wall clock stands still. */
export function readingAfter(reading: string, ticks: number): string {
  const [head = '', millis, counter] = READING.exec(reading) ?? [];
  const count = Number.parseInt(counter ?? '0', 16) + ticks;
  return written(
    Number(millis ?? 0) + Math.floor(count / COUNTER_LIMIT),
    count % COUNTER_LIMIT,
    reading.slice(head.length),
  );
}

/**
 * A hybrid logical clock: its readings follow the wall clock, but never stand still and never go
 * back, so that the later of two changes can be told although a device's clock was set back or two
 * devices differ.
 */
export class HybridClock {
  readonly #wall: Pick<Clock, 'now'>;
  readonly #device: string;
  #millis: number;
  #counter: number;

  /** @param last the last reading stored, by this or another process; empty before the first */
  constructor(wall: Pick<Clock, 'now'>, device: string, last: string) {
    const [, millis, counter] = READING.exec(last) ?? [];
    this.#wall = wall;
    this.#device = device;
    this.#millis = Number(millis ?? 0);
    this.#counter = Number.parseInt(counter ?? '0', 16);
  }

  /**
   * The next reading, `MILLIS-COUNTER-DEVICE`; readings sort as text in the order of the changes.
   */
  tick(): string {
    const now = this.#wall.now().getTime();
    if (now > this.#millis) this.#set(now, 0);
    else if (this.#counter + 1 < COUNTER_LIMIT) this.#set(this.#millis, this.#counter + 1);
    else this.#set(this.#millis + 1, 0);
    return written(this.#millis, this.#counter, this.#device);
  }

  #set(millis: number, counter: number): void {
    this.#millis = millis;
    this.#counter = counter;
  }
}

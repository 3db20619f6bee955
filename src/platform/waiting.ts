const MOMENT_MS = 5;
const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));

/** Lets a few milliseconds pass without giving up the thread: for a stream that is not ready yet. */
export function waitAMoment(): void {
  Atomics.wait(nobodyWakes, 0, 0, MOMENT_MS);
}

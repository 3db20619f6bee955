const MOMENT_MS = 5;

/** Lets a few milliseconds pass without giving up the thread: for a stream that is not ready yet. */
export function waitAMoment(): void {
  const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(nobodyWakes, 0, 0, MOMENT_MS);
}

/*
 * `usual:120d took:33d` in the words of a favour. The words stay as they are; that they are read is seen where it says by
 * how much sooner it was done.
 */

/** What it usually takes, and what it took, in days. */
export interface Benchmark {
  readonly usual: number;
  readonly took: number;
}

const IN_DAYS = { h: 1 / 24, d: 1, w: 7, mo: 30 } as const;
const SPAN = /(?<![^\s,;])(usual|took):(\d{1,4}(?:\.\d)?)(h|d|w|mo)(?![^\s,;.])/g;

/** Undefined where the words do not name both, or name one twice. */
export function benchmarkIn(words = ''): Benchmark | undefined {
  const spans = [...words.matchAll(SPAN)];
  const days = (which: string): number | undefined => {
    const [span, again] = spans.filter(([, name]) => name === which);
    const unit = span?.[3] as keyof typeof IN_DAYS | undefined;
    return span === undefined || unit === undefined || again !== undefined
      ? undefined
      : Number(span[2]) * IN_DAYS[unit];
  };
  const [usual, took] = [days('usual'), days('took')];
  return usual === undefined || took === undefined ? undefined : { usual, took };
}

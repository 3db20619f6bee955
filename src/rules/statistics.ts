/** One-sided 95 % quantile of the normal distribution. */
const Z = 1.6448536269514722;

/** Lower and upper bound of a proportion. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score bounds of `hits` in `trials`, each one-sided 95 %, clipped to [0, 1]; no trials say nothing: 0 to 1.
 * Source: Newcombe 1998, method 3.
 */
export function wilson(hits: number, trials: number): Bounds {
  if (trials === 0) return { lower: 0, upper: 1 };
  const share = hits / trials;
  const weight = 1 + (Z * Z) / trials;
  const centre = (share + (Z * Z) / (2 * trials)) / weight;
  const reach =
    (Z / weight) * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  return {
    lower: hits === 0 ? 0 : Math.max(0, centre - reach),
    upper: hits === trials ? 1 : Math.min(1, centre + reach),
  };
}

/**
 * P(K ≤ hits) for K beta-binomial(trials, 1 + hitsBefore, 1 + trialsBefore − hitsBefore): how likely so few hits are
 * if nothing has changed since the trials before (uniform prior). Only sums, products and quotients, so that every
 * machine gives the same bits.
 */
export function chanceOfSoFew(
  hits: number,
  trials: number,
  hitsBefore: number,
  trialsBefore: number,
): number {
  const alpha = 1 + hitsBefore;
  const beta = 1 + trialsBefore - hitsBefore;
  let term = 1;
  for (let i = 0; i < trials; i += 1) term *= (beta + i) / (alpha + beta + i);
  let sum = 0;
  for (let j = 0; j <= hits; j += 1) {
    sum += term;
    if (j < trials) term *= ((trials - j) / (j + 1)) * ((alpha + j) / (beta + trials - j - 1));
  }
  return Math.min(1, sum);
}

/** The middle value; of an even count the mean of the middle two. Undefined for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

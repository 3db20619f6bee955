/** From its left end to its right one, in whatever unit. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts stretches into as few rows as they need, so that no two of a row come nearer to each other than `gap`.
 * @param stretches by where they begin
 * @returns the row of each, from 0
 */
export function rowsOf(stretches: readonly Stretch[], gap: number): readonly number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + gap <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}

/** How many rows there are. */
export const rowCount = (rows: readonly number[]): number => Math.max(-1, ...rows) + 1;

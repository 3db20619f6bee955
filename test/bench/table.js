export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** The middle, and between what the middle half lies. */
export const spread = (numbers) => ({
  low: quantile(numbers, 0.25),
  middle: quantile(numbers, 0.5),
  high: quantile(numbers, 0.75),
});

export const rounded = (number) => number.toFixed(number < 10 ? 1 : 0);

/** One row, with as many cells as the head has. */
export const rowOf = (head, cells) => `| ${head.map((_, at) => cells[at] ?? '').join(' | ')} |`;

export const markdown = ([head, ...rows]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => rowOf(head, cells)).join('\n');

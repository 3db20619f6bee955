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

export function markdown(rows) {
  const [head] = rows;
  const line = (cells) => `| ${head.map((_, at) => cells[at] ?? '').join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.slice(1).map(line)].join('\n');
}

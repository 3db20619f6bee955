import { InvalidArgumentError } from 'commander';

/** How many: entries after `--last`, steps after `undo`. */
export function readCount(word: string): number {
  const count = /^\d+$/.test(word) ? Number(word) : 0;
  if (count < 1 || !Number.isSafeInteger(count))
    throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return count;
}

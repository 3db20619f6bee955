import { InvalidArgumentError } from 'commander';

/** The number after `--last`. */
export function readCount(word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return count;
}

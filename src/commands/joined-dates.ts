import type { Command } from 'commander';
import { dateAtStart } from '../grammar/dated-words.ts';
import type { Day } from '../journal/days.ts';

/**
 * The words with each date of several, behind an option that takes one value, as one word: `--since 1 nov` needs no
 * quotes. What follows the date stays as it is.
 */
export function joinedDates(
  words: readonly string[],
  { options }: Pick<Command, 'options'>,
  today: () => Day,
): readonly string[] {
  const dated = new Set(
    options.filter(({ flags }) => flags.endsWith(' <date>')).map(({ long }) => long),
  );
  const at = words.findIndex((word) => word === '--' || dated.has(word));
  const option = words[at];
  if (option === undefined || option === '--') return words;
  const run = words.slice(at + 1);
  const found = dateAtStart(run, today(), 'past');
  const [value, rest] =
    found === undefined ? [run.slice(0, 1), run.slice(1)] : [[found.date.words], found.rest];
  return [...words.slice(0, at + 1), ...value, ...joinedDates(rest, { options }, today)];
}

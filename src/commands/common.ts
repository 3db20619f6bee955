import type { Command } from 'commander';
import { readDate } from '../grammar/dates.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';

export interface JournalOption {
  readonly db?: string;
}

export const withJournal = (command: Command): Command =>
  command.option('--db <file>', 'the journal (default: REL_DB, else the data folder)');

/** Two or three lines under the options. */
export const withExamples = (command: Command, ...examples: readonly string[]): Command =>
  command.addHelpText('before', `Examples:\n${examples.map((line) => `  ${line}\n`).join('')}`);

/** What an empty journal says instead of nothing. */
export const EMPTY_JOURNAL =
  'The journal is empty. Begin with: rel log "Brazos Rentals" --new call :need';

/** A date as a person writes it; what is not understood is an error, never today. */
export function dateOption(
  world: World,
  option: string,
  words: string,
  prefer: 'past' | 'future',
): Day {
  const day = readDate(words, world.clock.today(), prefer);
  if (day === undefined) {
    throw new RelError(
      'usage',
      `${option} ${words} is not a date`,
      'write it as 2026-11-16, yesterday, fri, 3 nov …',
    );
  }
  return day;
}

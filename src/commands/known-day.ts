import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { dateOption } from './common.ts';

export const KNOWN_HELP = 'with what had been entered by the end of that day, and nothing later';

/** What `--known` says; undefined where it is left out. Throws RelError('usage') for a day to come. */
export function knownDay(world: World, words: string | undefined): Day | undefined {
  if (words === undefined) return undefined;
  const day = dateOption(world, '--known', words, 'past');
  if (day <= world.clock.today()) return day;
  throw new RelError(
    'usage',
    `--known ${words}: ${spokenDay(day)} lies in the future, and nobody knows what will be entered by then`,
    'leave it out for all that is entered now',
  );
}

/** Said before what is shown, which is not what the journal says now. */
export const knownLine = (known: Day): string =>
  `With what had been entered by ${spokenWeekday(known)} ${spokenDay(known)}\n`;

export const nothingKnown = (known: Day): string =>
  `Nothing had been entered by ${spokenWeekday(known)} ${spokenDay(known)}.\n`;

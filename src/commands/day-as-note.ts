import { dateAtStart } from '../grammar/dated-words.ts';
import { type Day, formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';

/**
 * `rel log` reads a day where it stands among the words; a turn takes it from --on, and must not keep it as a mere note.
 * Throws RelError('usage') where the whole note is a day, or begins with one in figures.
 */
export function refuseDayAsNote(note: string, today: Day): void {
  const found = dateAtStart(note.split(' '), today, 'past');
  if (found === undefined) return;
  const { date, rest } = found;
  if (rest.length > 0 && !/^\d/.test(note)) return;
  throw new RelError(
    'usage',
    `“${date.words}” is a day (${formatDay(date.day)}), and would only be a note`,
    `the day it happened: --on "${date.words}"; for the text: -- ${note}`,
  );
}

import { dateAtStart } from '../grammar/dated-words.ts';
import { type Day, formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';

/**
 * `rel log` reads a day where it stands among the words; a turn takes it from --on, and must not keep it as a mere note.
 * Throws RelError('usage') where the whole note is a day, or begins with one in figures, or after `on` with another
 * day than today.
 */
export function refuseDayAsNote(note: string, today: Day): void {
  const words = note.split(' ');
  const saysOn = words[0]?.toLowerCase() === 'on';
  const found = dateAtStart(saysOn ? words.slice(1) : words, today, 'past');
  if (found === undefined) return;
  const { date, rest } = found;
  if (rest.length > 0 && (saysOn ? date.day === today : !/^\d/.test(note))) return;
  const day = date.words.replace(/[,;]$/, '');
  throw new RelError(
    'usage',
    `“${day}” is a day (${formatDay(date.day)}), and would only be a note`,
    `the day it happened: --on "${day}"; for the text: -- ${note}`,
  );
}

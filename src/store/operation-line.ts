import { type JournalLine, readLine } from '../journal/line.ts';
import { damaged } from './failures.ts';

/** The line that an operation holds. Throws RelError('journal') where it is none. */
export function lineOfOperation(text: string): JournalLine {
  const reading = readLine(JSON.parse(text));
  if (reading.problem !== undefined) throw damaged(`an operation (${reading.problem})`);
  return reading.value;
}

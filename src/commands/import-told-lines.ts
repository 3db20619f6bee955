import { counted } from '../journal/counted.ts';

const TOLD = 8;

/** Which lines of a file could not be read; none where all could. */
export function unreadLines(lines: readonly number[]): readonly string[] {
  if (lines.length === 0) return [];
  const told = lines.slice(0, TOLD).join(', ');
  return [
    `passed over ${counted(lines.length, 'line')} that nobody can read: ${told}${lines.length > TOLD ? ', …' : ''}`,
  ];
}

/** What begins in that line and has no end, as a file that was only written in part; none where all have one. */
export const cutOff = (what: string, line: number | undefined): readonly string[] =>
  line === undefined
    ? []
    : [`the ${what} that begins in line ${line} has no end: this file may be a part of one`];

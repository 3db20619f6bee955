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

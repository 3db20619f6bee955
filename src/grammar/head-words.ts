import { CHANNELS, OUTCOMES } from '../journal/vocabulary.ts';
import { readWeekday } from './calendar-words.ts';
import { readMinutes } from './durations.ts';
import { DIRECTIONS } from './said.ts';

const FIXED: ReadonlySet<string> = new Set([
  ...CHANNELS,
  ...DIRECTIONS,
  ...OUTCOMES,
  'today',
  'yesterday',
  'yest',
  'tomorrow',
]);

/** Whether this word alone says how, which way, with what outcome, how long or when; what follows it may change that. */
export function isHeadWord(word: string): boolean {
  const plain = word.toLowerCase();
  return FIXED.has(plain) || readWeekday(plain) !== undefined || readMinutes(plain) !== undefined;
}

import { SIGNALS } from '../journal/vocabulary.ts';
import type { Row } from './tables.ts';

/** Words of `rel log` that are kept as a field of their own. */
const OWN_FIELD: Readonly<Record<string, string>> = {
  rude: 'rude',
  dealbreaker: 'dealbreaker',
  discount: 'conceded',
  'asked-change': 'asked',
};

/** What entries can be told apart by. */
export const SIGNAL_WORDS: readonly string[] = [...SIGNALS, ...Object.keys(OWN_FIELD)];

/** Whether an entry was logged with this word. */
export function carries(entry: Row, word: string): boolean {
  const field = OWN_FIELD[word];
  if (field !== undefined) return entry[field] === true;
  const { signals } = entry;
  return Array.isArray(signals) && signals.includes(word);
}

import type { Recorded } from '../journal/entry.ts';

/** We told them that it cannot go on like this, or acted on it. */
export const isAnswer = ({ signals, type }: Recorded): boolean =>
  type === 'notice' || type === 'drop' || signals?.includes('confronted') === true;

/** We tried to save it: raised it, asked for their part, or gave notice. */
export const isRescue = (entry: Recorded): boolean =>
  isAnswer(entry) || ('asked' in entry && entry.asked);

import type { Day } from '../journal/days.ts';
import { isTouch, type Recorded } from '../journal/entry.ts';
import { lately } from '../journal/history.ts';
import type { Channel } from '../journal/vocabulary.ts';

/** How often a way of reaching them did. */
export interface Way {
  readonly channel: Channel;
  readonly reached: number;
  readonly tried: number;
}

/** What is written is answered in its own time; these reach somebody at once, or nobody. */
const AT_ONCE: ReadonlySet<Channel> = new Set(['call', 'visit', 'meeting']);
const DAYS = 730;
const LEAST = 3;

/** The ways that were tried often enough in two years, the best first. @param entries in Order, up to `asOf` */
export function waysToReach(entries: readonly Recorded[], asOf: Day): readonly Way[] {
  const counts = new Map<Channel, Way>();
  for (const touch of lately(entries, asOf, DAYS).filter(isTouch)) {
    const { channel, type } = touch;
    if (channel === undefined || !AT_ONCE.has(channel)) continue;
    if (type !== 'spoke' && type !== 'tried') continue;
    const { reached, tried } = counts.get(channel) ?? { reached: 0, tried: 0 };
    counts.set(channel, {
      channel,
      reached: reached + (type === 'spoke' ? 1 : 0),
      tried: tried + 1,
    });
  }
  return [...counts.values()]
    .filter(({ tried }) => tried >= LEAST)
    .sort((a, b) => b.reached / b.tried - a.reached / a.tried || b.tried - a.tried);
}

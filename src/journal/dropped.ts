import type { EntryOf, Recorded } from './entry.ts';

/** What is known of somebody who was dropped, and not taken back. */
export interface Dropped {
  readonly drop: Recorded<EntryOf<'drop'>>;
  /** In Order. */
  readonly after: readonly Recorded[];
}

/** The drop that stands; undefined where there is none. @param entries in Order */
export function droppedSince(entries: readonly Recorded[]): Dropped | undefined {
  const back = entries.findLastIndex(({ type }) => type === 'return');
  // A second drop without a return between changes nothing.
  const at = entries.findIndex(({ type }, index) => index > back && type === 'drop');
  const drop = entries[at];
  return drop?.type === 'drop' ? { drop, after: entries.slice(at + 1) } : undefined;
}

/** The return after a drop; undefined where they were never dropped, or are not back. @param entries in Order */
export function takenBack(entries: readonly Recorded[]): Recorded<EntryOf<'return'>> | undefined {
  const at = entries.findLastIndex(({ type }) => type === 'return');
  const back = entries[at];
  if (back?.type !== 'return' || droppedSince(entries) !== undefined) return undefined;
  return droppedSince(entries.slice(0, at)) === undefined ? undefined : back;
}

import type { EntryOf, Recorded } from './entry.ts';

type Intent = Recorded<EntryOf<'intent'>>;

const COURSE: ReadonlySet<string> = new Set(['drop', 'return', 'met', 'won', 'lost', 'notice']);

/** They stay, by a turn of the relationship or by a word of the seller's own. */
const takesCourse = (entry: Recorded): boolean =>
  COURSE.has(entry.type) || (entry.type === 'decision' && entry.verdict !== 'DROP');

/**
 * Each time an end was meant since the relationship last took another course, the last of them being the one that stands.
 * @param entries in Order
 */
export function standingIntents(entries: readonly Recorded[]): readonly Intent[] {
  const turned = entries.findLastIndex(takesCourse);
  return entries.slice(turned + 1).filter((entry) => entry.type === 'intent');
}

/** Those that name a day by which it is to be settled, where the last one does. */
export function datedIntents(entries: readonly Recorded[]): readonly Intent[] {
  const standing = standingIntents(entries);
  return standing.at(-1)?.until === undefined
    ? []
    : standing.filter(({ until }) => until !== undefined);
}

import { type EntryOf, isTouch, type Recorded } from '../journal/entry.ts';
import { isGone } from '../journal/handover.ts';

/** That the account went to a colleague; undefined where it did not, or came back: with a touch or a promise since. */
export function handedOver(entries: readonly Recorded[]): Recorded<EntryOf<'work'>> | undefined {
  const gone = entries.findLast(isGone);
  if (gone === undefined) return undefined;
  const since = entries.slice(entries.indexOf(gone) + 1);
  return since.some((entry) => isTouch(entry) || entry.type === 'promise') ? undefined : gone;
}

import { NEW_START_DAYS } from '../journal/stage.ts';
import type { Due, Seen } from './due.ts';

/** An account that was somebody else's, and is new here: to be read up on before the first call. */
export function unread({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever } = history;
  const [first] = ever.entries;
  if (relationship.customer.inheritedFrom === undefined || first === undefined) return [];
  if (asOf - first.on > NEW_START_DAYS) return [];
  if (ever.entries.some(({ type }) => type === 'read')) return [];
  return [
    {
      kind: 'brief',
      customer: relationship.customer.name,
      entry: first,
      day: first.on,
      dated: false,
      overdue: false,
      what: 'read up before you call',
      command: { verb: 'brief', of: 'customer', words: '' },
      urgency: asOf - first.on,
    },
  ];
}

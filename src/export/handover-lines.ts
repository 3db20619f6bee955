import { type Day, formatDay } from '../journal/days.ts';
import type { Customer, Person, Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import { HANDOVER } from '../journal/handover.ts';
import { writeCustomer, writeEntry, writePerson } from '../journal/line.ts';
import type { Standing } from '../journal/promises.ts';
import { without } from '../journal/without.ts';

type Line = Readonly<Record<string, Json>>;

/** What goes into the successor's journal; nothing in it is private. */
interface HandedOver {
  readonly customer: Customer;
  readonly people: readonly Person[];
  readonly entries: readonly Recorded[];
  /** Those that are open. */
  readonly promises: readonly Standing[];
  /** Whoever hands over, as the successor reads it. */
  readonly from: string;
  readonly on: Day;
  /** The brief as text. */
  readonly brief: string;
  /** What may go on, by its kind. */
  readonly troubles: readonly string[];
}

/**
 * The account as lines of a journal: the card, the people, what is still open or lies ahead, and the brief. Past touches
 * are not among them, so that the successor's count begins afresh. Ids are kept: the same file again adds nothing.
 */
export function handoverLines(handed: HandedOver): readonly Line[] {
  const { brief, customer, entries, from, on, people, promises, troubles } = handed;
  const open = new Map(promises.map((each) => [each.promise.id, each]));
  const key = `${customer.id ?? customer.name} ${formatDay(on)}`;
  return [
    writeCustomer({ ...without(customer, 'clash'), inheritedFrom: from }),
    ...people.map(writePerson),
    ...entries.flatMap((entry) => carried(entry, open, on)),
    writeEntry({
      type: 'change',
      id: `handover ${key}`,
      customer: customer.name,
      on,
      kind: 'other',
      note: brief,
      ...(troubles.length === 0 ? {} : { tags: troubles }),
      source: { importer: HANDOVER, key },
    }),
  ];
}

function carried(
  entry: Recorded,
  open: ReadonlyMap<string, Standing>,
  today: Day,
): readonly Line[] {
  if (entry.type === 'promise') {
    const standing = open.get(entry.id);
    if (standing === undefined) return [];
    // The date that counts: what moved it stays behind.
    return [writeEntry({ ...entry, due: standing.due })];
  }
  const isPart = entry.type === 'paid' && open.has(entry.ref);
  const isAhead =
    (entry.type === 'renewal' && entry.renewsOn >= today) ||
    ((entry.type === 'away' || entry.type === 'hardship') && entry.to >= today);
  return isPart || isAhead ? [writeEntry(entry)] : [];
}

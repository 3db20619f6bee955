import type { Recorded } from '../../src/journal/entry.ts';
import { textOf } from '../../src/journal/entry-text.ts';
import type { StoredCustomer } from '../../src/store/customer-rows.ts';
import type { Store } from '../../src/store/store.ts';
import type { Writer } from '../../src/store/writer.ts';
import { day } from '../store/temp-journal.ts';

const NAMES = ['Brazos', 'Harlan', 'harlan', 'Mesa'];
const PEOPLE = ['Dana', 'dana', 'Roy'];

/** What a command may look at, and the number from which it takes its choices. */
interface Seen {
  readonly store: Store;
  readonly writer: Writer;
  readonly customer: StoredCustomer;
  readonly by: number;
}

const pick = <T>(list: readonly T[], by: number): T | undefined =>
  list[by % Math.max(list.length, 1)];

const nameFor = (by: number): string => NAMES[by % NAMES.length] ?? '';
const at = ({ customer, by }: Seen) => ({
  customer: customer.card.name,
  on: day(2026, 11, 1 + (by % 15)),
});

const entryOf = ({ store, by }: Seen): Recorded | undefined => pick([...store.entries()], by >>> 2);

const belongingTo = <T extends { readonly customer: string }>(
  things: Iterable<T>,
  customer: StoredCustomer | undefined,
): readonly T[] => [...things].filter((each) => each.customer === customer?.card.name);

const COMMANDS = {
  log: (seen: Seen) =>
    seen.writer.addEntry({ type: 'spoke', ...at(seen), channel: 'call', note: `n${seen.by}` }),
  /** A few lines of a file, which another device may read as well. */
  import(seen: Seen) {
    for (let line = 0; line < 4; line += 1)
      seen.writer.intake('once', 1).add(
        textOf({
          type: 'sent',
          id: `i${(seen.by % 9) + line}`,
          ...at(seen),
          note: `l${seen.by}`,
        }),
      );
  },
  promise: (seen: Seen) =>
    seen.writer.addEntry({
      type: 'promise',
      ...at(seen),
      by: 'us',
      what: `w${seen.by}`,
      due: at(seen).on,
      ...(seen.by % 2 ? {} : { kind: 'payment' }),
    }),
  done(seen: Seen) {
    const entry = entryOf(seen);
    if (entry?.type !== 'promise') return;
    seen.writer.addEntry({ type: 'done', ...at(seen), customer: entry.customer, ref: entry.id });
  },
  pay(seen: Seen) {
    const entry = entryOf(seen);
    if (entry?.type !== 'promise') return;
    const about = { ...at(seen), customer: entry.customer, ref: entry.id };
    seen.writer.addEntry({ type: 'paid', ...about, amount: seen.by });
  },
  accept(seen: Seen) {
    const entry = entryOf(seen);
    if (entry === undefined) return;
    seen.writer.addEntry({ type: 'accept', ...at(seen), customer: entry.customer, ref: entry.id });
  },
  edit(seen: Seen) {
    const [entry, { by }] = [entryOf(seen), seen];
    if (entry === undefined) return;
    seen.writer.replaceEntry({ ...entry, ...(by % 2 ? { note: `e${by}` } : { tags: [`t${by}`] }) });
  },
  retype(seen: Seen) {
    const entry = entryOf(seen);
    if (entry?.type === 'spoke') seen.writer.replaceEntry({ ...entry, type: 'sent' });
    if (entry?.type === 'promise') seen.writer.replaceEntry({ ...entry, kind: 'task' });
    if (entry?.type === 'sent') {
      const { id, customer, on } = entry;
      seen.writer.replaceEntry({ type: 'income', id, customer, on, amount: seen.by });
    }
  },
  move(seen: Seen) {
    const entry = entryOf(seen);
    if (entry !== undefined) seen.writer.replaceEntry({ ...entry, customer: at(seen).customer });
  },
  delete(seen: Seen) {
    const entry = entryOf(seen);
    if (entry !== undefined) seen.writer.removeEntry(entry.id);
  },
  add: ({ writer, by }: Seen) =>
    writer.addCustomer({ name: nameFor(by), ...(by % 3 ? {} : { tier: 'A' }) }),
  card: ({ writer, customer: { id, card }, by }: Seen) =>
    writer.replaceCustomer(id, {
      ...card,
      ...(by % 2 ? { value: by } : { tier: (['A', 'B', 'C'] as const)[by % 3] ?? 'B' }),
    }),
  rename: ({ writer, customer: { id, card }, by }: Seen) =>
    writer.replaceCustomer(id, { ...card, name: nameFor(by) }),
  remove({ store, writer, customer }: Seen) {
    for (const { id } of belongingTo(store.people(), customer)) writer.removePerson(id);
    for (const { id } of belongingTo(store.entries(), customer)) writer.removeEntry(id);
    writer.removeCustomer(customer.id);
  },
  merge({ store, writer, customer, by }: Seen) {
    const from = pick(store.customers(), by + 1);
    if (from === undefined || from.id === customer.id) return;
    const { name } = customer.card;
    for (const each of belongingTo(store.entries(), from))
      writer.replaceEntry({ ...each, customer: name });
    for (const each of belongingTo(store.people(), from)) writer.removePerson(each.id);
    writer.removeCustomer(from.id);
  },
  person: (seen: Seen) =>
    seen.writer.addPerson({ customer: at(seen).customer, name: PEOPLE[seen.by % 3] ?? '' }),
  role({ store, writer, by }: Seen) {
    const person = pick(store.people(), by);
    if (person === undefined) return;
    writer.replacePerson({ ...person, ...(by % 2 ? { role: `r${by}` } : { email: `e${by}` }) });
  },
  settings({ store, writer, by }: Seen) {
    const now = store.settings();
    const cadence = { cadence: { ...now.cadence, A: 1 + (by % 30) } };
    const limit = { rules: { ...now.rules, silence: { days: 1 + by } } };
    writer.putSettings({ ...now, ...([{ floor: by }, cadence, limit][by % 3] ?? {}) });
  },
  undo: ({ writer }: Seen) => writer.undo(1),
  redo: ({ writer }: Seen) => writer.redo(1),
};

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** Does one command as a user would; the first one makes a customer, whatever it is. */
export function doCommand(store: Store, writer: Writer, does: CommandName, by: number): void {
  const customer = pick(store.customers(), by);
  if (customer === undefined) writer.addCustomer({ name: nameFor(by) });
  else COMMANDS[does]({ store, writer, customer, by });
}

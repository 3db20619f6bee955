import type { Customer, Person, Recorded } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import type { JournalLine } from '../journal/line.ts';
import type { Settings } from '../journal/settings.ts';

interface Book {
  readonly settings: Settings;
  readonly accounts: readonly {
    readonly customer: Customer;
    readonly entries: readonly Recorded[];
  }[];
  readonly people: readonly Person[];
}

/** The lines as a book, without a journal file in between; a customer that only entries name has an empty card. */
export function bookFromLines(lines: readonly JournalLine[]): Book {
  const entries = lines.flatMap((line, index) =>
    line.is === 'entry' ? [{ ...line.entry, seq: index + 1 }] : [],
  );
  const cards = lines.flatMap((line) => (line.is === 'customer' ? [line.customer] : []));
  const customers = new Map(cards.map((customer) => [foldName(customer.name), customer]));
  for (const { customer: name } of entries) {
    if (!customers.has(foldName(name))) customers.set(foldName(name), { name });
  }
  return {
    settings: lines.find((line) => line.is === 'settings')?.settings ?? {},
    people: lines.flatMap((line) => (line.is === 'person' ? [line.person] : [])),
    accounts: [...customers].map(([folded, customer]) => ({
      customer,
      entries: entries.filter((entry) => foldName(entry.customer) === folded),
    })),
  };
}

import type { Invoice } from '../import/paid-invoices.ts';
import type { Customer, Entry, Recorded } from '../journal/entry.ts';
import { isSettled, ledgerOf } from '../practice/ledger.ts';
import type { Given } from './import-format.ts';
import { readingFrom } from './opening.ts';

/** What payments are held against. */
export interface KnownMoney {
  readonly customers: readonly Customer[];
  readonly invoices: readonly Invoice[];
  /** What imports brought before, by its id. */
  readonly before: ReadonlyMap<string, Entry>;
}

const MONEY = ['promise', 'done', 'broken', 'waived', 'moved', 'paid', 'won', 'income'] as const;

export const knownMoney = ({ world, options }: Given): KnownMoney =>
  readingFrom(world, options.db, (store) => {
    const stored = store?.customers() ?? [];
    const accounts = stored.map((each) => store?.entriesOfTypes(each, MONEY) ?? []);
    const imported = accounts.flat().filter(({ source }) => source !== undefined);
    return {
      customers: stored.map(({ card }) => card),
      before: new Map(imported.map((entry) => [entry.id, entry])),
      invoices: accounts.flatMap(invoicesIn),
    };
  });

const invoicesIn = (entries: readonly Recorded[]): readonly Invoice[] =>
  entries
    .filter((entry) => entry.type === 'promise')
    .filter(({ kind, by }) => kind === 'payment' && by === 'them')
    .map((promise) => {
      const ledger = ledgerOf(entries, promise);
      const { id, customer, number, amount } = promise;
      const { owed, countedBy } = ledger;
      const isCounted = countedBy !== undefined;
      return { id, customer, number, amount, owed, isOpen: !isSettled(ledger), isCounted };
    });

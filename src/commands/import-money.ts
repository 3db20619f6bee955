import type { OpenInvoice } from '../import/open-invoices.ts';
import type { Customer, Entry } from '../journal/entry.ts';
import { unsettled } from '../practice/ledger.ts';
import type { Given } from './import-format.ts';
import { readingFrom } from './opening.ts';

/** What payments are held against. */
export interface KnownMoney {
  readonly customers: readonly Customer[];
  readonly open: readonly OpenInvoice[];
  /** What imports brought before, by its id. */
  readonly before: ReadonlyMap<string, Entry>;
}

const MONEY = ['promise', 'done', 'broken', 'waived', 'moved', 'paid', 'won', 'income'] as const;

export const knownMoney = ({ world, options }: Given): KnownMoney =>
  readingFrom(world, options.db, (store) => {
    const stored = store?.customers() ?? [];
    const accounts = stored.map(({ key }) => store?.entriesOfTypes(key, MONEY) ?? []);
    const imported = accounts.flat().filter(({ source }) => source !== undefined);
    return {
      customers: stored.map(({ card }) => card),
      before: new Map(imported.map((entry) => [entry.id, entry])),
      open: accounts
        .flatMap((entries) => unsettled(entries))
        .filter(({ promise }) => promise.kind === 'payment' && promise.by === 'them')
        .map(({ promise, owed, countedBy }) => ({
          id: promise.id,
          customer: promise.customer,
          number: promise.number,
          owed,
          isCounted: countedBy !== undefined,
        })),
    };
  });

import type { Customer } from '../journal/entry.ts';
import { operationOf } from './addition-operations.ts';
import type { Addition } from './addition-rows.ts';
import { FormerNames } from './former-names.ts';
import { lineOfOperation } from './operation-line.ts';
import type { Finds, SavedRow } from './salvage-find.ts';
import { savedText } from './saved-text.ts';
import type { KeptOperation } from './salvage-log.ts';

/** The operations of runs of added entries: those whose entry is left. @param rows the operations that have a row */
export function addedOperations(
  rows: readonly KeptOperation[],
  finds: Finds,
): readonly KeptOperation[] {
  const names = new FormerNames(
    rows.flatMap(({ kind, seq, subject, before }) =>
      kind === 'customer' && before !== null ? [[seq, subject, before] as const] : [],
    ),
  );
  const owners = ownersIn(rows, finds);
  const entries = finds.rows('entry');
  return [...finds.rows('addition').values()].map(additionOf).flatMap((run) =>
    Array.from({ length: run.count }, (_, at) => entries.get(run.number + at)).flatMap(
      (entry): readonly KeptOperation[] => {
        const owner = owners.get(Number(entry?.values[2]));
        if (entry === undefined || owner === undefined) return [];
        const seq = run.first + entry.key - run.number;
        const text = savedText(entry, names.at(seq, owner.id, owner.name));
        return [{ ...operationOf(run, text, owner.id), change: run.change }];
      },
    ),
  );
}

/** The customers by key: as their cards are, else as they were when they were last told of. */
function ownersIn(rows: readonly KeptOperation[], finds: Finds) {
  const owners = new Map<number, { readonly id: string; readonly name: string }>();
  for (const { kind, number, subject, before, after } of rows) {
    if (kind !== 'customer' || number === null) continue;
    const line = lineOfOperation(after ?? before ?? '');
    if (line.is === 'customer') owners.set(number, { id: subject, name: line.customer.name });
  }
  for (const { key, values } of finds.rows('customer').values()) {
    const { name } = JSON.parse(String(values[3])) as Customer;
    owners.set(key, { id: String(values[1]), name });
  }
  return owners;
}

function additionOf({ key, values }: SavedRow): Addition {
  const [, id, change, number, count, clock] = values as unknown as readonly [
    number,
    string,
    number,
    number,
    number,
    string,
  ];
  return { first: key, id, change, number, count, clock };
}

import type { Day } from '../journal/days.ts';
import type { Change, Operation } from './operation-rows.ts';
import type { Reversal } from './reversal-rows.ts';
import type { Finds, SavedRow } from './salvage-find.ts';

export type KeptOperation = Operation & { readonly seq: number; readonly change: number };
export type KeptChange = Change & { readonly key: number };

/** What is left of the record of all that was ever done. */
export interface KeptLog {
  /** In their order. */
  readonly operations: readonly KeptOperation[];
  readonly changes: ReadonlyMap<number, KeptChange>;
  readonly reversals: readonly (Reversal & { readonly key: number })[];
  /** The last that is known of each subject, by `KIND ID`. */
  readonly last: ReadonlyMap<string, KeptOperation>;
  /** From this operation on none is missing; 0 where none is missing at all. */
  readonly wholeFrom: number;
}

export function keptLog(finds: Finds): KeptLog {
  const rows = inOrder(finds.rows('operation'));
  const operations = rows.map(operationOf);
  const changes = new Map(inOrder(finds.rows('change')).map((row) => [row.key, changeOf(row)]));
  return {
    operations,
    changes,
    reversals: inOrder(finds.rows('reversal')).map(reversalOf),
    last: new Map(operations.map((each) => [`${each.kind} ${each.subject}`, each])),
    wholeFrom: wholeFrom(rows, finds),
  };
}

const inOrder = (rows: ReadonlyMap<number, SavedRow>): readonly SavedRow[] =>
  [...rows.values()].sort((a, b) => a.key - b.key);

/**
 * Numbers are missing where operations were lost, and where `rel forget` took them out. Only the latter leaves
 * neighbours on one page; and where no page is damaged, nothing was lost.
 */
function wholeFrom(rows: readonly SavedRow[], { damagedPages, counters }: Finds): number {
  if (damagedPages.size === 0) return 0;
  const lastGiven = counters.get('operation') ?? Number.POSITIVE_INFINITY;
  const last = rows.at(-1);
  if (last === undefined || last.key < lastGiven) return Number.POSITIVE_INFINITY;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const [row, before] = [rows[at], rows[at - 1]];
    if (row === undefined) break;
    if (row.key === (before?.key ?? 0) + 1) continue;
    const areNeighbours = before?.page === row.page && before.cell + 1 === row.cell;
    if (!areNeighbours) return row.key;
  }
  return 0;
}

function operationOf({ key, values }: SavedRow): KeptOperation {
  const [, id, change, kind, subject, customer, number, before, after, clock] =
    values as unknown as readonly [
      number,
      string,
      number,
      Operation['kind'],
      string,
      string | null,
      number | null,
      string | null,
      string | null,
      string,
    ];
  return { seq: key, id, change, kind, subject, customer, number, before, after, clock };
}

function changeOf({ key, values }: SavedRow): KeptChange {
  const [, id, command, device, at, day] = values as unknown as readonly [
    number,
    string,
    string,
    string,
    string,
    Day,
  ];
  return { key, id, command, device, at, day };
}

function reversalOf({ key, values }: SavedRow): Reversal & { readonly key: number } {
  const [, change, does, target] = values as unknown as readonly [
    number,
    number,
    Reversal['does'],
    number,
  ];
  return { key, change, does, target };
}

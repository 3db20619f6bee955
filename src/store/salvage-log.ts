import type { Day } from '../journal/days.ts';
import type { Change, Operation } from './operation-rows.ts';
import type { Reversal } from './reversal-rows.ts';
import { Replay } from './replay.ts';
import { revived } from './replay-hold.ts';
import { addedOperations } from './salvage-added.ts';
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
  /** Under which id a customer or person stands who was made on several devices; each other under its own. */
  idOf(kind: 'customer' | 'person', id: string): string;
}

export function keptLog(finds: Finds): KeptLog {
  const rows = inOrder(finds.rows('operation')).map(operationOf);
  const operations = [...rows, ...addedOperations(rows, finds)].sort((a, b) => a.seq - b.seq);
  const changes = new Map(inOrder(finds.rows('change')).map((row) => [row.key, changeOf(row)]));
  return {
    operations,
    changes,
    reversals: inOrder(finds.rows('reversal')).map(reversalOf),
    last: new Map(operations.map((each) => [`${each.kind} ${each.subject}`, each])),
    wholeFrom: wholeFrom(operations, finds),
    idOf: idsIn(operations, changes),
  };
}

function idsIn(operations: readonly KeptOperation[], changes: KeptLog['changes']): KeptLog['idOf'] {
  const devices = new Set([...changes.values()].map(({ device }) => device));
  if (devices.size < 2) return (_, id) => id;
  const replay = new Replay();
  for (const each of operations)
    replay.apply({ ...each, device: changes.get(each.change)?.device ?? '' });
  revived(replay);
  return (kind, id) => replay.idOf(kind, id);
}

const inOrder = (rows: ReadonlyMap<number, SavedRow>): readonly SavedRow[] =>
  [...rows.values()].sort((a, b) => a.key - b.key);

/**
 * Numbers are missing where operations were lost, and where `rel forget` took them out. Only the latter leaves
 * neighbours on one page, unless a run of added entries stood between them; and where no page is damaged, nothing was
 * lost.
 */
function wholeFrom(operations: readonly KeptOperation[], finds: Finds): number {
  if (finds.damagedPages.size === 0) return 0;
  const lastGiven = finds.counters.get('operation') ?? Number.POSITIVE_INFINITY;
  const last = operations.at(-1);
  if (last === undefined || last.seq < lastGiven) return Number.POSITIVE_INFINITY;
  const rows = finds.rows('operation');
  const hasAllRuns = isEachAdded(operations, finds);
  for (let at = operations.length - 1; at >= 0; at -= 1) {
    const seq = operations[at]?.seq ?? 0;
    const before = operations[at - 1]?.seq ?? 0;
    if (seq === before + 1) continue;
    const [row, rowBefore] = [rows.get(seq), rows.get(before)];
    const areNeighbours =
      row !== undefined && rowBefore?.page === row.page && rowBefore.cell + 1 === row.cell;
    if (!areNeighbours || !hasAllRuns) return seq;
  }
  return 0;
}

/** Whether of each entry that is left the record says how it came in. */
function isEachAdded(operations: readonly KeptOperation[], finds: Finds): boolean {
  const told = new Set(operations.map(({ kind, number }) => (kind === 'entry' ? number : null)));
  return [...finds.rows('entry').keys(), ...finds.listed.keys()].every((seq) => told.has(seq));
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

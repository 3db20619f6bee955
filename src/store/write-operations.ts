import { lineOfText } from '../journal/entry-text.ts';
import { insertAddition } from './addition-rows.ts';
import type { Connection } from './connection.ts';
import { FormerNames } from './former-names.ts';
import { readingAfter } from './hybrid-clock.ts';
import { noteGiven } from './next-keys.ts';
import { entryTextsBetween } from './owned-texts.ts';
import { insertOperation, type Operation } from './operation-rows.ts';
import { uuidAfter } from './uuid.ts';
import { type Counted, uncounted } from './counted.ts';

/** An operation with its place among all, and the key of the change that it is part of. */
export type PlacedOperation = Operation & { readonly seq: number; readonly change: number };

/**
 * Writes a whole record of operations. Those that one run of added entries can stand for become one again: as far as the
 * entries, which must be in the journal by now, say all of it.
 * @param operations all there are, in their order
 */
export function writeOperations(
  connection: Connection,
  operations: readonly PlacedOperation[],
  counted: Counted = uncounted,
): void {
  const names = new FormerNames(
    operations.flatMap(({ kind, seq, subject, before }) =>
      kind === 'customer' && before !== null ? [[seq, subject, before] as const] : [],
    ),
  );
  /** Entries that a run stands for, by number: of several that added the same one, the first alone. */
  const standing = new Set<number>();
  let run: PlacedOperation[] = [];
  const end = (): void => {
    for (const part of run.length === 1 ? [run] : told(connection, run, names, standing))
      write(connection, part);
    run = [];
  };
  for (const operation of counted(operations, 'steps written')) {
    const last = run.at(-1);
    if (last !== undefined && !isNext(last, operation)) end();
    run.push(operation);
  }
  end();
  const last = operations.at(-1);
  if (last !== undefined) noteGiven(connection, 'operation', last.seq);
}

/** Whether the second follows from the first. */
const isNext = (one: PlacedOperation, other: PlacedOperation): boolean =>
  other.kind === 'entry' &&
  other.before === null &&
  other.change === one.change &&
  other.seq === one.seq + 1 &&
  one.number !== null &&
  other.number === one.number + 1 &&
  other.id === uuidAfter(one.id, 1) &&
  other.clock === readingAfter(one.clock, 1);

/** The run in parts: several operations for which their entries stand, or one alone. */
function told(
  connection: Connection,
  run: readonly PlacedOperation[],
  names: FormerNames,
  standing: Set<number>,
): readonly PlacedOperation[][] {
  const [first, last] = [run[0]?.number, run.at(-1)?.number];
  if (typeof first !== 'number' || typeof last !== 'number') return run.map((each) => [each]);
  const lines = new Map(
    entryTextsBetween(connection, first, last).map(({ owner, text }) => [
      text.seq,
      { owner, text },
    ]),
  );
  const parts: PlacedOperation[][] = [];
  let wasTold = false;
  for (const operation of run) {
    const entry = lines.get(operation.number ?? 0);
    const isTold =
      entry !== undefined &&
      !standing.has(entry.text.seq) &&
      operation.before === null &&
      operation.subject === entry.text.id &&
      operation.customer === entry.owner &&
      operation.after ===
        lineOfText({
          ...entry.text,
          customer: names.at(operation.seq, entry.owner, entry.text.customer),
        });
    if (isTold) standing.add(entry.text.seq);
    if (isTold && wasTold) parts.at(-1)?.push(operation);
    else parts.push([operation]);
    wasTold = isTold;
  }
  return parts;
}

function write(connection: Connection, part: readonly PlacedOperation[]): void {
  const [first] = part;
  if (first === undefined) return;
  const { seq, change, number, id, clock } = first;
  if (part.length > 1 && number !== null)
    insertAddition(connection, { first: seq, id, change, number, count: part.length, clock });
  else insertOperation(connection, seq, change, first);
}

import type { Connection } from './connection.ts';
import { fieldsOf } from './flat-line.ts';
import type { Subject } from './known-subjects.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';
import { Replay } from './replay.ts';
import { revived } from './replay-hold.ts';
import type { ReplayedSubject } from './replay-subject.ts';

/** Whether changes of other devices have come into this journal. */
export function hasOtherDevices(connection: Connection): boolean {
  const [any] = connection
    .statement('SELECT EXISTS (SELECT 1 FROM change WHERE device <> (SELECT device FROM meta))')
    .get() as readonly [number];
  return any === 1;
}

/** The ids under which a customer or person was made on the devices, this one among them. */
export function joinedWith(
  connection: Connection,
  kind: 'customer' | 'person',
  id: string,
): readonly string[] {
  if (!hasOtherDevices(connection)) return [id];
  const replay = new Replay();
  const ids = new Set([id]);
  for (const operation of allOperations(connection)) {
    replay.apply({ ...operation, device: operation.change.device });
    if (operation.kind === kind) ids.add(operation.subject);
  }
  revived(replay);
  return [...ids].filter((each) => replay.idOf(kind, each) === id);
}

/** What several devices did up to a day, put together as a sync does it. */
export class Together {
  readonly #replay = new Replay();

  /** To be told of each operation up to that day, in their order. */
  add(operation: RecordedOperation): void {
    this.#replay.apply({ ...operation, device: operation.change.device });
  }

  /** Each as it was in the end, those that are one under the id of one. */
  subjects(found: Iterable<Subject>): readonly Subject[] {
    revived(this.#replay);
    return [...found].flatMap((subject): readonly Subject[] => {
      const { kind, subject: id } = subject.first;
      if ((kind === 'customer' || kind === 'person') && this.#replay.idOf(kind, id) !== id)
        return [];
      const replayed = this.#replay.subject(kind, id);
      const last = replayed && subject.last ? asIn(replayed, subject.last) : subject.last;
      return [{ ...subject, first: this.#owned(subject.first), last: last && this.#owned(last) }];
    });
  }

  #owned(operation: RecordedOperation): RecordedOperation {
    const { customer } = operation;
    return customer === null
      ? operation
      : { ...operation, customer: this.#replay.idOf('customer', customer) };
  }
}

/** The operation as if it had left the subject as it is now. */
function asIn(subject: ReplayedSubject, operation: RecordedOperation): RecordedOperation {
  const { customer } = JSON.parse(operation.after ?? operation.before ?? '{}') as {
    readonly customer?: string;
  };
  if (!subject.alive) return { ...operation, after: null };
  const line = { ...fieldsOf(subject.line), ...(customer === undefined ? {} : { customer }) };
  return {
    ...operation,
    customer: subject.customer ?? operation.customer,
    after: JSON.stringify(line),
  };
}

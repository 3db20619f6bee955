import type { Connection } from './connection.ts';
import { fieldsOf } from './flat-line.ts';
import type { Subject } from './known-subjects.ts';
import { allOperations, type RecordedOperation } from './operation-rows.ts';
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

/** The ids under which a customer was made on the devices, this one among them. */
export function joinedWith(connection: Connection, customer: string): readonly string[] {
  if (!hasOtherDevices(connection)) return [customer];
  const replay = new Replay();
  const ids = new Set([customer]);
  for (const operation of allOperations(connection)) {
    replay.apply({ ...operation, device: operation.change.device });
    if (operation.kind === 'customer') ids.add(operation.subject);
  }
  revived(replay);
  return [...ids].filter((id) => replay.idOf('customer', id) === customer);
}

/** What several devices did up to a day, put together as a sync does it. */
export class Together {
  readonly #replay = new Replay();

  /** The operation, with the line as it was then: what another device had changed is in it too. */
  after(operation: RecordedOperation): RecordedOperation {
    const subject = this.#replay.apply({ ...operation, device: operation.change.device });
    return subject.isMerged && operation.after !== null ? asIn(subject, operation) : operation;
  }

  /** Those that are one under the id of one, and those that others need although they were taken away. */
  subjects(found: ReadonlyMap<string, Subject>): readonly Subject[] {
    const lives = new Set(revived(this.#replay));
    const merged = new Set([...lives, ...this.#replay.joined.map(({ kept }) => kept)]);
    const byKey = new Map([...merged].map((each) => [`${each.kind} ${each.id}`, each]));
    return [...found].flatMap(([key, subject]): readonly Subject[] => {
      const { kind, subject: id } = subject.first;
      if ((kind === 'customer' || kind === 'person') && this.#replay.idOf(kind, id) !== id)
        return [];
      const together = byKey.get(key);
      const last = together && subject.last ? asIn(together, subject.last) : subject.last;
      return [
        {
          ...subject,
          first: this.#owned(subject.first),
          last: last && this.#owned(last),
          stands: together?.alive ?? subject.stands,
        },
      ];
    });
  }

  #owned(operation: RecordedOperation): RecordedOperation {
    const { customer } = operation;
    return customer === null
      ? operation
      : { ...operation, customer: this.#replay.idOf('customer', customer) };
  }
}

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

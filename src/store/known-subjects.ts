import { type Day, parseDay } from '../journal/days.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { hasOtherDevices, Together } from './known-together.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';
import { undoingChanges } from './reversal-rows.ts';

/** An entry, a card, or the settings, by what was ever done to it. */
export interface Subject {
  /** What made it. */
  readonly first: RecordedOperation;
  /** The last that was done by the end of the day; undefined where all of it came later. */
  readonly last: RecordedOperation | undefined;
  /** False where an undo took back that it was ever made. */
  readonly stands: boolean;
}

/** A line of the journal, and the id of the customer that it belongs to. */
export interface Version {
  readonly line: string;
  readonly customer: string;
}

/** Every subject there ever was, of one kind, in the order of its numbers. */
export type Subjects = Readonly<Record<RecordedOperation['kind'], readonly Subject[]>>;

export function subjectsBy(connection: Connection, known: Day): Subjects {
  const undoing = undoingChanges(connection);
  const found = new Map<string, { -readonly [Key in keyof Subject]: Subject[Key] }>();
  const together = hasOtherDevices(connection) ? new Together() : undefined;
  for (const operation of allOperations(connection)) {
    const key = `${operation.kind} ${operation.subject}`;
    const subject = found.get(key) ?? {
      first: operation,
      last: undefined,
      stands: true,
    };
    if (operation.change.day <= known) {
      subject.last = operation;
      together?.add(operation);
    }
    subject.stands = operation.after !== null || !undoing.has(operation.change.id);
    found.set(key, subject);
  }
  const subjects = [...(together?.subjects(found.values()) ?? found.values())].sort(
    (a, b) => numberOf(a) - numberOf(b),
  );
  const of = (kind: RecordedOperation['kind']): readonly Subject[] =>
    subjects.filter(({ first }) => first.kind === kind);
  return {
    settings: of('settings'),
    customer: of('customer'),
    person: of('person'),
    entry: of('entry'),
  };
}

export const numberOf = ({ first }: Subject): number => first.number ?? 0;

/** The line as it was left by then; undefined where it was taken out again. */
export const lastVersion = ({ last }: Subject): Version | undefined =>
  last === undefined || last.after === null ? undefined : version(last, last.after);

/** The line as it was made, whenever that was. */
export function firstVersion({ first }: Subject): Version {
  if (first.after === null) throw damaged(`operation ${first.seq}`);
  return version(first, first.after);
}

const version = ({ customer }: RecordedOperation, line: string): Version => ({
  line,
  customer: customer ?? '',
});

/** The day from which an entry counts: when it was entered, where that is not known when it happened. */
export function arrivalOf(entry: Subject): Day {
  const { recordedAt, on } = JSON.parse(firstVersion(entry).line) as Readonly<
    Record<string, string | undefined>
  >;
  const day = parseDay((recordedAt ?? on ?? '').slice(0, 10));
  if (day === undefined) throw damaged(`operation ${entry.first.seq}`);
  return day;
}

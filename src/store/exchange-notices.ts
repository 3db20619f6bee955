import type { Joined } from './replay.ts';
import type { ReplayedBook } from './replay-book.ts';
import type { Conflict, ReplayedSubject } from './replay-subject.ts';

/** What something is called: its kind, its name or type, and its number where it has one. */
interface Called {
  readonly kind: ReplayedSubject['kind'];
  /** The name of a customer or person, the type of an entry. */
  readonly name: string | null;
  /** Of an entry, as it is now. */
  readonly number: number | null;
}

/** What the seller should know of how changes of several devices were put together. */
export type ExchangeNotice =
  | ({ readonly is: 'joined' } & Called)
  /** It was taken away, and lives again as something else needs it. */
  | ({ readonly is: 'kept' } & Called)
  /** Two devices changed the same; a value is the JSON of it, null where there is none. */
  | ({
      readonly is: 'conflict';
      /** Null where one device took away what the other one changed. */
      readonly field: string | null;
      readonly kept: string | null;
      readonly other: string | null;
    } & Called);

/**
 * What is new in the book after an exchange, compared with the one before. Of what happened between other devices alone
 * these were told themselves.
 */
export function noticesOf(before: ReplayedBook, after: ReplayedBook): readonly ExchangeNotice[] {
  const [old, now] = [keyedNotices(before), keyedNotices(after)];
  const known = new Set(before.replay.subjects().flatMap(idsIn));
  return [...now].flatMap(([key, { notice, ids }]) =>
    old.has(key) || !ids.some((id) => known.has(id)) ? [] : [notice],
  );
}

/** Of the thing itself, and of all that was done to it. */
const idsIn = ({ id, operations }: ReplayedSubject): readonly string[] => [
  id,
  ...operations.flatMap((operation) => [operation.subject, operation.id]),
];

interface Keyed {
  readonly notice: ExchangeNotice;
  /** A journal that knew one of these has to be told. */
  readonly ids: readonly string[];
}

function keyedNotices({ replay, revived, numbers }: ReplayedBook): ReadonlyMap<string, Keyed> {
  const called = (subject: ReplayedSubject): Called => calledBy(subject, numbers);
  const notices = new Map<string, Keyed>();
  for (const { kept, gone } of replay.joined)
    notices.set(keyOfJoined({ kept, gone }), {
      notice: { is: 'joined', ...called(kept) },
      ids: [kept.id, gone.id],
    });
  for (const subject of revived)
    notices.set(`kept ${subject.kind} ${subject.id}`, {
      notice: { is: 'kept', ...called(subject) },
      ids: [subject.id],
    });
  for (const subject of replay.subjects())
    for (const conflict of subject.conflicts)
      if (subject.isOpen(conflict))
        notices.set(keyOfConflict(conflict), {
          notice: conflictNotice(conflict, called(subject)),
          ids: [conflict.by.id, conflict.against.id],
        });
  return notices;
}

const conflictNotice = ({ field, kept, other }: Conflict, called: Called): ExchangeNotice => ({
  is: 'conflict',
  ...called,
  field: field === undefined ? null : fieldName(field),
  kept,
  other,
});

const keyOfJoined = ({ kept, gone }: Joined): string => `joined ${kept.id} ${gone.id}`;

const keyOfConflict = ({ field, by, against }: Conflict): string =>
  `conflict ${field ?? ''} ${by.id} ${against.id}`;

/** `rules.reciprocity.favours` */
const fieldName = (path: string): string => (JSON.parse(path) as readonly string[]).join('.');

function calledBy(subject: ReplayedSubject, numbers: ReadonlyMap<string, number>): Called {
  const { kind, id, line } = subject;
  const name = line.get(kind === 'entry' ? '["type"]' : '["name"]');
  return {
    kind,
    name: name === undefined ? null : String(JSON.parse(name)),
    number: kind === 'entry' ? (numbers.get(`entry ${id}`) ?? null) : null,
  };
}

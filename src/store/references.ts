import type { Connection } from './connection.ts';
import { entryById } from './entry-rows.ts';

/** An entry whose `ref` names nothing it may refer to. */
export interface RefProblem {
  /** The offending entry. */
  readonly id: string;
  readonly seq: number;
  readonly ref: string;
  /** One line: which entry, and what is wrong with its reference. */
  readonly message: string;
}

type Reference = readonly [
  seq: number,
  id: string,
  type: string,
  ref: string,
  targetType: string | null,
  sameCustomer: number | null,
];

const SELECT = `
  SELECT entry.seq, entry.id, entry.type, entry.ref, target.type, target.customer = entry.customer
  FROM entry LEFT JOIN entry AS target ON target.id = entry.ref`;

const OF_A_PROMISE = new Set(['done', 'broken', 'waived', 'moved', 'paid']);
const OCCASIONS = new Set(['spoke', 'tried', 'heard', 'sent', 'work']);

/**
 * The references that a transaction may have broken. They are checked at its end, so that an entry
 * may come before the one it refers to, and a promise and what resolved it may be taken away in any
 * order.
 */
export class References {
  readonly #connection: Connection;
  /** By number: the id of one of many may be a part of a longer text, which it would keep. */
  readonly #from = new Set<number>();
  readonly #to = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** An entry with a `ref` was written. @param seq its number */
  made(seq: number): void {
    this.#from.add(seq);
  }

  /** An entry that others may refer to was changed or removed. */
  touched(id: string): void {
    this.#to.add(id);
  }

  /** Those that do not hold now, in no particular order. */
  problems(): readonly RefProblem[] {
    const found = new Map<string, RefProblem>();
    this.#collect(this.#from, 'entry.seq = ? AND entry.ref IS NOT NULL', found);
    this.#collect(this.#to, 'entry.ref = ?', found);
    return [...found.values()];
  }

  #collect(
    wanted: ReadonlySet<string | number>,
    where: string,
    found: Map<string, RefProblem>,
  ): void {
    for (const reference of this.#references(wanted, where)) {
      const wrong = this.#wrong(reference);
      if (wrong === undefined) continue;
      const [seq, id, type, ref] = reference;
      found.set(id, {
        id,
        seq,
        ref,
        message: `entry ${seq} (${type}, ${id}): ref ${JSON.stringify(ref)} ${wrong}`,
      });
    }
  }

  *#references(wanted: ReadonlySet<string | number>, where: string): Generator<Reference> {
    for (const each of wanted)
      yield* this.#connection.statement(`${SELECT} WHERE ${where}`).all(each) as Reference[];
  }

  #wrong([, , type, ref, targetType, sameCustomer]: Reference): string | undefined {
    if (targetType === null) return 'names no entry';
    if (sameCustomer !== 1) return "is another customer's entry";
    if (OF_A_PROMISE.has(type) && targetType !== 'promise')
      return `is not a promise but: ${targetType}`;
    if (type === 'paid' && !this.#isPayment(ref)) return 'is a promise, but not one of payment';
    if (type === 'accept' && !OCCASIONS.has(targetType))
      return `is not an occasion but: ${targetType}`;
    return undefined;
  }

  #isPayment(id: string): boolean {
    const promise = entryById(this.#connection, id);
    return promise?.type === 'promise' && promise.kind === 'payment';
  }
}

import { readLine } from '../journal/line.ts';
import { fieldsOf, type FlatLine, flatLine, isSameLine } from './flat-line.ts';
import type { Operation } from './operation-rows.ts';

/** An operation and the device that made it. */
export type DatedOperation = Omit<Operation, 'number'> & { readonly device: string };

/** What one device said of something, and another one otherwise, each without knowing of the other. */
export interface Conflict {
  /** The field; undefined where one device took away what another one changed. */
  readonly field: string | undefined;
  /** As JSON; null where there is nothing. */
  readonly kept: string | null;
  readonly other: string | null;
  readonly by: DatedOperation;
  readonly against: DatedOperation;
}

/** The customer of a line is found by id, and what a card is found by is no field of it. */
const APART: Readonly<Record<Operation['kind'], ReadonlySet<string>>> = {
  settings: new Set(),
  customer: new Set(['id']),
  person: new Set(['id', 'customer']),
  entry: new Set(['customer']),
};

/** The place in the one order that the operations of all devices have. */
export const placeOf = ({ clock, id }: Pick<Operation, 'clock' | 'id'>): string => `${clock} ${id}`;

/** An entry, a card, or the settings, while all that was ever done to it is done once more. */
export class ReplayedSubject {
  readonly kind: Operation['kind'];
  readonly id: string;
  /** Where in the order it was made. */
  readonly born: string;
  /** The operations on it, and on those that have become one with it. */
  readonly operations: DatedOperation[] = [];
  readonly conflicts: Conflict[] = [];
  customer: string | null = null;
  /** As it is, or was before it was taken away. */
  line: FlatLine = new Map();
  readonly #setBy = new Map<string, DatedOperation>();
  /** The ids under which it is there: several where several devices made it. */
  readonly #aliveAs = new Set<string>();

  constructor(first: DatedOperation) {
    this.kind = first.kind;
    this.id = first.subject;
    this.born = placeOf(first);
  }

  get alive(): boolean {
    return this.#aliveAs.size > 0;
  }

  /** It lives again, as something needs it. */
  revive(): void {
    this.#aliveAs.add(this.id);
  }

  apply(operation: DatedOperation): void {
    const apart = APART[this.kind];
    const [before, after] = [operation.before, operation.after].map((text) =>
      text === null ? undefined : flatLine(text, apart),
    );
    const previous = this.operations.at(-1);
    this.operations.push(operation);
    if (after === undefined) this.#takeAway(operation, before, previous);
    else this.#change(operation, before, after, previous);
  }

  #takeAway(
    by: DatedOperation,
    before: FlatLine | undefined,
    against: DatedOperation | undefined,
  ): void {
    const count = this.#aliveAs.size;
    const isWhole = before !== undefined && isSameLine(before, this.line);
    // Who takes away what another device made as well, and does not know of that, takes away their own alone.
    if (isWhole && by.subject === this.id) this.#aliveAs.clear();
    else this.#aliveAs.delete(by.subject);
    if (count > 0 && !this.alive && !isWhole && against !== undefined)
      this.conflicts.push({ field: undefined, kept: null, other: textOf(this.line), by, against });
  }

  #change(
    by: DatedOperation,
    before: FlatLine | undefined,
    after: FlatLine,
    against: DatedOperation | undefined,
  ): void {
    if (before === undefined || isOtherCustomer(by)) this.customer = by.customer;
    if (before !== undefined && !this.alive && against !== undefined)
      this.conflicts.push({ field: undefined, kept: textOf(after), other: null, by, against });
    const isNew = before === undefined && !this.alive;
    this.#aliveAs.add(by.subject);
    const isMerged = !isNew && !isSameLine(before ?? new Map(), this.line);
    const known = isNew ? this.line : (before ?? new Map<string, string>());
    const changed = [...new Set([...known.keys(), ...after.keys()])].filter(
      (field) =>
        known.get(field) !== after.get(field) && (before !== undefined || after.has(field)),
    );
    if (isMerged) this.#merge(by, known, after, changed);
    else this.line = after;
    for (const field of changed) this.#setBy.set(field, by);
  }

  #merge(by: DatedOperation, known: FlatLine, after: FlatLine, changed: readonly string[]): void {
    const merged = new Map(this.line);
    for (const field of changed) {
      const [now, other] = [after.get(field), this.line.get(field)];
      const against = this.#setBy.get(field);
      if (other !== known.get(field) && other !== now && against !== undefined)
        this.conflicts.push({ field, kept: now ?? null, other: other ?? null, by, against });
      if (now === undefined) merged.delete(field);
      else merged.set(field, now);
    }
    // What only one of the two types of entry has would make a line that is none.
    this.line = isLine(merged, this.kind) ? merged : after;
  }

  /** Takes in what was made on another device under the same name; per field the later one counts. */
  join(other: ReplayedSubject): void {
    const line = new Map(this.line);
    for (const [field, by] of other.#setBy) {
      // They have one name, in whichever spelling; the one made first keeps its own.
      if (field === NAME) continue;
      const own = this.#setBy.get(field);
      const [mine, theirs] = [line.get(field), other.line.get(field)];
      if (own !== undefined && placeOf(own) > placeOf(by)) {
        this.#differ(field, mine, theirs, own, by);
        continue;
      }
      if (own !== undefined) this.#differ(field, theirs, mine, by, own);
      if (theirs === undefined) line.delete(field);
      else line.set(field, theirs);
      this.#setBy.set(field, by);
    }
    this.line = line;
    for (const id of other.#aliveAs) this.#aliveAs.add(id);
    this.operations.push(...other.operations);
    this.operations.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    this.conflicts.push(...other.conflicts);
  }

  #differ(
    field: string,
    kept: string | undefined,
    other: string | undefined,
    by: DatedOperation,
    against: DatedOperation,
  ): void {
    if (kept !== other)
      this.conflicts.push({ field, kept: kept ?? null, other: other ?? null, by, against });
  }

  /** Whether nobody has decided between the two since. */
  isOpen({ field, by }: Conflict): boolean {
    return field === undefined
      ? this.operations.at(-1) === by
      : this.alive && this.#setBy.get(field) === by;
  }
}

const NAME = '["name"]';

const customerIn = (text: string | null): unknown =>
  text === null ? undefined : (JSON.parse(text) as { readonly customer?: unknown }).customer;

/** Its customer is another one than before: names are one customer's alone. */
const isOtherCustomer = ({ before, after, kind }: DatedOperation): boolean =>
  (kind === 'entry' || kind === 'person') && customerIn(before) !== customerIn(after);

const textOf = (line: FlatLine): string => JSON.stringify(fieldsOf(line));

const isLine = (line: FlatLine, kind: Operation['kind']): boolean =>
  readLine({
    ...fieldsOf(line),
    ...(kind === 'entry' || kind === 'person' ? { customer: 'somebody' } : {}),
  }).problem === undefined;

import { foldName } from '../journal/fold-name.ts';
import { type DatedOperation, ReplayedSubject } from './replay-subject.ts';

/** Two that were made on two devices under one name, and are one. */
export interface Joined {
  readonly kept: ReplayedSubject;
  readonly gone: ReplayedSubject;
}

const byBirth = (a: ReplayedSubject, b: ReplayedSubject): number => (a.born < b.born ? -1 : 1);

/**
 * Does once more all that was ever done, in the one order that the operations of all devices have. What comes of it
 * depends on nothing but which operations there are.
 *
 * Of each field the latest change counts, and of each thing the last that was done decides whether it is there. Two
 * customers of one name become one from then on, under the id of the one made first; so do two people of one customer.
 */
export class Replay {
  readonly #subjects = new Map<string, ReplayedSubject>();
  /** From the subject that was taken in to the one that took it in. */
  readonly #into = new Map<string, string>();
  readonly #named = new Map<string, ReplayedSubject>();
  readonly #nameOf = new Map<ReplayedSubject, string>();
  readonly joined: Joined[] = [];

  /** To be called in the order of the operations. Returns what it was done to. */
  apply(operation: DatedOperation): ReplayedSubject {
    const own = `${operation.kind} ${operation.subject}`;
    const key = this.#resolved(own);
    const subject = this.#subjects.get(key) ?? new ReplayedSubject(operation);
    this.#subjects.set(key, subject);
    subject.apply(operation);
    if (operation.kind === 'entry' || operation.kind === 'settings') return subject;
    return this.settle(subject);
  }

  /** All there ever were, save those that have become one with another; in the order in which they were made. */
  subjects(): readonly ReplayedSubject[] {
    return [...this.#subjects.values()].sort(byBirth);
  }

  subject(kind: ReplayedSubject['kind'], id: string): ReplayedSubject | undefined {
    return this.#subjects.get(`${kind} ${id}`);
  }

  /** Whose it is now; undefined where it is nobody's, or its customer was never heard of. */
  customerOf({ customer }: ReplayedSubject): ReplayedSubject | undefined {
    return this.#subjects.get(this.#resolved(`customer ${customer ?? ''}`));
  }

  /** The id under which a customer or person goes now. */
  idOf(kind: 'customer' | 'person', id: string): string {
    return this.#resolved(`${kind} ${id}`).slice(kind.length + 1);
  }

  /** Gives the customer or person its name, which another one may have; returns the one that has it in the end. */
  settle(subject: ReplayedSubject): ReplayedSubject {
    this.#release(subject);
    if (!subject.alive) return subject;
    const name = this.#fullName(subject);
    const other = this.#named.get(name);
    if (other === undefined) {
      this.#named.set(name, subject);
      this.#nameOf.set(subject, name);
      return subject;
    }
    return this.#join(subject, other);
  }

  #join(a: ReplayedSubject, b: ReplayedSubject): ReplayedSubject {
    const [kept, gone] = a.born < b.born ? [a, b] : [b, a];
    for (const each of [kept, gone]) this.#release(each);
    this.joined.push({ kept, gone });
    this.#subjects.delete(`${gone.kind} ${gone.id}`);
    this.#into.set(`${gone.kind} ${gone.id}`, `${kept.kind} ${kept.id}`);
    kept.join(gone);
    const settled = this.settle(kept);
    if (kept.kind === 'customer') this.#settlePeopleOf(settled);
    return settled;
  }

  #settlePeopleOf(customer: ReplayedSubject): void {
    const theirs = [...this.#subjects.values()]
      .filter((each) => each.kind === 'person' && each.alive && this.customerOf(each) === customer)
      .sort(byBirth);
    for (const person of theirs) if (this.#subjects.has(`person ${person.id}`)) this.settle(person);
  }

  #release(subject: ReplayedSubject): void {
    const name = this.#nameOf.get(subject);
    if (name !== undefined && this.#named.get(name) === subject) this.#named.delete(name);
    this.#nameOf.delete(subject);
  }

  #fullName(subject: ReplayedSubject): string {
    const name = foldName(String(JSON.parse(subject.line.get('["name"]') ?? '""')));
    return subject.kind === 'customer'
      ? `customer ${name}`
      : `person ${this.idOf('customer', subject.customer ?? '')} ${name}`;
  }

  #resolved(key: string): string {
    let at = key;
    for (let next = this.#into.get(at); next !== undefined; next = this.#into.get(at)) at = next;
    return at;
  }
}

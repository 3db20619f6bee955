import type { Connection } from './connection.ts';

/** A step on the card of a customer who was there before. */
type CardStep = readonly [seq: number, subject: string, before: string];

/** How customers were called when an operation was recorded, by what was done to their cards since. */
export class FormerNames {
  readonly #names = new Map<string, { readonly until: number; readonly name: string }[]>();

  /** @param steps in their order */
  constructor(steps: Iterable<CardStep>) {
    for (const [until, subject, before] of steps) {
      const { name } = JSON.parse(before) as { readonly name: string };
      const names = this.#names.get(subject) ?? [];
      names.push({ until, name });
      this.#names.set(subject, names);
    }
  }

  /** @param now how the customer is called today */
  at(seq: number, customer: string, now: string): string {
    return this.#names.get(customer)?.find(({ until }) => until > seq)?.name ?? now;
  }
}

export const formerNames = (connection: Connection): FormerNames =>
  new FormerNames(
    connection
      .statement(
        `SELECT seq, subject, before FROM operation
         WHERE kind = 'customer' AND before IS NOT NULL ORDER BY seq`,
      )
      .all() as CardStep[],
  );

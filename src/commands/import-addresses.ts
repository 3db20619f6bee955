import { nameOf } from '../import/mail-found.ts';
import type { MailAddress } from '../import/mail.ts';
import { counted } from '../journal/counted.ts';
import type { Customer } from '../journal/entry.ts';
import { quoted, quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';

const TOLD = 8;
/** Of a mailbox with more of them, the others are not counted. */
const MOST_COUNTED = 200_000;
/** A shorter word of a name is in too many domains. */
const SHORTEST_WORD = 4;

interface Counted {
  readonly name: string | undefined;
  readonly count: number;
}

/** Those who are known by nothing, with how often they were met. */
export class UnknownAddresses {
  readonly #customers: readonly Customer[];
  readonly #met = new Map<string, Counted>();

  constructor(customers: readonly Customer[]) {
    this.#customers = customers;
  }

  add(addresses: readonly MailAddress[]): void {
    for (const each of addresses) {
      if (each.address === '') continue;
      const before = this.#met.get(each.address);
      if (before === undefined && this.#met.size >= MOST_COUNTED) continue;
      this.#met.set(each.address, {
        name: before?.name ?? nameOf(each),
        count: (before?.count ?? 0) + 1,
      });
    }
  }

  /** The most frequent ones, and what to type so that they come in. */
  told(): readonly string[] {
    const sorted = [...this.#met].sort(
      ([one, { count: a }], [other, { count: b }]) => b - a || (one < other ? -1 : 1),
    );
    const [first] = sorted;
    if (first === undefined) return [];
    const told = sorted
      .slice(0, TOLD)
      .map(([address, { name, count }]) =>
        visible(`  ${counted(count, 'time')} ${name === undefined ? '' : `${name} `}<${address}>`),
      );
    const more = sorted.length > TOLD ? [`  and ${sorted.length - TOLD} more`] : [];
    return [
      'nobody here has these addresses:',
      ...told,
      ...more,
      `to know one, and import again: ${this.#example(...first)}`,
    ];
  }

  #example(address: string, { name }: Counted): string {
    const who = quotedName(name ?? address.split('@')[0] ?? '');
    const where = this.#likeDomain(address);
    return `rel add person ${who} --at ${where === undefined ? 'CUSTOMER' : quoted(where)} --email ${quoted(address)}`;
  }

  /** The customer of whose name a word is in the domain. */
  #likeDomain(address: string): string | undefined {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return this.#customers.find(({ name }) =>
      name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.length >= SHORTEST_WORD && domain.includes(word)),
    )?.name;
  }
}

import { foldName } from '../journal/fold-name.ts';
import type { EntryRecord } from './row-entry.ts';
import { textOf, type Values } from './row-values.ts';

/** An activity of several is with the first of them, unless a customer is called so as a whole. */
export function withFirst(
  values: Values,
  between: string,
  known: ReadonlyMap<string, unknown>,
): Values {
  const [customer, person] = [textOf(values, 'customer'), textOf(values, 'person')];
  const first = (names: string): string | undefined =>
    names
      .split(between)
      .find((name) => name.trim() !== '')
      ?.trim();
  return {
    ...values,
    customer: known.has(foldName(customer)) ? customer : first(customer),
    person: first(person),
  };
}

/** `Dana Whitfield (dana@harlan.test)`, as some write a person. */
export function withBareName(values: Values): Values {
  const [, name] = /^(.*\S) *[(<][^\s()<>]+@[^\s()<>]+[)>]$/.exec(textOf(values, 'person')) ?? [];
  return name === undefined ? values : { ...values, person: name };
}

/** Between several in a cell: Google’s own sign; a line of each column; of addresses, what people write, too. */
const BETWEEN = { email: /\n|:::|[;,]/, phone: /\n|:::/ } as const;

/** Mail addresses or numbers of a person, each once, as a card of the journal has them. */
export function severalOf(values: Values, field: keyof typeof BETWEEN): EntryRecord {
  if (values[field] === undefined) return {};
  const all = new Map<string, string>();
  for (const part of textOf(values, field).split(BETWEEN[field])) {
    const each = part.trim();
    if (each !== '' && !all.has(each.toLowerCase())) all.set(each.toLowerCase(), each);
  }
  return { [field]: [...all.values()].join(', ') };
}

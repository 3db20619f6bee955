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

/** Google puts this between several of one kind in a cell. */
export const severalOf = (values: Values, field: string): EntryRecord =>
  values[field] === undefined ? {} : { [field]: textOf(values, field).replaceAll(' ::: ', ', ') };

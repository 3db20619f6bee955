import { addDays, type Day, formatDay, parseDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { EntryRecord } from './row-entry.ts';
import type { Values } from './row-values.ts';
import { LeftOutRow, WrongRow } from './table-cells.ts';

/** A promise, and what became of it. */
export interface PromiseRecord {
  readonly promise: EntryRecord;
  /** Entries that refer to it, without their `ref`. */
  readonly then: readonly EntryRecord[];
}

/** What a row must say here; a message with the field’s name where it does not. */
export function needed(values: Values, field: string, hint: string): Json {
  const value = values[field];
  if (value === undefined) throw new WrongRow(`${field} is missing`, hint);
  return value;
}

/** Throws WrongRow. */
export function promiseRecord(values: Values, today: Day): PromiseRecord {
  const moved = needed(values, 'due', 'a promise needs its day: --map COLUMN=due');
  const { customer, by, what, kind, amount, firstDue: due = moved, given: on = due } = values;
  if (values['given'] === undefined && isAfter(due, today))
    throw new WrongRow(
      'given is missing, and it is due after today',
      `map a column to it, or say since when you have known: --set given=${formatDay(today)}`,
    );
  if (by === undefined)
    throw new WrongRow('by is missing', 'say whose they are: --set by=them, or --set by=us');
  const promise = {
    type: 'promise',
    customer,
    on,
    by,
    what,
    due,
    kind,
    amount,
    number: values['invoice'],
  };
  const move = { type: 'moved', customer, on, due: moved, agreed: true };
  return { promise, then: [...(moved === due ? [] : [move]), ...resolution(values)] };
}

const isAfter = (day: Json, today: Day): boolean =>
  typeof day === 'string' && (parseDay(day) ?? today) > today;

/** Throws LeftOutRow for what is done, nobody knows when. */
function resolution(values: Values): readonly EntryRecord[] {
  const { customer, status = 'open', resolvedOn } = values;
  if (resolvedOn !== undefined)
    return [{ type: status === 'open' ? 'done' : status, customer, on: resolvedOn }];
  // What is late, or broken by its silence, waits for its end.
  if (status === 'done')
    throw new LeftOutRow('done, and no column says when (--map COLUMN=resolvedOn)');
  return [];
}

/** Where neither the row nor the card says when it is due. */
const USUAL_TERMS_DAYS = 30;

/** @param terms of that customer, in days. Throws WrongRow, or LeftOutRow. */
export function invoiceRecord(values: Values, terms: number | undefined): PromiseRecord {
  const { customer, what, invoice, status, paidOn } = values;
  const on = needed(values, 'on', 'an invoice needs its day: --map COLUMN=on');
  const amount = needed(values, 'amount', 'map it: --map COLUMN=amount');
  if (typeof amount !== 'number' || amount < 0)
    throw new LeftOutRow('a credit note: rel keeps no negative amounts');
  if (status === 'waived') throw new LeftOutRow('void or credited');
  if (status === 'done' && paidOn === undefined)
    throw new LeftOutRow('paid, and no column says when (--map COLUMN=paidOn)');
  const day = typeof on === 'string' ? parseDay(on) : undefined;
  const due = values['due'] ?? later(day, terms ?? USUAL_TERMS_DAYS);
  const promise = {
    type: 'promise',
    customer,
    on,
    by: 'them',
    what,
    due,
    kind: 'payment',
    amount,
    number: invoice,
  };
  const paid =
    paidOn === undefined
      ? []
      : [
          { type: 'income', customer, on: paidOn, amount },
          { type: 'done', customer, on: paidOn },
        ];
  return { promise, then: paid };
}

const later = (day: Day | undefined, days: number): string | undefined =>
  day === undefined ? undefined : formatDay(addDays(day, days));

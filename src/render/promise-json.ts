import { formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Standing } from '../journal/promises.ts';

/** A promise as it stands; dates are ISO, lateness is in days. */
export function promiseJson({
  promise,
  due,
  lateness,
  resolution,
  status,
}: Standing): Readonly<Record<string, Json>> {
  return {
    number: promise.seq,
    id: promise.id,
    customer: promise.customer,
    by: promise.by,
    what: promise.what ?? null,
    given: formatDay(promise.on),
    due: formatDay(due),
    firstDue: formatDay(promise.due),
    status,
    lateness,
    resolvedOn: resolution === undefined ? null : formatDay(resolution.on),
    kind: promise.kind ?? 'task',
    amount: promise.amount ?? null,
    invoice: promise.number ?? null,
  };
}

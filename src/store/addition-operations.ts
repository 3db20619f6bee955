import { type EntryText, lineOfText } from '../journal/entry-text.ts';
import type { Addition } from './addition-rows.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { formerNames } from './former-names.ts';
import { readingAfter } from './hybrid-clock.ts';
import { entryTextsBetween } from './owned-texts.ts';
import type { Operation } from './operation-rows.ts';
import { uuidAfter } from './uuid.ts';

/** The operation that stands for an entry of a run. @param customer the id of the entry's customer */
export function operationOf(
  run: Addition,
  text: EntryText,
  customer: string,
): Operation & { readonly seq: number } {
  const steps = text.seq - run.number;
  return {
    seq: run.first + steps,
    id: uuidAfter(run.id, steps),
    kind: 'entry',
    subject: text.id,
    customer,
    number: text.seq,
    before: null,
    after: lineOfText(text),
    clock: readingAfter(run.clock, steps),
  };
}

/** The operations of a run from this place on, as they were when they were recorded. @param most as many at most */
export function operationsIn(
  connection: Connection,
  run: Addition,
  from: number,
  most: number,
): readonly (Operation & { readonly seq: number })[] {
  const skipped = from - run.first;
  const count = Math.min(run.count - skipped, most);
  const first = run.number + skipped;
  const entries = entryTextsBetween(connection, first, first + count - 1);
  if (entries.length !== count)
    throw damaged(`operations ${from} to ${from + count - 1}: entries are gone that these added`);
  const names = formerNames(connection);
  return entries.map(({ owner, text }) => {
    const customer = names.at(run.first + text.seq - run.number, owner, text.customer);
    return operationOf(run, { ...text, customer }, owner);
  });
}

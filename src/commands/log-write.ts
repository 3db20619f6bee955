import type { Recorded } from '../journal/entry.ts';
import type { Writer } from '../store/writer.ts';
import type { Plan } from './log-plan.ts';
import { sumNotices } from './order-sum.ts';

/** What was written, and what it means. */
export interface Logged {
  readonly entry: Recorded;
  readonly promises: readonly Recorded[];
  readonly notices: readonly string[];
  readonly tallies: readonly string[];
}

/** Does what was planned. */
export function writePlan(writer: Writer, plan: Plan): Logged {
  const { card, isNew, onCard, onPerson, notices, tallies } = plan;
  const stored = isNew ? writer.addCustomer(card) : undefined;
  const id = card.id ?? stored?.id;
  const entry = writer.addEntry(plan.entry);
  const promises = plan.promises.map((promise) => writer.addEntry(promise));
  if (onCard.card !== undefined && id !== undefined) writer.replaceCustomer(id, onCard.card);
  if (onPerson.newPerson !== undefined) writer.addPerson(onPerson.newPerson);
  if (onPerson.changedPerson !== undefined) writer.replacePerson(onPerson.changedPerson);
  return { entry, promises, notices: [...notices, ...sumNotices(promises)], tallies };
}

import type { Clock } from '../journal/clock.ts';
import type { Connection } from './connection.ts';
import { customerByName, deleteCustomer, updateCustomer } from './customer-rows.ts';
import { deleteEntry, updateEntryRest } from './entry-rows.ts';
import { damaged } from './failures.ts';
import { eraseFromChanges, recordForgetting } from './forget-changes.ts';
import type { ForgetPlan } from './forget-plan.ts';
import { deletePerson, updatePerson } from './person-rows.ts';
import { writeOutEntry } from './recorded-operations.ts';
import { eraseVerdicts } from './review-rows.ts';

/**
 * Does what was planned, inside the transaction in which it was planned.
 * @param isFinished whether the file holds no page of before when this is committed
 */
export function applyForgetting(
  connection: Connection,
  clock: Clock,
  plan: ForgetPlan,
  isFinished: boolean,
): void {
  const { gone, reworded } = plan;
  for (const { seq } of gone.entries) {
    writeOutEntry(connection, seq);
    deleteEntry(connection, seq);
  }
  for (const { id } of gone.people) deletePerson(connection, id);
  for (const customer of gone.customers) deleteCustomer(connection, customer);
  for (const { now } of reworded.entries) {
    writeOutEntry(connection, now.seq);
    updateEntryRest(connection, now.seq, now.rest);
  }
  for (const { now } of reworded.customers) updateCustomer(connection, now);
  for (const { now } of reworded.people) {
    const customer = customerByName(connection, now.customer);
    if (customer === undefined) throw damaged(`the customer of ${now.id} is gone`);
    updatePerson(connection, customer.key, now);
  }
  if (gone.verdicts.length > 0) eraseVerdicts(connection, plan.identity.ids);
  eraseFromChanges(connection, plan);
  recordForgetting(connection, clock, isFinished);
}

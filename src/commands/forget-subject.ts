import type { Subject } from '../export/subject.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { formerly, type ForgetOptions, lookAhead, type Outlook } from '../store/forget.ts';
import type { Whom } from '../store/forget-identity.ts';
import { journalExists } from '../store/journal-file.ts';
import { countedBy } from './counting.ts';
import { namedTarget } from './edit-target.ts';
import { readingFrom, waiting } from './opening.ts';

/** Who was named, as the user would call them. */
export interface NamedSubject {
  readonly whom: Whom;
  readonly name: string;
  /** With whom a person is; null for a customer. */
  readonly customer: string | null;
}

export const forgetOptions = (world: World): ForgetOptions => ({
  clock: world.clock,
  onWait: waiting(world),
  counted: countedBy(world),
});

/**
 * The customer or person that the words name; a customer whose card is gone is meant by the whole name alone. Throws
 * RelError('usage') where there is none, or no journal.
 */
export function subjectNamed(
  world: World,
  db: string | undefined,
  words: readonly string[],
): NamedSubject {
  const path = world.journalPath(db);
  if (!journalExists(path)) {
    throw new RelError(
      'usage',
      'nothing has been written yet, so there is nobody to find',
      'rel list shows all customers, once there are some',
    );
  }
  try {
    return readingFrom(world, db, (store) => {
      if (store === undefined) throw new Error('the journal has gone');
      const target = namedTarget(store, words);
      if (target.is === 'person') {
        const { id, name, customer } = target.person;
        return { whom: { is: 'person', id }, name, customer };
      }
      if (target.is !== 'customer') throw new Error('an entry is not forgotten');
      const { id, card } = target.customer;
      return { whom: { is: 'customer', id }, name: card.name, customer: null };
    });
  } catch (error) {
    if (!(error instanceof RelError) || error.kind !== 'usage') throw error;
    const name = words.join(' ');
    const whom = formerly(path, forgetOptions(world), name);
    if (whom === undefined) throw error;
    return { whom, name, customer: null };
  }
}

export const outlookFor = (
  world: World,
  db: string | undefined,
  { whom }: NamedSubject,
  also: readonly string[],
): Outlook => lookAhead(world.journalPath(db), forgetOptions(world), whom, also);

/** What the export about them holds. */
export function subjectIn({ name, customer }: NamedSubject, outlook: Outlook): Subject {
  const { identity, gone, reworded } = outlook.plan;
  // A customer's entries go; those in which a person took part stay without them.
  const parts = identity.is === 'person' ? reworded : { entries: [], operations: [] };
  const steps = [...gone.operations, ...parts.operations.map(({ was }) => was)];
  return {
    is: identity.is,
    name,
    customer,
    customers: gone.customers.map(({ card }) => card),
    people: gone.people,
    entries: [...gone.entries, ...parts.entries.map(({ was }) => was)],
    steps: steps.sort((a, b) => a.seq - b.seq),
    verdicts: gone.verdicts,
    mentions: outlook.mentions,
  };
}

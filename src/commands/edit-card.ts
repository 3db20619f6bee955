import { counted } from '../journal/counted.ts';
import {
  type Customer,
  CUSTOMER_FIELDS,
  type Entry,
  type Person,
  PERSON_FIELDS,
} from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import { readFields } from '../journal/fields.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';
import { noteLearned } from './note-learned.ts';
import { type Sheet, withWishes, without } from './edit-fields.ts';
import type { Wish } from './edit-words.ts';

export const CARD_SHEET: Sheet = {
  what: "a customer's card",
  fields: without(CUSTOMER_FIELDS, 'id'),
  alias: { inherited: 'inheritedFrom' },
  adding: { alias: 'aliases', need: 'needs' },
};

export const PERSON_SHEET: Sheet = {
  what: 'a person',
  fields: without(PERSON_FIELDS, 'id', 'customer'),
  alias: {},
  adding: {},
};

/** The card as it is wished; an old name stays as an alias. Throws RelError('usage'). */
export function editedCard(
  store: Store,
  { id, card }: StoredCustomer,
  wishes: readonly Wish[],
  world: World,
): Customer {
  const wished = withWishes(writeCustomer(card), wishes, CARD_SHEET, world.clock.today());
  const read = readFields(CUSTOMER_FIELDS, without(wished, 'type'));
  if (read.problem !== undefined)
    throw new RelError('usage', read.problem, 'nothing was written; see: rel edit --help');
  const edited = withOldName(card, read.value);
  refuseTaken(store, id, edited);
  return edited;
}

/** What they were called still finds them, and what they are called now is no alias. */
function withOldName(before: Customer, { aliases = [], ...after }: Customer): Customer {
  const same = (name: string) => foldName(name) === foldName(after.name);
  const names = [...aliases, ...(before.name === after.name ? [] : [before.name])];
  const kept = names.filter(
    (name, index) =>
      !same(name) && names.findIndex((each) => foldName(each) === foldName(name)) === index,
  );
  return kept.length === 0 ? after : { ...after, aliases: kept };
}

/** A name that another customer answers to would name neither. */
function refuseTaken(store: Store, id: string, { name, aliases = [] }: Customer): void {
  for (const { id: other, card } of store.customers()) {
    if (other === id) continue;
    const theirs = [card.name, ...(card.aliases ?? [])].map(foldName);
    const taken = [name, ...aliases].find((each) => theirs.includes(foldName(each)));
    if (taken === undefined) continue;
    throw new RelError(
      'usage',
      `${card.name} is already called “${taken}”`,
      'choose another name; if both are one customer: rel merge',
    );
  }
}

/** Writes the card, and that a need was found out today. Returns what else was done. */
export function keepCard(
  world: World,
  writer: Writer,
  { id, card: before }: StoredCustomer,
  card: Customer,
): readonly string[] {
  writer.replaceCustomer(id, card);
  const fresh = (card.needs ?? []).filter((need) => before.needs?.includes(need) !== true);
  if (fresh.length === 0) return [];
  return [noteLearned(world, writer, card.name, 'need', fresh.join('; '))];
}

/** The person as wished. Throws RelError('usage'). */
export function editedPerson(person: StoredPerson, wishes: readonly Wish[], world: World): Person {
  const wished = withWishes(writePerson(person), wishes, PERSON_SHEET, world.clock.today());
  const read = readFields(PERSON_FIELDS, without(wished, 'type'));
  if (read.problem !== undefined)
    throw new RelError('usage', read.problem, 'nothing was written; see: rel edit --help');
  return read.value;
}

/** Writes the person; a new name goes into the entries, which know people by name alone. */
export function keepPerson(
  world: World,
  store: Store,
  writer: Writer,
  before: StoredPerson,
  person: Person,
): readonly string[] {
  writer.replacePerson({ ...person, id: before.id });
  const notices: string[] = [];
  if (before.name !== person.name) {
    const count = renameInEntries(store, writer, before, person.name);
    if (count > 0) notices.push(`${person.name} in ${counted(count, 'entry', 'entries')}`);
  }
  if (person.win !== undefined && person.win !== before.win)
    notices.push(noteLearned(world, writer, person.customer, 'win', person.win, person.name));
  return notices;
}

function renameInEntries(
  store: Store,
  writer: Writer,
  { customer, name }: StoredPerson,
  newName: string,
): number {
  const key = store.customerByName(customer)?.key;
  const entries = key === undefined ? [] : store.entriesOf(key);
  const theirs = entries.filter(
    (entry) => 'person' in entry && foldName(entry.person) === foldName(name),
  );
  // Spreading a union forgets which member it was.
  for (const entry of theirs) writer.replaceEntry({ ...entry, person: newName } as Entry);
  return theirs.length;
}

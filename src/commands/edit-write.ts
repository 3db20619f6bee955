import { peopleNamed } from '../grammar/customers.ts';
import type { Entry, Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writeEntry, writePerson } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import { type FieldChange, fieldChanges } from '../render/field-changes.ts';
import { entryHeadline } from '../render/step-text.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';
import { effectLines, effectsOf } from './correction-effects.ts';
import { editedCard, editedPerson, keepCard, keepPerson } from './edit-card.ts';
import { editedEntry } from './edit-entry.ts';
import type { Line } from './edit-fields.ts';
import { aroundOf, customerNamed, type Target } from './edit-target.ts';
import type { Wish } from './edit-words.ts';
import { needsRemembered, personMeant, winsRemembered } from './people.ts';

/** What became of it. */
export interface Edited {
  readonly is: Target['is'];
  /** `#12 Mon 16 Nov 2026, Brazos Rentals: called`, or the name. */
  readonly headline: string;
  /** The entry's number; null for a card. */
  readonly number: number | null;
  /** As it is now. */
  readonly line: Line;
  readonly changed: readonly FieldChange[];
  /** What else was written. */
  readonly notices: readonly string[];
  /** What that does to stage and promises. */
  readonly effects: readonly string[];
}

/** Writes what is wished, as part of one change. Throws RelError('usage') for what cannot be. */
export function writeEdit(
  world: World,
  store: Store,
  writer: Writer,
  target: Target,
  wishes: readonly Wish[],
): Edited {
  if (target.is === 'customer') return writeCard(world, store, writer, target.customer, wishes);
  if (target.is === 'person') return writePersonEdit(world, store, writer, target.person, wishes);
  return writeEntryEdit(world, store, writer, target.entry, wishes);
}

function writeCard(
  world: World,
  store: Store,
  writer: Writer,
  before: StoredCustomer,
  wishes: readonly Wish[],
): Edited {
  const card = editedCard(store, before, wishes, world);
  const notices = keepCard(world, writer, before, card);
  const line = writeCustomer({ ...card, id: before.id });
  const changed = fieldChanges(writeCustomer(before.card), line);
  return { is: 'customer', headline: card.name, number: null, line, changed, notices, effects: [] };
}

function writePersonEdit(
  world: World,
  store: Store,
  writer: Writer,
  before: StoredPerson,
  wishes: readonly Wish[],
): Edited {
  const person = editedPerson(before, wishes, world);
  const notices = keepPerson(world, store, writer, before, person);
  const line = writePerson({ ...person, id: before.id });
  const headline = `${person.name} at ${person.customer}`;
  const changed = fieldChanges(writePerson(before), line);
  return { is: 'person', headline, number: null, line, changed, notices, effects: [] };
}

function writeEntryEdit(
  world: World,
  store: Store,
  writer: Writer,
  before: Recorded,
  wishes: readonly Wish[],
): Edited {
  const edited = editedEntry(before, wishes, aroundOf(world, store));
  const { entry, notices } = withCards(store, writer, before, edited);
  const customers = [before.customer, entry.customer].map((name) => customerNamed(store, name).id);
  const today = world.clock.today();
  const was = effectsOf(store, customers, today);
  const after = writer.replaceEntry(entry);
  refuseBroken(writer, after.seq);
  return {
    is: 'entry',
    headline: entryHeadline(after),
    number: after.seq,
    line: writeEntry(after),
    changed: fieldChanges(writeEntry(before), writeEntry(after)),
    notices,
    effects: effectLines(was, effectsOf(store, customers, today)),
  };
}

/** The person by their full name, and on the cards what the entry now says. */
function withCards(
  store: Store,
  writer: Writer,
  before: Recorded,
  { entry, needs, wins }: ReturnType<typeof editedEntry>,
): { readonly entry: Entry; readonly notices: readonly string[] } {
  const { card, id } = customerNamed(store, entry.customer);
  const people = store.people();
  const theirs = people.filter(({ customer }) => customer === card.name);
  const said = 'person' in entry ? entry.person : undefined;
  const isNew = said !== undefined && !('person' in before && before.person === said);
  const book = { customers: store.customers().map((each) => each.card), people };
  const person = isNew
    ? personMeant(
        said,
        card.name,
        theirs.map(({ name }) => name),
        peopleNamed(said, card.name, book),
      )
    : said;
  const onCard = needsRemembered(card, needs);
  const onPerson =
    isNew || wins.length > 0 ? winsRemembered(theirs, card.name, person, wins) : { notices: [] };
  if (onCard.card !== undefined) writer.replaceCustomer(id, onCard.card);
  if (onPerson.newPerson !== undefined) writer.addPerson(onPerson.newPerson);
  if (onPerson.changedPerson !== undefined) writer.replacePerson(onPerson.changedPerson);
  return {
    // Spreading a union forgets which member it was.
    entry: person === undefined ? entry : ({ ...entry, person } as Entry),
    notices: [...onCard.notices, ...onPerson.notices],
  };
}

function refuseBroken(writer: Writer, seq: number): void {
  const [first] = writer.refProblems();
  if (first === undefined) return;
  if (first.seq === seq)
    throw new RelError(
      'usage',
      first.message,
      'nothing was written; ref: takes the number of an entry',
    );
  throw new RelError(
    'usage',
    `#${first.seq} refers to #${seq}, and could not any more`,
    `nothing was written; correct or delete #${first.seq} first: rel show ${first.seq}`,
  );
}

import type { Customer } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import type { EntryText } from '../journal/entry-text.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import type { Connection } from './connection.ts';
import { allCustomers, type StoredCustomer } from './customer-rows.ts';
import { allEntryTexts } from './entry-rows.ts';
import type { Identity } from './forget-identity.ts';
import { type Line, type Rewording, rewordingFor } from './forget-lines.ts';
import { passingSteps } from './forget-passing.ts';
import { finderOf } from './forget-texts.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';
import { allPeople, personKey, type StoredPerson } from './person-rows.ts';
import { type ShownVerdict, verdictsOf } from './review-rows.ts';
import { type Counted, uncounted } from './counted.ts';

/** What becomes of the texts of others in which somebody is mentioned. */
export interface MentionWish {
  readonly replace: boolean;
  /** Further words by which they are meant. */
  readonly also: readonly string[];
}

/** Something that stays, as it is and as it will read. */
interface Reworded<T> {
  readonly was: T;
  readonly now: T;
}

/** What forgetting somebody does to one copy of the journal. */
export interface ForgetPlan {
  readonly identity: Identity;
  readonly gone: {
    readonly customers: readonly StoredCustomer[];
    readonly people: readonly StoredPerson[];
    readonly entries: readonly EntryText[];
    readonly operations: readonly RecordedOperation[];
    /** Steps on the cards of others, as long as these were merged with theirs. */
    readonly passing: readonly RecordedOperation[];
    readonly verdicts: readonly ShownVerdict[];
  };
  readonly reworded: {
    readonly customers: readonly Reworded<StoredCustomer>[];
    readonly people: readonly Reworded<StoredPerson>[];
    readonly entries: readonly Reworded<EntryText>[];
    readonly operations: readonly Reworded<RecordedOperation>[];
  };
  readonly command: Rewording['command'];
}

/** Looks through the whole copy, and changes nothing. */
export function planForgetting(
  connection: Connection,
  identity: Identity,
  wish: MentionWish,
  counted: Counted = uncounted,
): ForgetPlan {
  const customers = allCustomers(connection);
  const people = allPeople(connection);
  const finder = wish.replace ? finderOf([...identity.texts, ...wish.also]) : undefined;
  const rewording = rewordingFor(
    connection,
    identity,
    finder,
    pseudonym(connection, people, identity),
  );
  const goes = goesWith(identity, customers);
  const passing = passingSteps(connection, identity);
  const idOf = new Map(customers.map(({ id, card }) => [card.name, id]));
  const entries = { gone: [] as EntryText[], reworded: [] as Reworded<EntryText>[] };
  for (const was of counted(allEntryTexts(connection), 'entries looked through')) {
    if (goes.entry(was)) entries.gone.push(was);
    else entries.reworded.push(...rewordedEntry(was, rewording, idOf.get(was.customer) ?? ''));
  }
  const operations = {
    gone: [] as RecordedOperation[],
    passing: [] as RecordedOperation[],
    reworded: [] as Reworded<RecordedOperation>[],
  };
  for (const was of counted(allOperations(connection), 'steps looked through')) {
    const now = rewording.operation(was);
    if (passing.has(was.seq) && now !== undefined) operations.passing.push(was);
    else if (now === undefined) operations.gone.push(was);
    else if (now !== was) operations.reworded.push({ was, now });
  }
  return {
    identity,
    gone: {
      customers: customers.filter(goes.customer),
      people: people.filter(goes.person),
      entries: entries.gone,
      operations: operations.gone,
      passing: operations.passing,
      verdicts: identity.is === 'customer' ? verdictsOf(connection, identity.ids) : [],
    },
    reworded: {
      customers: customers
        .filter((each) => !goes.customer(each))
        .flatMap((was) => rewordedCard(was, rewording)),
      people: people
        .filter((each) => !goes.person(each))
        .flatMap((was) => rewordedPerson(was, rewording)),
      entries: entries.reworded,
      operations: operations.reworded,
    },
    command: rewording.command,
  };
}

/** Whether the copy holds nothing of them, and stays as it is. */
export function isUntouched({ gone, reworded }: ForgetPlan): boolean {
  return [...Object.values(gone), ...Object.values(reworded)].every(({ length }) => length === 0);
}

/** What of the present journal is theirs, and goes with them. */
export function goesWith(identity: Identity, customers: readonly StoredCustomer[]) {
  const isCustomer = identity.is === 'customer';
  const customer = ({ id }: StoredCustomer): boolean => isCustomer && identity.ids.has(id);
  const names = new Set(customers.filter(customer).map(({ card }) => card.name));
  return {
    customer,
    person: (person: StoredPerson): boolean =>
      isCustomer ? names.has(person.customer) : identity.ids.has(person.id),
    entry: (entry: EntryText): boolean => names.has(entry.customer),
  };
}

/** What stands for a person in entries: no name, but never that of another forgotten one. */
function pseudonym(
  connection: Connection,
  people: readonly StoredPerson[],
  { is, ids }: Identity,
): string {
  const person = is === 'person' ? people.find(({ id }) => ids.has(id)) : undefined;
  return person === undefined ? 'somebody' : `person ${personKey(connection, person.id)}`;
}

/** The line without what has a column of its own; the customer of an entry is found by key. */
export const lineOfRest = ({ type, rest }: EntryText): Line => ({
  type,
  ...(JSON.parse(rest) as Line),
});

function rewordedEntry(
  was: EntryText,
  rewording: Rewording,
  customer: string,
): readonly Reworded<EntryText>[] {
  const before = lineOfRest(was);
  const after = rewording.line(before, customer);
  if (after === before) return [];
  const fields = Object.entries(after).filter(([field]) => field !== 'type');
  return [{ was, now: { ...was, rest: JSON.stringify(Object.fromEntries(fields)) } }];
}

function rewordedCard(
  was: StoredCustomer,
  { line }: Rewording,
): readonly Reworded<StoredCustomer>[] {
  const before: Line = writeCustomer(was.card);
  const after = line(before, was.id);
  if (after === before) return [];
  const { id, name } = was.card;
  return [{ was, now: { ...was, card: { ...(after as Partial<Customer>), id, name } } }];
}

function rewordedPerson(was: StoredPerson, { line }: Rewording): readonly Reworded<StoredPerson>[] {
  const before: Line = writePerson(was);
  const after = line(before, '');
  return after === before ? [] : [{ was, now: { ...was, ...(after as Partial<StoredPerson>) } }];
}

/** The names of whoever stays, folded. */
export function namesOfOthers(
  customers: readonly StoredCustomer[],
  people: readonly StoredPerson[],
  goes: ReturnType<typeof goesWith>,
): ReadonlySet<string> {
  const staying = [
    ...customers.filter((each) => !goes.customer(each)).map(({ card }) => card.name),
    ...people.filter((each) => !goes.person(each)).map(({ name }) => name),
  ];
  return new Set(staying.map(foldName));
}

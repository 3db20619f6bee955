import { foldName } from '../journal/fold-name.ts';
import type { Json } from '../journal/fields.ts';
import type { Connection } from './connection.ts';
import { allCustomers } from './customer-rows.ts';
import type { Identity } from './forget-identity.ts';
import { bareCommand, withoutTexts } from './forget-texts.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';

export type Line = Readonly<Record<string, Json>>;

/** Whose a thing is: a customer by id and by name. */
interface Owner {
  readonly id: string;
  readonly name: string;
}

/** How the lines of a journal read once somebody is forgotten. */
export interface Rewording {
  /** The step without them; undefined where nothing of it may stay, the same object where nothing changes. */
  readonly operation: (operation: RecordedOperation) => RecordedOperation | undefined;
  /** The line of a card or an entry that stays; the same object where nothing changes. */
  readonly line: (line: Line, customer: string) => Line;
  readonly command: (command: string, touched: boolean) => string;
}

/**
 * @param finder finds what others say about them, to be replaced; undefined where that stays
 * @param pseudonym what stands for a person in the entries that they took part in
 */
export function rewordingFor(
  connection: Connection,
  identity: Identity,
  finder: RegExp | undefined,
  pseudonym: string,
): Rewording {
  const ownerOf = owners(connection);
  const unmentioned = (line: Line): Line =>
    finder === undefined ? line : withoutTexts(line, finder);
  const line = (given: Line, customer: string): Line =>
    unmentioned(
      identity.is === 'person' && identity.customers.has(customer)
        ? withoutPerson(given, identity.names, pseudonym)
        : given,
    );
  return {
    line,
    command: (command, touched) => {
      if (touched) return bareCommand(command);
      return finder === undefined ? command : command.replace(finder, '…');
    },
    operation(operation) {
      const { kind, subject } = operation;
      if (kind === 'settings') return operation;
      if (kind === identity.is && identity.ids.has(subject)) return undefined;
      const owner = kind === 'customer' ? undefined : ownerOf(kind, subject);
      const goes = identity.is === 'customer' && owner !== undefined && identity.ids.has(owner.id);
      if (goes) return undefined;
      const [customer, put] = belongingTo(operation, owner, identity);
      const change = (text: string | null): string | null => {
        if (text === null) return null;
        const before = JSON.parse(text) as Line;
        const after = line(put(before), operation.customer ?? '');
        return after === before ? text : JSON.stringify(after);
      };
      const [before, after] = [change(operation.before), change(operation.after)];
      if (
        before === operation.before &&
        after === operation.after &&
        customer === operation.customer
      )
        return operation;
      // A move between them and somebody else is none any more.
      return before === after ? undefined : { ...operation, customer, before, after };
    },
  };
}

/** What was theirs for a while is told as if it had always been its present owner's. */
function belongingTo(
  { customer }: RecordedOperation,
  owner: Owner | undefined,
  { is, ids, names }: Identity,
): readonly [customer: string | null, put: (line: Line) => Line] {
  if (is === 'person' || owner === undefined) return [customer, (line) => line];
  const wasTheirs = ({ customer: name }: Line): boolean =>
    typeof name === 'string' && names.has(foldName(name));
  return [
    customer !== null && ids.has(customer) ? owner.id : customer,
    (line) => (wasTheirs(line) ? { ...line, customer: owner.name } : line),
  ];
}

/** The entry stays, for it is the customer's; who took part, and what they want to win, goes. */
function withoutPerson(line: Line, names: ReadonlySet<string>, pseudonym: string): Line {
  const { person } = line;
  if (typeof person !== 'string' || !names.has(foldName(person))) return line;
  const isWin = line['type'] === 'learned' && JSON.stringify(line['learned']).includes('"win"');
  const fields = Object.entries({ ...line, person: pseudonym });
  return Object.fromEntries(isWin ? fields.filter(([field]) => field !== 'note') : fields);
}

/** Whose an entry or a person is, or was in the end. */
function owners(connection: Connection): (kind: 'entry' | 'person', subject: string) => Owner {
  const found = new Map<string, Owner>();
  for (const { kind, subject, customer, before, after } of allOperations(connection)) {
    if (kind !== 'entry' && kind !== 'person') continue;
    const { customer: name } = JSON.parse(after ?? before ?? '{}') as Line;
    found.set(`${kind} ${subject}`, {
      id: customer ?? '',
      name: typeof name === 'string' ? name : '',
    });
  }
  // By its present name.
  const names = new Map(allCustomers(connection).map(({ id, card }) => [id, card.name]));
  return (kind, subject) => {
    const last = found.get(`${kind} ${subject}`) ?? { id: '', name: '' };
    return { id: last.id, name: names.get(last.id) ?? last.name };
  };
}

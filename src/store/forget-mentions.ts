import { foldName } from '../journal/fold-name.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import type { Connection } from './connection.ts';
import { allCustomers } from './customer-rows.ts';
import { allEntryTexts } from './entry-rows.ts';
import type { Identity } from './forget-identity.ts';
import { type Line, rewordingFor } from './forget-lines.ts';
import { goesWith, lineOfRest, namesOfOthers } from './forget-plan.ts';
import { passingSteps } from './forget-passing.ts';
import { finderOf, freeTexts, isFindable, isFound, namesOf } from './forget-texts.ts';
import { allOperations } from './recorded-operations.ts';
import { allPeople } from './person-rows.ts';

/** Somebody else's card or entry in whose text the forgotten one may be meant. */
export interface Mention {
  readonly is: 'entry' | 'customer' | 'person';
  /** Of an entry. */
  readonly number: number | null;
  /** Whose entry or card it is. */
  readonly customer: string;
  /** The words around it. */
  readonly text: string;
  /** False for a part of the name alone, which may mean anybody; only what is certain is replaced. */
  readonly certain: boolean;
  /** It stands in a version that was changed or deleted since, and only `rel history` shows it. */
  readonly earlier: boolean;
  /** It is what somebody else is called, and stays. */
  readonly isName: boolean;
}

type Place = Pick<Mention, 'is' | 'number' | 'customer' | 'earlier'>;

const AROUND = 32;
/** Shorter parts of a name are ordinary words too often. */
const SHORTEST_PART = 4;

/** What others say of somebody; one mention for each entry or card. @param also further words by which they are meant */
export function mentionsOf(
  connection: Connection,
  identity: Identity,
  also: readonly string[],
): readonly Mention[] {
  const found = new Map<string, Mention>();
  const lookAt = lookFor(connection, identity, also);
  const look = (id: string, place: Place, line: Line): void => {
    const key = `${place.is} ${id}`;
    if (found.has(key)) return;
    const mention = lookAt(line);
    if (mention !== undefined) found.set(key, { ...place, ...mention });
  };
  const customers = allCustomers(connection);
  const people = allPeople(connection);
  const goes = goesWith(identity, customers);
  const passing = passingSteps(connection, identity);
  const own = rewordingFor(connection, identity, undefined, '');
  const idOf = new Map(customers.map(({ id, card }) => [card.name, id]));
  const now = { number: null, earlier: false };
  for (const each of customers)
    if (!goes.customer(each))
      look(each.id, { is: 'customer', customer: each.card.name, ...now }, writeCustomer(each.card));
  for (const each of people)
    if (!goes.person(each))
      look(each.id, { is: 'person', customer: each.customer, ...now }, writePerson(each));
  for (const entry of allEntryTexts(connection)) {
    const { seq, customer } = entry;
    if (goes.entry(entry)) continue;
    const line = own.line(lineOfRest(entry), idOf.get(customer) ?? '');
    look(entry.id, { is: 'entry', number: seq, customer, earlier: false }, line);
  }
  for (const recorded of allOperations(connection)) {
    const operation = own.operation(recorded);
    if (operation === undefined || operation.kind === 'settings' || passing.has(operation.seq))
      continue;
    const { kind, subject, number } = operation;
    for (const line of [operation.before, operation.after]) {
      if (line === null) continue;
      const fields = JSON.parse(line) as Line;
      const named = fields[kind === 'customer' ? 'name' : 'customer'];
      const customer = typeof named === 'string' ? named : '';
      look(
        subject,
        { is: kind, number: kind === 'entry' ? number : null, customer, earlier: true },
        fields,
      );
    }
  }
  return [...found.values()];
}

function lookFor(connection: Connection, identity: Identity, also: readonly string[]) {
  const customers = allCustomers(connection);
  const others = namesOfOthers(customers, allPeople(connection), goesWith(identity, customers));
  const certain = finderOf([...identity.texts, ...also]);
  const perhaps = finderOf(partsOf(identity, others), false);
  return (line: Line): Pick<Mention, 'text' | 'certain' | 'isName'> | undefined => {
    const free = freeTexts(line);
    const whole = excerpt(free, certain);
    if (whole !== undefined) return { text: whole, certain: true, isName: false };
    const name = excerpt(namesOf(line), certain);
    if (name !== undefined) return { text: name, certain: true, isName: true };
    const part = excerpt(free, perhaps);
    return part === undefined ? undefined : { text: part, certain: false, isName: false };
  };
}

/** The words of their names that are no word of anybody else's. */
function partsOf({ texts }: Identity, others: ReadonlySet<string>): readonly string[] {
  const taken = new Set([...others].flatMap(wordsIn));
  return [...texts]
    .filter((text) => !text.includes('@') && wordsIn(text).length > 1)
    .flatMap(wordsIn)
    .filter((word) => isFindable(word) && word.length >= SHORTEST_PART)
    .filter((word) => !taken.has(foldName(word)) && /\p{L}/u.test(word));
}

const wordsIn = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== '');

/** The words around the first hit. */
function excerpt(texts: readonly string[], finder: RegExp | undefined): string | undefined {
  const text = finder && texts.find((each) => isFound(each, finder));
  if (finder === undefined || text === undefined) return undefined;
  finder.lastIndex = 0;
  const { index = 0, 0: hit = '' } = finder.exec(text) ?? {};
  const before = Array.from(text.slice(0, index));
  const after = Array.from(text.slice(index + hit.length));
  const start = before.length > AROUND ? `…${before.slice(-AROUND).join('')}` : before.join('');
  const end = after.length > AROUND ? `${after.slice(0, AROUND).join('')}…` : after.join('');
  return `${start}${hit}${end}`;
}

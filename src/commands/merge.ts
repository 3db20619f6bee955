import { counted } from '../journal/counted.ts';
import { Command } from 'commander';
import type { NameBook } from '../grammar/customers.ts';
import type { Customer } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import { valueText } from '../render/field-changes.ts';
import { indented } from '../render/history-text.ts';
import { quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';
import { oneCustomer } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { effectLines, effectsOf } from './correction-effects.ts';
import { correcting, typed } from './correcting.ts';
import { type Line, without } from './edit-fields.ts';
import { customerNamed } from './edit-target.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

interface Merged {
  readonly kept: Customer;
  readonly gone: string;
  readonly entries: number;
  readonly people: number;
  /** What the two disagreed on. */
  readonly notices: readonly string[];
  readonly effects: readonly string[];
}

export function mergeCommand(world: World): Command {
  const command = withJournal(new Command('merge'))
    .description('make one customer of two: the second one goes into the first')
    .usage('CUSTOMER CUSTOMER [options]')
    .argument('<customers...>', 'the one that stays, then the one that goes')
    .option('--json', 'answer as JSON')
    .action((words: readonly string[], options: Options) => merge(world, words, options));
  return withExamples(command, 'rel merge harlan "Harlan Supply Inc"', 'rel merge brazos bz');
}

async function merge(world: World, words: readonly string[], options: Options): Promise<void> {
  const merged = correcting(world, options.db, (store) =>
    store.change(typed(world), (writer) => {
      const [into, from] = twoCustomers(store, words);
      const today = world.clock.today();
      const before = effectsOf(store, [into.id], today);
      const made = writeMerge(store, writer, into, from);
      return { ...made, effects: effectLines(before, effectsOf(store, [into.id], today)) };
    }),
  );
  const { kept, gone, entries, people, notices, effects } = merged;
  if (options.json === true) {
    const json = { customer: writeCustomer(kept), gone, entries, people, notices, effects };
    world.print(`${JSON.stringify({ schema: 1, ...json })}\n`);
    return;
  }
  const page = await world.page();
  const took = `${counted(entries, 'entry', 'entries')}, ${counted(people, 'person', 'people')}`;
  const after = [`also called ${gone}`, ...notices, ...effects, 'to take it back: rel undo'];
  const lines = after.flatMap((text) => indented(visible(text), page));
  world.print(
    `${[`${visible(kept.name)} has taken over from ${visible(gone)}: ${took}`, ...lines].join('\n')}\n`,
  );
}

function twoCustomers(
  store: Store,
  words: readonly string[],
): readonly [StoredCustomer, StoredCustomer] {
  const names = { customers: store.customers().map(({ card }) => card), people: [] };
  const first = oneCustomer(words, names);
  const rest = words.slice(first.taken);
  if (rest.length === 0) {
    const hint = `type rel merge ${words.join(' ')} "THE OTHER"`;
    throw new RelError('usage', `rel merge needs a second customer beside ${first.customer}`, hint);
  }
  refuseInto(first.customer, rest, names);
  const second = oneCustomer(rest, names);
  const extra = rest[second.taken];
  if (extra !== undefined)
    throw new RelError('usage', `“${extra}” is one word too many`, 'give two customers');
  if (second.customer === first.customer) {
    const hint = 'give the other one by its own name: rel list';
    throw new RelError('usage', `both names mean ${first.customer}`, hint);
  }
  return [customerNamed(store, first.customer), customerNamed(store, second.customer)];
}

/** "A into B" says the opposite of "A B", where the second one goes. */
function refuseInto(
  first: string,
  [word = '', ...others]: readonly string[],
  names: NameBook,
): void {
  if (word !== 'into' || others.length === 0) return;
  const { customer } = oneCustomer(others, names);
  throw new RelError(
    'usage',
    `here the first one stays: ${customer} has to come first`,
    `type rel merge ${quotedName(customer)} ${quotedName(first)}; nothing was written`,
  );
}

function writeMerge(
  store: Store,
  writer: Writer,
  into: StoredCustomer,
  from: StoredCustomer,
): Omit<Merged, 'effects'> {
  const { name } = into.card;
  const entries = store.entriesOf(from.key);
  const everybody = store.people();
  const people = everybody.filter(({ customer }) => customer === from.card.name);
  const theirs = everybody.filter(({ customer }) => customer === name);
  for (const entry of entries) writer.replaceEntry({ ...entry, customer: name });
  const notices = people.flatMap((person) =>
    movePerson(writer, theirs, { ...person, customer: name }),
  );
  writer.removeCustomer(from.id);
  const { card, notices: differing } = mergedCard(into.card, from.card);
  const kept = writer.replaceCustomer(into.id, card).card;
  return {
    kept,
    gone: from.card.name,
    entries: entries.length,
    people: people.length,
    notices: [...differing, ...notices],
  };
}

/** Who is known to both becomes one person. */
function movePerson(
  writer: Writer,
  theirs: readonly StoredPerson[],
  person: StoredPerson,
): readonly string[] {
  const same = theirs.find(({ name }) => foldName(name) === foldName(person.name));
  if (same === undefined) {
    writer.replacePerson(person);
    return [];
  }
  writer.removePerson(person.id);
  writer.replacePerson({ ...person, ...same });
  return disagreements(writePerson(same), writePerson(person), `${same.name}, `);
}

/** The first card, with what only the second one says; names and needs of both. */
function mergedCard(
  into: Customer,
  from: Customer,
): { readonly card: Customer; readonly notices: readonly string[] } {
  const aliases = [...(into.aliases ?? []), from.name, ...(from.aliases ?? [])];
  const needs = [...new Set([...(into.needs ?? []), ...(from.needs ?? [])])];
  return {
    card: {
      // That one contact was all there was is no longer so.
      ...(without(from, 'solo') as Partial<Customer>),
      ...into,
      aliases: aliases.filter(
        (alias, at) => isFirst(aliases, alias, at) && foldName(alias) !== foldName(into.name),
      ),
      ...(needs.length === 0 ? {} : { needs }),
    },
    notices: disagreements(writeCustomer(into), writeCustomer(from), ''),
  };
}

const isFirst = (names: readonly string[], name: string, at: number): boolean =>
  names.findIndex((each) => foldName(each) === foldName(name)) === at;

const OWN = new Set(['id', 'name', 'customer', 'aliases', 'needs', 'solo', 'type']);

/** What both cards say, and not the same: the first one's stays. */
function disagreements(ours: Line, theirs: Line, whose: string): readonly string[] {
  return Object.entries(theirs).flatMap(([field, value]) => {
    const kept = ours[field];
    if (OWN.has(field) || kept === undefined || JSON.stringify(kept) === JSON.stringify(value))
      return [];
    return [`${whose}${field}: stays ${valueText(kept)}, the other had ${valueText(value)}`];
  });
}

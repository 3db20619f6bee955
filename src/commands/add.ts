import { Command, InvalidArgumentError, Option } from 'commander';
import { amount, readFields, whole } from '../journal/fields.ts';
import { CUSTOMER_FIELDS, type Person, PERSON_FIELDS } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { foldName } from '../journal/fold-name.ts';
import { TIERS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { journalExists } from '../store/journal-file.ts';
import { quoted, quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { oneCustomer, refuseTaken } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { CARD_SHEET, PERSON_SHEET } from './edit-card.ts';
import { isFieldOf, type Sheet, withWishes } from './edit-fields.ts';
import { cutWords, type Wish } from './edit-words.ts';
import { writingTo } from './opening.ts';
import { noteLearned } from './note-learned.ts';
import { onlyName } from './only-name.ts';
import { realName } from './placeholder.ts';

type Given = Readonly<Record<string, unknown>> & JournalOption;

export function addCommand(world: World): Command {
  const command = new Command('add')
    .description('add a customer or a person')
    .usage('customer|person NAME')
    .allowExcessArguments()
    .action((_: unknown, { args }: Command) => {
      const name = args.length === 0 ? 'NAME' : quotedName(args.join(' '));
      throw new RelError(
        'usage',
        'rel add needs to know what',
        `type rel add customer ${name}, or rel add person ${name} --at CUSTOMER`,
      );
    });
  command.addCommand(customerCommand(world));
  command.addCommand(personCommand(world));
  return withExamples(
    command,
    'rel add customer Harlan Supply --tier A --value 12000',
    'rel add person Dana Whitfield --at harlan --role buyer',
  );
}

function customerCommand(world: World): Command {
  const command = withJournal(new Command('customer'))
    .description('add a customer')
    .argument(
      '<name...>',
      'the name; several words need no quotes; then field:value as in rel edit',
    )
    .addOption(
      new Option('--tier <tier>', 'how much attention they get (default: B)').choices(TIERS),
    )
    .option(
      '--value <amount>',
      'what they are worth in a year',
      number(amount.read, 'a number, 0 or more'),
    )
    .option(
      '--terms <days>',
      'days they have to pay',
      number(whole(0, 3650).read, 'a whole number of days'),
    )
    .option('--alias <name>', 'another name for them (may be given again)', collect)
    .option('--need <text>', 'what they need (may be given again)', collect)
    .option('--solo', 'one contact is all there is')
    .option('--clash', 'the personalities do not fit')
    .option('--inherited-from <name>', 'who had them before')
    .option('--standard <text>', 'what they get from you beside the price, as agreed')
    .action((words: readonly string[], given: Given) => addCustomer(world, words, given));
  return withExamples(
    command,
    'rel add customer Harlan Supply tier:A value:12k',
    'rel add customer "Maxwell & Ivy" --alias mi --solo',
  );
}

function addCustomer(
  world: World,
  words: readonly string[],
  { db, alias, need, ...card }: Given,
): void {
  const said = fieldsSaid(words, CARD_SHEET);
  const chosen = { ...card, ...present({ aliases: alias, needs: need }) };
  const named = { name: realName(said.name), ...chosen };
  const wished = withWishes(named, said.wishes, CARD_SHEET, world.clock.today());
  const read = readFields(CUSTOMER_FIELDS, wished);
  if (read.problem !== undefined)
    throw new RelError('usage', read.problem, 'see: rel add customer --help');
  const { name, notices } = writingTo(world, db, (store) => {
    const known = store.customers().map(({ card: each }) => each);
    for (const each of [read.value.name, ...(read.value.aliases ?? [])]) {
      refuseTaken(
        known,
        each,
        'see who it is: rel list; to change a card: rel edit CUSTOMER field:value',
      );
    }
    return store.change(`add customer ${named.name}`, (writer) => {
      const { card: added } = writer.addCustomer(read.value);
      const notices = (added.needs ?? []).map((each) =>
        noteLearned(world, writer, added.name, 'need', each),
      );
      return { name: added.name, notices };
    });
  });
  const lines = [
    `added customer ${visible(name)}`,
    ...notices.map((line) => `   ${visible(line)}`),
    `   next: rel log ${quotedName(name)} call :need`,
  ];
  world.print(`${lines.join('\n')}\n`);
}

interface Said {
  readonly name: string;
  readonly wishes: readonly Wish[];
}

/** `Harlan Supply tier:A value:12k`: the fields as `rel edit` takes them, behind the name. */
function fieldsSaid(words: readonly string[], sheet: Sheet): Said {
  const first = words.findIndex((word, index) => index > 0 && /^[a-z][a-z-]*:\S+$/u.test(word));
  if (first < 0) return { name: words.join(' '), wishes: [] };
  const { wishes } = cutWords(words.slice(first), (key) => isFieldOf(sheet, key), true);
  return { name: words.slice(0, first).join(' '), wishes };
}

function personCommand(world: World): Command {
  const command = withJournal(new Command('person'))
    .description('add a person at a customer')
    .argument(
      '[name...]',
      'the name; several words need no quotes; then field:value as in rel edit',
    )
    .requiredOption('--at <customer...>', 'where they are')
    .option('--role <role>', 'what they do there')
    .option('--decides', 'they take the decision')
    .option('--well-wisher', 'they wish you well')
    .option('--email <address>', 'their address')
    .option('--phone <number>', 'their number')
    .option('--win <text>', 'what they want to win for themselves')
    .action((words: readonly string[], given: Given & { readonly at: readonly string[] }) =>
      addPerson(world, words, given),
    );
  return withExamples(command, 'rel add person Dana Whitfield --at harlan --role buyer --decides');
}

function addPerson(
  world: World,
  words: readonly string[],
  { db, at, ...card }: Given & { readonly at: readonly string[] },
): void {
  const where = at.flatMap((each) => each.split(' '));
  // An unknown customer makes no journal either.
  if (!journalExists(world.journalPath(db))) oneCustomer(where, { customers: [], people: [] });
  const added = writingTo(world, db, (store) => {
    const names = { customers: store.customers().map((each) => each.card), people: store.people() };
    const found = oneCustomer(where, names);
    // `--at` takes all words behind it, and the name may be the last of them.
    const typed = words.length > 0 ? words : where.slice(found.taken);
    const customer = words.length > 0 ? onlyName(where, found) : found.customer;
    const said = fieldsSaid(typed, PERSON_SHEET);
    if (said.name === '')
      throw new RelError(
        'usage',
        'the name is missing',
        `type it after: rel add person --at ${quotedName(customer)}`,
      );
    const named = { name: realName(said.name), customer, ...card };
    const wished = withWishes(named, said.wishes, PERSON_SHEET, world.clock.today());
    const read = readFields(PERSON_FIELDS, wished);
    if (read.problem !== undefined)
      throw new RelError('usage', read.problem, 'see: rel add person --help');
    refuseKnown(read.value, names.people);
    return store.change(`add person ${said.name}`, (writer) => {
      const { customer: place, win, ...person } = writer.addPerson(read.value);
      const notices =
        win === undefined ? [] : [noteLearned(world, writer, place, 'win', win, person.name)];
      return { customer: place, name: person.name, notices };
    });
  });
  const lines = [
    `added ${added.name} at ${added.customer}`,
    ...added.notices.map((line) => `   ${line}`),
  ];
  world.print(`${lines.map(visible).join('\n')}\n`);
}

/** Most people are here since the first line that named them: what is new of them goes onto their card. */
function refuseKnown({ name, customer, ...more }: Person, people: readonly Person[]): void {
  const known = people.find(
    (each) => each.customer === customer && foldName(each.name) === foldName(name),
  );
  if (known === undefined) return;
  const fields = Object.entries(more).map(([field, value]) =>
    quoted(`${field}:${value === true ? 'yes' : value}`),
  );
  throw new RelError(
    'usage',
    `${known.name} at ${customer} is known already`,
    `to say more of them: rel edit ${quoted(`${known.name}@${customer}`)} ${fields.length > 0 ? fields.join(' ') : 'role:…'}`,
  );
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

function number(
  read: (value: unknown) => number | undefined,
  says: string,
): (value: string) => number {
  return (value) => {
    const given = value.trim() === '' ? undefined : read(Number(value));
    if (given === undefined) throw new InvalidArgumentError(`It must be ${says}.`);
    return given;
  };
}

const present = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

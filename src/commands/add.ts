import { Command, InvalidArgumentError, Option } from 'commander';
import { amount, type FieldSet, readFields, whole } from '../journal/fields.ts';
import { CUSTOMER_FIELDS, PERSON_FIELDS } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { TIERS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { journalExists } from '../store/journal-file.ts';
import { quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { oneCustomer, refuseTaken } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { writingTo } from './opening.ts';
import { noteLearned } from './note-learned.ts';
import { onlyName } from './only-name.ts';

type Given = Readonly<Record<string, unknown>> & JournalOption;

export function addCommand(world: World): Command {
  const command = new Command('add')
    .description('add a customer or a person')
    .usage('customer|person NAME')
    .action(() => {
      throw new RelError(
        'usage',
        'rel add needs to know what',
        'type rel add customer NAME, or rel add person NAME --at CUSTOMER',
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
    .argument('<name...>', 'the name; several words need no quotes')
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
    'rel add customer Harlan Supply --tier A --value 12000',
    'rel add customer "Maxwell & Ivy" --alias mi --solo',
  );
}

function addCustomer(
  world: World,
  words: readonly string[],
  { db, alias, need, ...card }: Given,
): void {
  refuseFields(words, CUSTOMER_FIELDS);
  const named = { name: words.join(' '), ...card, ...present({ aliases: alias, needs: need }) };
  const read = readFields(CUSTOMER_FIELDS, named);
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

/** `tier:A`, as `rel edit` takes it, would become a part of the name. */
function refuseFields(words: readonly string[], fields: FieldSet): void {
  for (const word of words) {
    const [, field = '', value = ''] = /^([a-z]+):(.+)$/.exec(word) ?? [];
    if (![field, `${field}s`, `${field}es`].some((name) => Object.hasOwn(fields, name))) continue;
    const hint = `as an option: --${field} ${value}; in a name: put the whole name in quotes`;
    throw new RelError('usage', `“${word}” says something of them, and is no part of a name`, hint);
  }
}

function personCommand(world: World): Command {
  const command = withJournal(new Command('person'))
    .description('add a person at a customer')
    .argument('<name...>', 'the name; several words need no quotes')
    .requiredOption('--at <customer>', 'where they are')
    .option('--role <role>', 'what they do there')
    .option('--decides', 'they take the decision')
    .option('--well-wisher', 'they wish you well')
    .option('--email <address>', 'their address')
    .option('--phone <number>', 'their number')
    .option('--win <text>', 'what they want to win for themselves')
    .action((words: readonly string[], given: Given & { readonly at: string }) =>
      addPerson(world, words, given),
    );
  return withExamples(command, 'rel add person Dana Whitfield --at harlan --role buyer --decides');
}

function addPerson(
  world: World,
  words: readonly string[],
  { db, at, ...card }: Given & { readonly at: string },
): void {
  refuseFields(words, PERSON_FIELDS);
  const name = words.join(' ');
  // An unknown customer makes no journal either.
  if (!journalExists(world.journalPath(db)))
    oneCustomer(at.split(' '), { customers: [], people: [] });
  const added = writingTo(world, db, (store) => {
    const who = at.split(' ');
    const names = { customers: store.customers().map((each) => each.card), people: store.people() };
    const read = readFields(PERSON_FIELDS, {
      name,
      customer: onlyName(who, oneCustomer(who, names)),
      ...card,
    });
    if (read.problem !== undefined)
      throw new RelError('usage', read.problem, 'see: rel add person --help');
    return store.change(`add person ${name}`, (writer) => {
      const { customer, win, ...person } = writer.addPerson(read.value);
      const notices =
        win === undefined ? [] : [noteLearned(world, writer, customer, 'win', win, person.name)];
      return { customer, name: person.name, notices };
    });
  });
  const lines = [
    `added ${added.name} at ${added.customer}`,
    ...added.notices.map((line) => `   ${line}`),
  ];
  world.print(`${lines.map(visible).join('\n')}\n`);
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

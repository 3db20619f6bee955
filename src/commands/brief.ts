import { Command } from 'commander';
import { timestamp } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { briefOf } from '../practice/brief.ts';
import type { World } from '../platform/world.ts';
import { briefJson } from '../render/brief-json.ts';
import { briefText } from '../render/brief-text.ts';
import { quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { withoutPrivateText } from '../journal/without-private.ts';
import { lookingInto, namesIn, oneCustomer } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { reviewOfOne } from './one-customer.ts';
import { onlyName } from './only-name.ts';
import { writingTo } from './opening.ts';

interface Options extends JournalOption, FormatOption {
  /** Undefined: where somebody reads it on a terminal. */
  readonly record?: boolean;
  readonly private?: boolean;
}

export function briefCommand(world: World): Command {
  const command = withJournal(new Command('brief'))
    .description(
      'what to read before you call: what went wrong and whether it goes on, who is who, promises, money, what to ask and say first; of an inherited account it is noted that you read it',
    )
    .argument('<customer...>', 'a name, an alias, the beginning of a word of the name, or a person')
    .option('--record', 'note that it was read, also where it goes into a pipe or a file')
    .option('--no-record', 'do not note that it was read')
    .option('--private', 'the texts of private entries too')
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => brief(world, words, options));
  return withExamples(
    command,
    'rel brief brazos',
    'rel brief brazos --record > brazos.txt',
    'rel edit brazos inherited:Tom        (somebody else had them before)',
  );
}

async function brief(world: World, words: readonly string[], options: Options): Promise<void> {
  const { cards, currency, name, review } = lookingInto(world, options.db, (book) => {
    const name = onlyName(words, oneCustomer(words, namesIn(book)));
    const { review } = reviewOfOne(world, book, name, world.clock.today());
    const cards = book.people.filter((person) => person.customer === name);
    return { cards, currency: book.settings.currency, name, review };
  });
  const { relationship } = review;
  const entries =
    options.private === true ? relationship.entries : relationship.entries.map(withoutPrivateText);
  const read = briefOf({ ...review, relationship: { ...relationship, entries } }, cards);
  const asJson = asksJson(options);
  world.print(
    asJson
      ? `${JSON.stringify({ schema: 1, ...briefJson(read) })}\n`
      : briefText(read, currency, await world.page()),
  );
  if (relationship.customer.inheritedFrom === undefined) return;
  const isRead = options.record ?? (world.onTerminal && !asJson);
  if (isRead) {
    noteReading(world, options, name);
    return;
  }
  if (options.record === undefined && read.read === undefined && !asJson)
    world.tell(
      `rel: not noted as read, for it did not go to a terminal: rel brief ${quotedName(name)} --record`,
    );
}

/** What was read was read: where nobody asked for the note, a journal that cannot be written only misses it. */
function noteReading(world: World, options: Options, customer: string): void {
  try {
    const seq = recordReading(world, options.db, customer);
    if (seq !== undefined) world.tell(`rel: noted as read (#${seq})`);
  } catch (error) {
    if (options.record === true || !(error instanceof RelError)) throw error;
    world.tell(`rel: not noted as read: ${visible(error.message)}`);
  }
}

/** Returns the number of the note; undefined where there is one of this day, which is enough. */
function recordReading(world: World, db: string | undefined, customer: string): number | undefined {
  const on = world.clock.today();
  return writingTo(world, db, (store) =>
    store.change(`brief ${customer}`, (writer) => {
      const stored = store.customerByName(customer);
      const before = stored === undefined ? [] : store.entriesOfTypes(stored, ['read'], on);
      if (before.some((entry) => entry.on === on)) return undefined;
      const recordedAt = timestamp(world.clock);
      return writer.addEntry({ type: 'read', customer, on, recordedAt }).seq;
    }),
  );
}

import { commandOptionsIn, type LogDraft, optionsFirst, parseLog } from '../grammar/log.ts';
import type { LogKind } from '../grammar/head.ts';
import { type NameBook, peopleNamed } from '../grammar/customers.ts';
import { foldName, type Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { historyOf } from '../journal/history.ts';
import { timestamp } from '../journal/clock.ts';
import { writeEntry } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import { logAnswer } from '../render/log-text.ts';
import { talliesOf } from '../practice/tally.ts';
import { journalExists } from '../store/journal-file.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';
import { oneCustomer } from './book.ts';
import { writingTo } from './opening.ts';
import { personMeant, rememberNeeds, rememberWins } from './people.ts';

const OPTIONS = new Map([
  ['--new', { takesValue: false }],
  ['--db', { takesValue: true }],
  ['--json', { takesValue: false }],
  ['--no-input', { takesValue: false }],
]);

/** Whom the line is about, and what it says of them. */
interface Meant {
  readonly customer: string;
  readonly isNew: boolean;
  readonly draft: LogDraft;
}

/** What was written. */
interface Logged {
  readonly entry: Recorded;
  readonly promises: readonly Recorded[];
  readonly notices: readonly string[];
  readonly tallies: readonly string[];
}

export const log = (world: World, words: readonly string[]): Promise<void> =>
  record(world, words, 'touch');
export const work = (world: World, words: readonly string[]): Promise<void> =>
  record(world, words, 'work');

/** Reads one line, stores it whole or not at all, and says what was understood. */
function record(world: World, given: readonly string[], kind: LogKind): Promise<void> {
  const { options, words } = optionsFirst(given, OPTIONS);
  const chosen = commandOptionsIn(given, OPTIONS);
  const db = textOf(chosen.get('--db'));
  const line = { options, words, isNew: chosen.has('--new'), kind };
  // What cannot be read makes no journal either.
  if (!journalExists(world.journalPath(db))) read(world, { customers: [], people: [] }, line);
  const written = writingTo(world, db, (store) => {
    const names = { customers: store.customers().map(({ card }) => card), people: store.people() };
    const meant = read(world, names, line);
    return store.change([kind === 'work' ? 'work' : 'log', ...given].join(' '), (writer) =>
      write(world, store, writer, meant),
    );
  });
  world.print(chosen.has('--json') ? jsonAnswer(written) : logAnswer(written));
  return Promise.resolve();
}

const textOf = (value: string | true | undefined): string | undefined =>
  value === true ? undefined : value;

interface Line {
  readonly options: readonly string[];
  readonly words: readonly string[];
  readonly isNew: boolean;
  readonly kind: LogKind;
}

function read(world: World, names: NameBook, { options, words, isNew, kind }: Line): Meant {
  const [first] = words;
  if (first === undefined) {
    throw new RelError(
      'usage',
      `rel ${kind === 'work' ? 'work' : 'log'} needs a customer`,
      'type for example: rel log brazos call no-answer',
    );
  }
  const who = isNew ? { customer: newName(names, first), taken: 1 } : oneCustomer(words, names);
  const theirs = names.people
    .filter(({ customer }) => customer === who.customer)
    .map(({ name }) => name);
  const draft = parseLog([...options, ...words.slice(who.taken)], {
    today: world.clock.today(),
    kind,
    customer: words.slice(0, who.taken).join(' '),
    people: theirs,
    commandOptions: OPTIONS,
    ...('person' in who ? { person: who.person } : {}),
  });
  const said = draft.entry.person;
  if (said === undefined) return { customer: who.customer, isNew, draft };
  const person = personMeant(said, who.customer, theirs, peopleNamed(said, who.customer, names));
  return { customer: who.customer, isNew, draft: { ...draft, entry: { ...draft.entry, person } } };
}

function newName({ customers }: NameBook, name: string): string {
  const known = customers.find((card) =>
    [card.name, ...(card.aliases ?? [])].some((each) => foldName(each) === foldName(name)),
  );
  if (known === undefined) return name;
  throw new RelError(
    'usage',
    `there already is a customer called ${known.name}`,
    'leave out --new',
  );
}

function write(
  world: World,
  store: Store,
  writer: Writer,
  { customer, isNew, draft }: Meant,
): Logged {
  const stored = isNew ? writer.addCustomer({ name: customer }) : existing(store, customer);
  const name = stored.card.name;
  const recordedAt = timestamp(world.clock);
  const time = draft.entry.time === undefined ? {} : { offset: world.clock.offset() };
  const entry = writer.addEntry({ ...draft.entry, ...time, customer: name, recordedAt });
  const promises = draft.promises.map((promise) =>
    writer.addEntry({
      type: 'promise',
      customer: name,
      on: draft.entry.on,
      ...promise,
      recordedAt,
    }),
  );
  const notices = [
    ...(isNew ? [`new customer ${name}`] : []),
    ...rememberNeeds(writer, stored, draft.needs),
    ...rememberWins(store, writer, name, draft.entry.person, draft.wins),
  ];
  const history = historyOf(
    {
      customer: stored.card,
      entries: store.entriesOf(stored.key),
      settings: {},
      medianReturn: undefined,
    },
    world.clock.today(),
  );
  if (history.standing.stage === 'dropped')
    notices.push(`${name} was dropped: service the account, no new business`);
  return { entry, promises, notices, tallies: talliesOf(entry, history, name) };
}

function existing(store: Store, name: string): StoredCustomer {
  const found = store.customerByName(name);
  if (found === undefined) throw new Error(`${name} has gone`);
  return found;
}

function jsonAnswer({ entry, promises, notices, tallies }: Logged): string {
  const numbered = (each: Recorded) => ({ number: each.seq, ...writeEntry(each) });
  return `${JSON.stringify({ schema: 1, entry: numbered(entry), promises: promises.map(numbered), notices, tallies })}\n`;
}

import {
  longestName,
  type NameBook,
  peopleNamed,
  resolveCustomer,
  soughtBy,
} from '../grammar/customers.ts';
import type { LogKind } from '../grammar/head.ts';
import { isHeadWord } from '../grammar/head-words.ts';
import { shellLine } from '../grammar/shell-line.ts';
import { isKey } from '../grammar/words.ts';
import { commandOptionsIn, type LogDraft, optionsFirst, parseLog } from '../grammar/log.ts';
import { title } from '../journal/fields.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import type { Store } from '../store/store.ts';
import { quotedName } from '../render/quoted.ts';
import { oneCustomer, refuseTaken } from './book.ts';
import { personMeant } from './people.ts';

/** The options of `rel log` and `rel work` that the grammar does not know. */
export const OPTIONS = new Map([
  ['--new', { takesValue: false }],
  ['--db', { takesValue: true }],
  ['--json', { takesValue: false }],
  ['--show', { takesValue: false }],
  ['--stdin', { takesValue: false }],
  ['--edit', { takesValue: false }],
  ['--no-input', { takesValue: false }],
]);

/** One line as it was typed. */
export interface Line {
  readonly kind: LogKind;
  /** In front of the customer. */
  readonly options: readonly string[];
  /** From the customer on. */
  readonly words: readonly string[];
  readonly isNew: boolean;
  /** All words behind the command, as they were typed. */
  readonly given: readonly string[];
  /** Of the note, from somewhere else than the line. */
  readonly text?: string;
  readonly db: string | undefined;
  /** The options of the command itself, wherever they stand. */
  readonly chosen: ReadonlyMap<string, string | true>;
  /** What `history` shows of it. */
  readonly command: string;
}

/** The line, from the words behind the command. */
export function lineOf(kind: LogKind, given: readonly string[]): Line {
  const chosen = commandOptionsIn(given, OPTIONS);
  const db = chosen.get('--db');
  return {
    ...optionsFirst(given, OPTIONS),
    kind,
    isNew: chosen.has('--new'),
    given,
    db: db === true ? undefined : db,
    chosen,
    command: [kind === 'work' ? 'work' : 'log', ...given].join(' '),
  };
}

/** Such as comes of a variable that is not set; the word after it would be taken for the name. */
const isBlankName = (word: string, at: number, options: readonly string[]): boolean => {
  const before = options[at - 1] ?? '';
  const isValue = before.startsWith('-') && OPTIONS.get(before)?.takesValue !== false;
  return word.trim() === '' && !isValue;
};

/** The words, where they can be nothing but a name; undefined where one of them says what happened. */
export function bareWords({ options, words }: Line): readonly string[] | undefined {
  const given = [...options, ...words];
  const bare = given.filter((word, index) => {
    const before = given[index - 1] ?? '';
    return !OPTIONS.has(word.split('=')[0] ?? '') && OPTIONS.get(before)?.takesValue !== true;
  });
  const isName = bare.every((word, at) => isBare(word) && !isHeadWord(word) && !isPair(word, at));
  return isName ? bare : undefined;
}

const isBare = (word: string): boolean => word !== '' && !/^[-:]/.test(word);

/** `gave:m`; the name itself may look so. */
const isPair = (word: string, at: number): boolean =>
  at > 0 && isKey(/^([a-z-]+):./.exec(word)?.[1] ?? '');

/** Whom the line is about, and what it says of them. */
interface Meant {
  readonly customer: string;
  readonly draft: LogDraft;
}

interface Names extends NameBook {
  /** The customers with their places in the journal. */
  readonly stored: readonly StoredCustomer[];
  readonly people: readonly StoredPerson[];
}

/** All that can be meant; none where there is no journal yet. */
export function namesOf(store: Store | undefined): Names {
  const stored = store?.customers() ?? [];
  return { stored, customers: stored.map(({ card }) => card), people: store?.people() ?? [] };
}

/** All that can be meant by this line. */
export function namesFor(store: Store | undefined, { words, isNew }: Line): Names {
  const sought = isNew ? undefined : soughtBy(words);
  if (store === undefined || sought === undefined) return namesOf(store);
  const search = { whole: longestName(words), sought, meant: nameMeantBy(words) };
  const { customers: stored, people } = store.accountsMeant(search);
  const customers = stored.map(({ card }) => card);
  return { stored, customers, people, whole: () => namesOf(store) };
}

/** Whose name is like the words is looked for later, in all of the book. */
const NOBODY: NameBook = { customers: [], people: [] };

const nameMeantBy = (words: readonly string[]) => (names: NameBook) => {
  const who = resolveCustomer(words, { ...names, whole: () => NOBODY });
  return who.is === 'one' ? who.customer : undefined;
};

/** Reads the line. Throws RelError('usage') where something in it cannot be read, or can be read in two ways. */
export function read(world: World, names: NameBook, line: Line): Meant {
  const { options, words, isNew, kind, text } = line;
  const [first] = words;
  if (first === undefined || options.some(isBlankName)) {
    throw new RelError(
      'usage',
      `rel ${kind === 'work' ? 'work' : 'log'} needs a customer`,
      'type for example: rel log brazos call no-answer',
    );
  }
  const who = isNew ? newCustomer(names, words) : oneCustomer(words, names);
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
    ...(text === undefined ? {} : { text }),
  });
  if (isNew) refuseNameInPieces(line, draft);
  if (kind === 'work' && draft.entry.minutes === undefined) {
    throw new RelError(
      'usage',
      'how long the work took is missing',
      `type the time first: rel work ${quotedName(who.customer)} 2h …`,
    );
  }
  const said = draft.entry.person;
  if (said === undefined) return { customer: who.customer, draft };
  const person = personMeant(said, who.customer, theirs, peopleNamed(said, who.customer, names));
  return { customer: who.customer, draft: { ...draft, entry: { ...draft.entry, person } } };
}

/** Words between the name and `--new` that begin the note: most likely the name was meant to go on. */
function refuseNameInPieces({ given, kind, words }: Line, draft: LogDraft): void {
  const at = given.indexOf('--new');
  const [before, behind] = [given.slice(1, Math.max(at, 1)), given.slice(at + 1)];
  const more = before.join(' ');
  const [first = ''] = words;
  if (more === '' || draft.entry.note?.startsWith(more) !== true) return;
  const typed = (name: string, rest: readonly string[]): string =>
    shellLine(['rel', kind === 'work' ? 'work' : 'log', name, '--new', ...rest]);
  throw new RelError(
    'usage',
    `"${more}" can be read in two ways, so nothing is written`,
    undefined,
    [
      { means: 'it belongs to the name', line: typed(`${first} ${more}`, behind) },
      { means: 'as the note', line: typed(first, [...before, ...behind]) },
    ],
  );
}

/** A new customer's name is one argument; one that begins with a dash stands after `--`. */
function newCustomer({ customers }: NameBook, [first = '', second = '']: readonly string[]) {
  const afterDashes = first === '--';
  const given = afterDashes ? second : first;
  const customer = title.read(given);
  if (customer === undefined || (!afterDashes && given.startsWith('-'))) {
    const shown = JSON.stringify(given);
    throw new RelError(
      'usage',
      `${shown} is no name for a new customer`,
      given.startsWith('-')
        ? `for such a name: rel log --new -- ${shown}`
        : 'type rel log "Harlan Supply" --new call',
    );
  }
  refuseTaken(customers, customer, 'leave out --new');
  return { customer, taken: afterDashes ? 2 : 1 };
}

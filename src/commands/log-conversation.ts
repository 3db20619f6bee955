import { type Named, type NameBook, resolveCustomer } from '../grammar/customers.ts';
import { wordsOf } from '../grammar/one-liner.ts';
import { shellLine } from '../grammar/shell-line.ts';
import { isTouch, type Touch } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { Asker } from '../platform/asker.ts';
import type { World } from '../platform/world.ts';
import { visible } from '../render/visible.ts';
import { type Line, namesOf, read } from './log-line.ts';
import { type Told, whatHappened } from './log-questions.ts';
import { whoIsMeant } from './log-who.ts';
import { readingFrom } from './opening.ts';
import { shortNames } from './short-name.ts';

const EXIT_LEFT = 130;

/** Whom the line names, with nothing said of them yet. */
type Begun =
  | { readonly is: 'named'; readonly named: Named; readonly isNew: boolean }
  /** To be asked, beginning with what was typed. */
  | { readonly is: 'open'; readonly typed: string };

/**
 * Where a line is nothing but a name, or nothing at all, asks for the rest, stores it, and shows the line that would have
 * done the same. False where the line says more.
 * @param bare the line's words without options
 */
export async function logByTalking(
  world: World,
  line: Line,
  bare: readonly string[],
  keep: (line: Line) => void,
): Promise<boolean> {
  const names = readingFrom(world, line.db, namesOf);
  const begun = begunBy(world, line, bare, names);
  if (begun === undefined) return false;
  const said = await world.converse((ask) => talk(world, line, names, begun, ask));
  if (said === undefined) {
    world.tell('rel: nothing was written');
    world.end(EXIT_LEFT);
    return true;
  }
  const short = oneLine(world, names, said);
  keep({ ...said, command: short });
  world.print(`   the same in one line: rel ${visible(short)}\n`);
  return true;
}

function begunBy(
  world: World,
  line: Line,
  bare: readonly string[],
  names: NameBook,
): Begun | undefined {
  const [first] = bare;
  if (first === undefined) return { is: 'open', typed: '' };
  if (line.isNew) {
    if (bare.length > 1) return undefined;
    // Refuses a name that is taken.
    const { customer } = read(world, names, { ...line, words: bare });
    return { is: 'named', named: { customer }, isNew: true };
  }
  const who = resolveCustomer(bare, names);
  if (who.is === 'one')
    return who.taken === bare.length ? { is: 'named', named: who, isNew: false } : undefined;
  return bare.length === 1 ? { is: 'open', typed: first } : undefined;
}

async function talk(
  world: World,
  line: Line,
  names: NameBook,
  begun: Begun,
  ask: Asker,
): Promise<Line> {
  const { named, isNew } = begun.is === 'named' ? begun : await whoIsMeant(ask, names, begun.typed);
  const { customer, person } = named;
  const after = ({ words, text }: Told): Line => ({
    ...line,
    isNew,
    words: [customer, ...words],
    ...(text === undefined ? {} : { text }),
  });
  const told = await whatHappened(ask, {
    customer: visible(customer),
    ...(person === undefined ? {} : { person }),
    people: peopleOf(names, customer),
    touches: isNew ? [] : touchesOf(world, line, customer),
    problem: (said) => problemOf(() => read(world, names, after(said))),
  });
  return after(told);
}

const peopleOf = ({ people }: NameBook, customer: string): readonly string[] =>
  people.filter((each) => each.customer === customer).map(({ name }) => name);

function touchesOf(world: World, { db }: Line, customer: string): readonly Touch[] {
  return readingFrom(world, db, (store) => {
    const stored = store?.customerByName(customer);
    return stored === undefined ? [] : (store?.entriesOf(stored.key) ?? []).filter(isTouch);
  });
}

function problemOf(reading: () => unknown): string | undefined {
  try {
    reading();
    return undefined;
  } catch (error) {
    if (error instanceof RelError) return error.message;
    throw error;
  }
}

/** The shortest line that says the same, as it is typed after `rel`. */
function oneLine(world: World, names: NameBook, line: Line): string {
  const { customer, draft } = read(world, names, line);
  const people = peopleOf(names, customer);
  const words = wordsOf(draft.entry, world.clock.today(), { ...draft, people });
  const name = line.isNew
    ? `${shellLine([customer])} --new`
    : shortNames(names)(customer, words.join(' '));
  const db = line.db === undefined ? '' : ` --db ${shellLine([line.db])}`;
  return `log ${name}${db} ${shellLine(words)}`;
}

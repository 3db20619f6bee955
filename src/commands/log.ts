import { isHeadWord } from '../grammar/head-words.ts';
import type { LogKind } from '../grammar/head.ts';
import { commandOptionsIn, type LogDraft, optionsFirst } from '../grammar/log.ts';
import { addDays, type Day } from '../journal/days.ts';
import type { Customer, Recorded } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import type { World } from '../platform/world.ts';
import { PAUSE_DAYS } from '../practice/takeover.ts';
import { looksOf, TALKS, TOUCHES } from '../practice/tally-looks.ts';
import { logAnswer, logJson, planAnswer, planJson } from '../render/log-text.ts';
import { journalExists } from '../store/journal-file.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { Store } from '../store/store.ts';
import { type Line, namesFor, OPTIONS, read } from './log-line.ts';
import { type Known, type Plan, planOf } from './log-plan.ts';
import { withText, withTextKept } from './log-source.ts';
import { writePlan } from './log-write.ts';
import { readingFrom, writingTo } from './opening.ts';

export const log = (world: World, words: readonly string[]): Promise<void> =>
  record(world, words, 'touch');
export const work = (world: World, words: readonly string[]): Promise<void> =>
  record(world, words, 'work');

/** Reads one line, stores it whole or not at all, and says what was understood. */
async function record(world: World, given: readonly string[], kind: LogKind): Promise<void> {
  const chosen = commandOptionsIn(given, OPTIONS);
  const db = chosen.get('--db');
  const typed: Line = {
    ...optionsFirst(given, OPTIONS),
    kind,
    isNew: chosen.has('--new'),
    db: db === true ? undefined : db,
    chosen,
    command: [kind === 'work' ? 'work' : 'log', ...given].join(' '),
  };
  const bare = bareWords(typed);
  // Whether somebody can be asked is looked at last, because it takes a while to find out.
  if (bare !== undefined && mayAsk(world, typed)) {
    const { logByTalking } = await import('./log-conversation.ts');
    if (await logByTalking(world, typed, bare, (line) => keep(world, line))) return;
  }
  const line = await withText(world, typed);
  try {
    keep(world, line);
  } catch (error) {
    throw await withTextKept(world, line, error);
  }
}

/** Somebody sits there who can be asked for what the line does not say. */
function mayAsk(world: World, { kind, chosen }: Line): boolean {
  const says = ['--no-input', '--json', '--stdin', '--edit'].some((option) => chosen.has(option));
  return kind === 'touch' && !says && world.interactive;
}

/** The words, where they can be nothing but a name; undefined where one of them says what happened. */
function bareWords({ options, words }: Line): readonly string[] | undefined {
  const given = [...options, ...words];
  const bare = given.filter((word, index) => {
    const before = given[index - 1] ?? '';
    return !OPTIONS.has(word.split('=')[0] ?? '') && OPTIONS.get(before)?.takesValue !== true;
  });
  return bare.every((word) => /^[^-:]/u.test(word) && !isHeadWord(word)) ? bare : undefined;
}

/** Stores what the line says, or only shows it, and answers. Throws RelError('usage') where it cannot be read. */
function keep(world: World, line: Line): void {
  const { chosen, db } = line;
  const asJson = chosen.has('--json');
  if (chosen.has('--show')) {
    const plan = readingFrom(world, db, (store) => planned(world, store, line));
    world.print(asJson ? planJson(plan) : planAnswer(plan));
    return;
  }
  // What cannot be read makes no journal either.
  if (!journalExists(world.journalPath(db))) planned(world, undefined, line);
  const logged = writingTo(world, db, (store) =>
    store.change(line.command, (writer) => writePlan(writer, planned(world, store, line))),
  );
  world.print(asJson ? logJson(logged) : logAnswer(logged));
}

/** What the line would do to the journal as it is; to none where there is no store. */
function planned(world: World, store: Store | undefined, line: Line): Plan {
  const names = namesFor(store, line);
  const { customer, draft } = read(world, names, line);
  const stored = line.isNew ? undefined : store?.customerByName(customer);
  const card: Customer = stored?.card ?? { name: customer };
  const people = names.people.filter((person) => person.customer === card.name);
  const past =
    stored === undefined ? NO_PAST : pastFor(draft, stored.key, store, world.clock.today());
  const takeover = stored === undefined ? [] : takeoverOf(stored, store, draft.entry.on);
  return planOf(world.clock, { card, isNew: line.isNew, people, takeover, ...past }, draft);
}

/** What tells whether an inherited account was read up on before it is touched; nothing of any other. */
function takeoverOf(
  { card, key }: StoredCustomer,
  store: Store | undefined,
  on: Day,
): readonly Recorded[] {
  if (store === undefined || card.inheritedFrom === undefined) return [];
  const touches = store.entriesOfTypes(key, TOUCHES, addDays(on, -PAUSE_DAYS));
  return [...store.entriesOfTypes(key, ['read'], undefined), ...touches];
}

type Past = Pick<Known, 'entries' | 'talks'>;

const NO_PAST: Past = { entries: [], talks: 0 };

/** Of the customer's past what the new entry is told together with. */
function pastFor(
  { entry, promises }: LogDraft,
  key: number,
  store: Store | undefined,
  today: Day,
): Past {
  if (store === undefined) return NO_PAST;
  const { count, last } = store.countOfTypes(key, TALKS, today);
  const before = entry.on === today ? last : store.countOfTypes(key, TALKS, entry.on).last;
  const looks = looksOf(entry, promises.length > 0, today, { ever: last, before });
  const entries = looks.flatMap(({ types, since }) => store.entriesOfTypes(key, types, since));
  return { entries: entries.sort(byOrder), talks: count };
}

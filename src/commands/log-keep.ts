import type { LogDraft } from '../grammar/log.ts';
import { addDays, type Day } from '../journal/days.ts';
import type { Customer, Recorded } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import type { World } from '../platform/world.ts';
import { PAUSE_DAYS } from '../practice/takeover.ts';
import { looksOf, TALKS, TOUCHES } from '../practice/tally-looks.ts';
import { fitted } from '../render/fitted.ts';
import { logAnswer, logJson } from '../render/log-text.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { Store } from '../store/store.ts';
import { type Line, namesFor, read } from './log-line.ts';
import { type Known, type Plan, planOf } from './log-plan.ts';
import { type Logged, writePlan } from './log-write.ts';
import { type Writing, writingTo } from './opening.ts';

/**
 * Stores what the line says, and returns the answer. Throws RelError('usage') where it cannot be read.
 * @param writing how the journal is opened
 */
export function stored(world: World, line: Line, writing: Writing = {}): string {
  const answer = (logged: Logged): string =>
    line.chosen.has('--json') ? logJson(logged) : fitted(logAnswer(logged), world.terminalWidth);
  // Whatever fails, the answer to it too, nothing is written.
  const write = (store: Store): string =>
    store.change(line.command, (writer) => answer(writePlan(writer, planned(world, store, line))));
  return writingTo(world, line.db, write, writing);
}

/** What the line would do to the journal as it is; to none where there is no store. */
export function planned(world: World, store: Store | undefined, line: Line): Plan {
  const names = namesFor(store, line);
  const { customer, draft } = read(world, names, line);
  const found = line.isNew ? undefined : names.stored.find(({ card }) => card.name === customer);
  const card: Customer = found?.card ?? { name: customer };
  const people = names.people.filter((person) => person.customer === card.name);
  const past = found === undefined ? NO_PAST : pastFor(draft, found, store, world.clock.today());
  const takeover = found === undefined ? [] : takeoverOf(found, store, draft.entry.on);
  return planOf(
    world.clock,
    { words: [...line.options, ...line.words], card, isNew: line.isNew, people, takeover, ...past },
    draft,
  );
}

/** What tells whether an inherited account was read up on before it is touched; nothing of any other. */
function takeoverOf(
  customer: StoredCustomer,
  store: Store | undefined,
  on: Day,
): readonly Recorded[] {
  if (store === undefined || customer.card.inheritedFrom === undefined) return [];
  const touches = store.entriesOfTypes(customer, TOUCHES, addDays(on, -PAUSE_DAYS));
  return [...store.entriesOfTypes(customer, ['read'], undefined), ...touches];
}

type Past = Pick<Known, 'entries' | 'talks'>;

const NO_PAST: Past = { entries: [], talks: 0 };

/** Of the customer's past what the new entry is told together with. */
function pastFor(
  { entry, promises }: LogDraft,
  customer: StoredCustomer,
  store: Store | undefined,
  today: Day,
): Past {
  if (store === undefined) return NO_PAST;
  const { key } = customer;
  const { count, last } = store.countOfTypes(key, TALKS, today);
  const before = entry.on === today ? last : store.countOfTypes(key, TALKS, entry.on).last;
  const looks = looksOf(entry, promises.length > 0, today, { ever: last, before });
  const entries = looks.flatMap(({ types, since }) => store.entriesOfTypes(customer, types, since));
  return { entries: entries.sort(byOrder), talks: count };
}

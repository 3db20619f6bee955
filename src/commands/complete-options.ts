import type { Command } from 'commander';
import { COLUMNS } from '../export/tables.ts';
import { spokenDay } from '../journal/days.ts';
import { ANSWERS, STEP_TITLES, STEPS, WAIT } from '../journal/ladder.ts';
import { CHANGES, CONDITIONS, VERDICTS } from '../journal/vocabulary.ts';
import { ourPromises, theirPromises } from '../journal/promises.ts';
import type { World } from '../platform/world.ts';
import { RULES } from '../rules/index.ts';
import { readBook } from './book.ts';
import { COMMANDS } from './catalogue.ts';
import { limitOffers, settingOffers } from './complete-settings.ts';
import { customersLike } from './complete-log.ts';
import { lookingUp } from './complete-names.ts';
import { dbIn, type Offer, plain } from './complete-offers.ts';
import { readingFrom } from './opening.ts';

/** Options, the choices of an option, and what the arguments may be. */
export async function commandWords(
  world: World,
  name: string,
  before: readonly string[],
  current: string,
): Promise<readonly Offer[]> {
  const listed = COMMANDS.find((each) => each.name === name);
  if (listed === undefined) return [];
  const root = (await listed.load())(world);
  const below = root.commands.find((each) => each.name() === before[0]);
  const command = below ?? root;
  const option = command.options.find(({ long }) => long === before.at(-1));
  if (option?.argChoices !== undefined) return plain(option.argChoices);
  // Values in a row: the second one does not stand behind its option.
  if (before.includes('--try') && !current.startsWith('-')) return limitOffers();
  if (option?.required === true)
    return /customer|at/.test(option.long ?? '') ? named(world, before, current) : [];
  if (current.startsWith('-')) {
    return command.options.map(({ long, flags, description }) => ({
      value: long ?? flags,
      means: description,
    }));
  }
  if (below === undefined && root.commands.length > 0)
    return root.commands.map((each) => ({ value: each.name(), means: each.description() }));
  return argumentWords(world, command, before, current);
}

function argumentWords(
  world: World,
  command: Command,
  before: readonly string[],
  current: string,
): readonly Offer[] {
  const [argument] = command.registeredArguments;
  if (argument === undefined) return [];
  if (argument.argChoices !== undefined) return plain(argument.argChoices);
  if (command.name() === 'rule')
    return RULES.map(({ name, asks }) => ({ value: name, means: asks }));
  if (argument.name() === 'key') return before.length > 1 ? [] : settingOffers();
  if (command.name() === 'export') return plain([...Object.keys(COLUMNS), 'journal']);
  const customers = argument.name().includes('customer') ? named(world, before, current) : [];
  const promises = argument.name().includes('promise') ? openPromises(world, before) : [];
  const others = before.length > 0 ? (AFTER_CUSTOMER[command.name()] ?? []) : [];
  return [...promises, ...customers, ...others];
}

/** What may follow the customer. */
const AFTER_CUSTOMER: Readonly<Record<string, readonly Offer[]>> = {
  change: plain(CHANGES),
  met: plain(CONDITIONS),
  decide: plain(VERDICTS.map((each) => each.toLowerCase())),
  rebuild: [
    ...STEPS.map((step) => ({ value: step, means: STEP_TITLES[step] })),
    { value: WAIT, means: 'leave them in peace until a day' },
    ...plain(ANSWERS),
  ],
};

const named = (world: World, before: readonly string[], current: string): readonly Offer[] =>
  lookingUp(world, dbIn(before), (directory) => customersLike([], current, directory));

/** The numbers of promises that are not resolved, ours first. */
function openPromises(world: World, before: readonly string[]): readonly Offer[] {
  const today = world.clock.today();
  const book = readingFrom(world, dbIn(before), readBook);
  const standings = [ourPromises, theirPromises].flatMap((read) =>
    book.accounts.flatMap(({ entries }) =>
      read === ourPromises ? ourPromises(entries, today) : theirPromises(entries, undefined, today),
    ),
  );
  return standings
    .filter(({ unresolved, status }) => unresolved && status !== 'waived')
    .map(({ promise, due }) => ({
      value: String(promise.seq),
      means: `${promise.customer}: ${promise.what ?? 'a promise'}, due ${spokenDay(due)}`,
    }));
}

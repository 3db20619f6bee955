import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { openConditions } from '../practice/turn-points.ts';
import { lastChanceWords } from '../render/last-chance-text.ts';
import { quotedName } from '../render/quoted.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { withExamples } from './common.ts';
import { reasonToForce } from './reason-option.ts';
import {
  noted,
  recordTurn,
  type Scene,
  type Stand,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';
import { type OfCustomer, ofCustomer } from './turn-words.ts';
import { unlessIdle } from './won-lost.ts';

interface ReturnOptions extends TurnOptions {
  readonly force?: boolean;
  readonly reason?: string;
}

export function returnCommand(world: World): Command {
  const command = withTurnOptions(new Command('return'))
    .description('takes a dropped customer back on probation, or begins again with a lost one')
    .usage('[options] CUSTOMER [WORDS…]')
    .argument('[customer...]', 'who, then words for a note')
    .option('--force', 'though a condition is open; needs --reason')
    .option('--reason <text>', 'why all the same')
    .action((words: readonly string[], options: ReturnOptions) => takeBack(world, words, options));
  return withExamples(
    command,
    'rel return brazos',
    'rel return harlan --force --reason "new owner, new buyer"',
  );
}

/** What a new start leaves standing, and what it does not. */
export function afreshSays(before: Stand, after: Stand): readonly string[] {
  const standing = new Set(after.history.theirPromises.map(({ promise }) => promise.id));
  const gone = before.history.theirPromises
    .filter(({ promise, unresolved }) => unresolved && !standing.has(promise.id))
    .map(({ promise }) => `#${promise.seq}`);
  return [
    'their conduct counts afresh from this day; what they owe stays owed',
    ...(gone.length === 0
      ? []
      : [`what else they had promised is let go (${gone.join(' ')}): where it matters, ask anew`]),
  ];
}

/** How long they are watched, and what it takes to end it. */
export function trialSays(after: Stand): readonly string[] {
  const chance = lastChanceOf(after);
  return chance?.kind === 'probation' ? [`on probation ${lastChanceWords(chance)}`] : [];
}

function takeBack(world: World, words: readonly string[], options: ReturnOptions): Promise<void> {
  const reason = reasonToForce(options);
  return recordTurn(world, options, ofCustomer(world, words, options), (scene, found) => {
    unlessIdle('return', scene, found);
    const wasDropped = scene.standing.stage === 'dropped';
    if (options.force !== true && wasDropped) unlessOpen(scene, found);
    const note = [reason, noted(found.rest).note].filter((part) => part !== undefined);
    scene.add({ type: 'return', ...noted(note.length < 2 ? note : [note.join('; ')]) });
    return (after) => ({
      stage: true,
      says: [...afreshSays(scene.before, after), ...trialSays(after)],
    });
  });
}

function unlessOpen({ standing }: Scene, { customer }: OfCustomer): void {
  const name = quotedName(customer);
  const open = openConditions(standing);
  const forced = `rel return ${name} --force --reason "…"`;
  if (standing.once) {
    const message = `${customer} was dropped twice: there is no further chance`;
    throw new RelError('usage', message, `all the same: ${forced}`);
  }
  if (open.length === 0) return;
  throw new RelError(
    'usage',
    `${customer} still owes: ${open.join(', ')}`,
    `rel met ${name} ${open.join(' ')}, when they bring it; or --force --reason "…"`,
  );
}

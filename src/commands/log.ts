import type { LogKind } from '../grammar/head.ts';
import type { World } from '../platform/world.ts';
import { fitted } from '../render/fitted.ts';
import { planAnswer, planJson } from '../render/log-text.ts';
import { journalExists } from '../store/journal-file.ts';
import { planned, stored } from './log-keep.ts';
import { bareWords, type Line, lineOf } from './log-line.ts';
import { withText, withTextKept } from './log-source.ts';
import { readingFrom } from './opening.ts';

export const log = (world: World, words: readonly string[]): Promise<void> =>
  record(world, words, 'touch');
export const work = (world: World, words: readonly string[]): Promise<void> =>
  record(world, words, 'work');

/** Reads one line, stores it whole or not at all, and says what was understood. */
async function record(world: World, given: readonly string[], kind: LogKind): Promise<void> {
  const typed = lineOf(kind, given);
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

/** Stores what the line says, or only shows it, and answers. Throws RelError('usage') where it cannot be read. */
function keep(world: World, line: Line): void {
  const { chosen, db } = line;
  if (chosen.has('--show')) {
    const plan = readingFrom(world, db, (store) => planned(world, store, line));
    world.print(
      chosen.has('--json') ? planJson(plan) : fitted(planAnswer(plan), world.terminalWidth),
    );
    return;
  }
  // What cannot be read makes no journal either.
  if (!journalExists(world.journalPath(db))) planned(world, undefined, line);
  world.print(stored(world, line));
}

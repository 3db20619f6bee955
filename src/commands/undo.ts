import { Command } from 'commander';
import type { World } from '../platform/world.ts';
import { fitted } from '../render/fitted.ts';
import { indented, stepLines } from '../render/history-text.ts';
import type { Page } from '../render/page.ts';
import { visible } from '../render/visible.ts';
import type { Reversed } from '../store/reversal.ts';
import type { Store } from '../store/store.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { type Effect, effectLines, effectsOf } from './correction-effects.ts';
import { countedBy } from './counting.ts';
import { correcting, typed } from './correcting.ts';
import { readCount } from './read-count.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

type Direction = 'undo' | 'redo';

interface Done {
  readonly reversed: readonly Reversed[];
  readonly effects: readonly string[];
}

const MOST_STEPS = 4;
const VERBS = { came: 'back', went: 'gone' };

export function undoCommand(world: World): Command {
  const command = direction(world, 'undo')
    .description(
      'take back the last change, or the last N; whole commands, always in reverse order',
    )
    .argument('[count]', 'how many changes', readCount, 1);
  return withExamples(command, 'rel undo', 'rel undo 3');
}

export function redoCommand(world: World): Command {
  const command = direction(world, 'redo')
    .description('bring back what was undone last, as long as nothing new was written since')
    .argument('[count]', 'how many changes', readCount, 1);
  return withExamples(command, 'rel redo', 'rel redo 3');
}

const direction = (world: World, does: Direction): Command =>
  withJournal(new Command(does))
    .option('--json', 'answer as JSON')
    .action((count: number, options: Options) => run(world, does, count, options));

async function run(world: World, does: Direction, count: number, options: Options): Promise<void> {
  // One more than are shown: a single one is not worth saying that there is one more.
  const most = options.json === true ? Infinity : MOST_STEPS + 1;
  const done = correcting(world, options.db, (store) => reverse(world, store, does, count, most));
  if (options.json === true) world.print(jsonAnswer(does, done));
  else world.print(fitted(answer(does, done, await world.page()), world.terminalWidth));
}

function reverse(world: World, store: Store, does: Direction, count: number, most: number): Done {
  const today = world.clock.today();
  const touched = new Set<string>();
  const were: (readonly [string, Effect])[] = [];
  const before = (ids: readonly string[]): void => {
    const fresh = ids.filter((id) => !touched.has(id));
    fresh.forEach((id) => touched.add(id));
    were.push(...effectsOf(store, fresh, today));
  };
  return store.change(typed(world), (writer) => {
    const reversed = writer[does](count, { counted: countedBy(world), before, most });
    return { reversed, effects: effectLines(new Map(were), effectsOf(store, touched, today)) };
  });
}

function answer(does: Direction, { reversed, effects }: Done, page: Page): string {
  const lines = reversed.flatMap(({ change, steps, count }) => [
    `${does === 'undo' ? 'undone' : 'done again'}: ${visible(change.command)}`,
    ...stepLines(steps, VERBS, MOST_STEPS, count).flatMap((text) => indented(text, page)),
  ]);
  const count = reversed.length === 1 ? '' : ` ${reversed.length}`;
  const next =
    does === 'undo' ? `to do it again: rel redo${count}` : `to undo it again: rel undo${count}`;
  const after = [...effects.map(visible), next].flatMap((text) => indented(text, page));
  return [...lines, ...after, ''].join('\n');
}

function jsonAnswer(does: Direction, { reversed, effects }: Done): string {
  const changes = reversed.map(({ change, steps }) => ({
    id: change.id,
    command: change.command,
    at: change.at,
    steps: steps.map(stepJson),
  }));
  return `${JSON.stringify({ schema: 1, [does === 'undo' ? 'undone' : 'redone']: changes, effects })}\n`;
}

export function stepJson({ kind, subject, number, before, after }: Reversed['steps'][number]) {
  const line = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return {
    kind,
    id: subject,
    number: kind === 'entry' ? number : null,
    before: line(before),
    after: line(after),
  };
}

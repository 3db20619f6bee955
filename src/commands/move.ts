import { Command } from 'commander';
import { type Day, formatDay, spokenDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { promiseText } from '../journal/promise-text.ts';
import { bareDatesFrom, contextOf } from './bare-dates.ts';
import { withExamples } from './common.ts';
import { on, promiseTelling, refuseSecondNumber, unlessSettled } from './kept.ts';
import { ofPromise, type OfPromise } from './promise-number.ts';
import { dueDay, noted, recordTurn, type TurnOptions, withTurnOptions } from './turn.ts';

interface MoveOptions extends TurnOptions {
  readonly to?: readonly string[];
  readonly agreed?: boolean;
}

export function moveCommand(world: World): Command {
  const command = withTurnOptions(new Command('move'))
    .description('a promise gets another date; the first one is kept and shown')
    .usage('N|CUSTOMER --to DATE [options] [WORDS…]')
    .argument('[promise...]', 'its number, or a customer with one open promise; then a note')
    .option('--to <date...>', 'the new date')
    .option('--agreed', 'the other side agreed; only then it counts')
    .action((words: readonly string[], options: MoveOptions) => move(world, words, options));
  return withExamples(
    command,
    'rel move 12 --to fri --agreed',
    'rel move harlan to 3 dec they just said so',
  );
}

const TO = { to: 'future' } as const;

function move(world: World, words: readonly string[], options: MoveOptions): Promise<void> {
  const to = options.to === undefined ? {} : { to: options.to };
  const find = ofPromise(world, words, {
    verb: 'move',
    only: 'any',
    options: { ...on(options), ...to },
    keys: TO,
  });
  return recordTurn(world, options, find, (scene, found) => {
    const { ledger } = found;
    const { promise } = ledger;
    unlessSettled(found, 'moved');
    const { rest, days } = bareDatesFrom(found, 'to', contextOf(world, TO));
    refuseSecondNumber({ ledger, rest });
    const said = days.to;
    if (said === undefined) {
      const hint = `type it: rel move ${promise.seq} --to fri`;
      throw new RelError('usage', 'the new date is missing', hint);
    }
    const due = dueDay(said, found.on);
    const agreed = options.agreed === true;
    const wrong = wrongMove(found, due, agreed);
    if (wrong !== undefined)
      throw new RelError('usage', wrong, 'type another day: --to fri, --to "3 dec"');
    scene.add({
      type: 'moved',
      ref: promise.id,
      due,
      ...(agreed ? { agreed } : {}),
      ...noted(rest),
    });
    return (after) => {
      const shown = `#${promise.seq} ${promiseText(promise)}`;
      const stays = spokenDay(lastAgreed(found)?.due ?? promise.due);
      const first = agreed ? `; the first date was ${spokenDay(promise.due)}` : '';
      return promiseTelling(ledger, after, [
        agreed ? `${shown}: due ${spokenDay(due)} now${first}` : `${shown}: ${stays} still counts`,
        ...(agreed
          ? []
          : [
              `only an agreed move counts: rel move ${promise.seq} --to ${formatDay(due)} --agreed`,
            ]),
      ]);
    };
  });
}

const lastAgreed = ({ ledger }: OfPromise) =>
  ledger.moves.findLast(({ agreed }) => agreed === true);

/** A move that would do nothing, or makes no sense. */
function wrongMove(found: OfPromise, due: Day, agreed: boolean): string | undefined {
  const { promise } = found.ledger;
  const before = lastAgreed(found);
  if (due < promise.on)
    return `${spokenDay(due)} lies before the day it was promised, ${spokenDay(promise.on)}`;
  if (due === (before?.due ?? promise.due))
    return `#${promise.seq} is due on ${spokenDay(due)} already`;
  if (agreed && before !== undefined && before.on > found.on)
    return `#${promise.seq} was moved after that, on ${spokenDay(before.on)} (#${before.seq})`;
  return undefined;
}

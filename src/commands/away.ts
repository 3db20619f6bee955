import { Command } from 'commander';
import { readWeekday } from '../grammar/calendar-words.ts';
import { isYearless, readDate } from '../grammar/dates.ts';
import type { SaidDate } from '../grammar/said.ts';
import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { quotedName } from '../render/quoted.ts';
import { bareDatesFrom, contextOf } from './bare-dates.ts';
import { withExamples } from './common.ts';
import { noted, recordTurn, type Stand, type TurnOptions, withTurnOptions } from './turn.ts';
import { type OfCustomer, ofCustomer } from './turn-words.ts';

interface SpanOptions extends TurnOptions {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

type Span = 'away' | 'hardship';

function spanCommand(world: World, type: Span, description: string): Command {
  return withTurnOptions(new Command(type))
    .description(description)
    .usage('CUSTOMER --from DATE --to DATE [options] [WORDS…]')
    .argument('[customer...]', 'who, then words for a note')
    .option('--from <date...>', 'the first day (default: today)')
    .option('--to <date...>', 'the last day')
    .action((words: readonly string[], options: SpanOptions) => span(world, type, words, options));
}

export const awayCommand = (world: World): Command =>
  withExamples(
    spanCommand(world, 'away', 'they are away: those days count as no silence'),
    'rel away brazos 3 aug to 20 aug company holidays',
    'rel away harlan --to fri',
  );

export const hardshipCommand = (world: World): Command =>
  withExamples(
    spanCommand(
      world,
      'hardship',
      'a setback they did not cause: no silence, and promises due in it move to its end',
    ),
    'rel hardship brazos --from "1 nov" --to "30 nov" the flood',
    'rel hardship harlan --to "in 2 weeks" their buyer is in hospital',
  );

const FROM_TO = { from: 'future', to: 'future' } as const;

/** A day alone might be the first or the last one: it is taken for the first only where the last one follows. */
function spanIn(found: OfCustomer, context: ReturnType<typeof contextOf>) {
  const both = bareDatesFrom(found, 'from', context);
  return both.days.to === undefined ? found : both;
}

function span(
  world: World,
  type: Span,
  words: readonly string[],
  options: SpanOptions,
): Promise<void> {
  const find = ofCustomer(world, words, { ...options }, FROM_TO);
  return recordTurn(world, options, find, (scene, found) => {
    const name = quotedName(found.customer);
    const { rest, days } = spanIn(found, contextOf(world, FROM_TO));
    const said = days.to;
    if (said === undefined)
      throw new RelError(
        'usage',
        'the last day is missing',
        `type it: rel ${type} ${name} --to fri`,
      );
    const from = days.from === undefined ? scene.on : nearest(days.from, scene.today);
    const to = lastDay(said, from, scene.today);
    if (to < from) {
      const message = `the last day, ${spokenDay(to)}, lies before the first, ${spokenDay(from)}`;
      throw new RelError(
        'usage',
        message,
        'type both with their years: --from 2026-11-02 --to 2026-11-20',
      );
    }
    scene.add({ type, from, to, ...noted(rest) });
    return (after) => ({
      stage: false,
      says: [
        `${spokenWeekday(from)} ${spokenDay(from)} to ${spokenWeekday(to)} ${spokenDay(to)}: ${to - from + 1} days that count as no silence`,
        ...(type === 'hardship' ? movedBy(scene.before, after) : []),
      ],
    });
  });
}

/** "1 nov" is the one nearest to today: a setback is often entered while it lasts. */
function nearest({ day, words }: SaidDate, today: Day): Day {
  const past = isYearless(words) ? readDate(words, today, 'past') : undefined;
  return past !== undefined && today - past < day - today ? past : day;
}

/** "20 nov", and "fri" where the span lies ahead, are the first such day after its beginning. */
function lastDay({ day, words }: SaidDate, from: Day, today: Day): Day {
  const isAfterFrom = isYearless(words) || (from > today && readWeekday(words) !== undefined);
  return isAfterFrom ? (readDate(words, from, 'future') ?? day) : day;
}

function movedBy(before: Stand, after: Stand): readonly string[] {
  const was = new Map(before.history.theirPromises.map(({ promise, due }) => [promise.id, due]));
  const moved = after.history.theirPromises.filter(
    ({ promise, due }) => was.get(promise.id) !== due,
  );
  return moved.length === 0
    ? ['no promise of theirs falls due in it']
    : moved.map(({ promise, due }) => `#${promise.seq} counts as due ${spokenDay(due)}`);
}

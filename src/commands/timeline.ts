import { Command } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { historyOf } from '../journal/history.ts';
import { type Moment, timelineOf } from '../practice/timeline.ts';
import type { World } from '../platform/world.ts';
import { entryJson } from '../render/entry-json.ts';
import { promiseJson } from '../render/promise-json.ts';
import { timelineText } from '../render/timeline-text.ts';
import { lookingInto, namesIn, oneCustomer } from './book.ts';
import { dateOption, type JournalOption, withExamples, withJournal } from './common.ts';
import { relationshipAlone } from './one-customer.ts';
import { onlyName } from './only-name.ts';
import { readCount } from './read-count.ts';

interface Options extends JournalOption, FormatOption {
  readonly since?: string;
  readonly until?: string;
  readonly last?: number;
}

export function timelineCommand(world: World): Command {
  const command = withJournal(new Command('timeline'))
    .description('all that happened with one customer, in order, with what became of it')
    .argument('<customer...>', 'a name, an alias, the beginning of a word of the name, or a person')
    .option('--since <date>', 'from that day on')
    .option('--until <date>', 'up to that day')
    .option('--last <count>', 'only the last so many', readCount)
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => timeline(world, words, options));
  return withExamples(
    command,
    'rel timeline brazos',
    'rel timeline brazos --since "1 oct" --until "last friday"',
    'rel timeline dana --last 20 --json',
  );
}

async function timeline(world: World, words: readonly string[], options: Options): Promise<void> {
  const { first, last } = spanOf(world, options);
  const asOf = world.clock.today();
  const relationship = lookingInto(world, options.db, (book) =>
    relationshipAlone(book, onlyName(words, oneCustomer(words, namesIn(book)))),
  );
  const history = historyOf(relationship, asOf);
  const { entries } = relationship;
  const customer = relationship.customer.name;
  const whole = timelineOf(entries, history, asOf);
  const inTime = whole.filter(({ entry }) => entry.on >= first && entry.on <= last);
  const moments = options.last === undefined ? inTime : inTime.slice(-options.last);
  const { stage } = history.standing;
  if (asksJson(options)) {
    const json = { customer, asOf: formatDay(asOf), stage, entries: moments.map(momentJson) };
    world.print(`${JSON.stringify({ schema: 1, ...json })}\n`);
    return;
  }
  const [start] = moments;
  const before =
    start === undefined ? entries.filter(({ on }) => on < first).length : whole.indexOf(start);
  const after = entries.length - before - moments.length;
  world.print(timelineText({ customer, stage, asOf, moments, before, after }, await world.page()));
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf(world: World, { since, until }: Options): Span {
  const first = since === undefined ? -Infinity : dateOption(world, '--since', since, 'past');
  const last = until === undefined ? Infinity : dateOption(world, '--until', until, 'past');
  if (first > last) {
    throw new RelError(
      'usage',
      `--until ${until ?? ''} lies before --since ${since ?? ''}`,
      'give the earlier day to --since',
    );
  }
  return { first, last };
}

function momentJson({ entry, stage, after, standing, about }: Moment) {
  const change = (each: NonNullable<typeof stage>) => ({ ...each, on: formatDay(each.on) });
  return {
    ...entryJson(entry),
    stageChange: stage === undefined ? null : change(stage),
    later: after.map(change),
    promise: standing === undefined ? null : promiseJson(standing),
    refNumber: about?.seq ?? null,
  };
}

import { Command, Option } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { type Day, formatDay } from '../journal/days.ts';
import type { Due } from '../practice/due.ts';
import { mostUrgent, todayOf } from '../practice/today.ts';
import type { World } from '../platform/world.ts';
import { type TodayLine, todayText } from '../render/today-text.ts';
import { backupText } from '../render/backup-reminder-text.ts';
import { bookOf } from '../verdict/book.ts';
import { type BackupReminder, backupReminder } from './backup-reminder.ts';
import { type Book, namesIn, readBook } from './book.ts';
import { countedAs } from './counting.ts';
import { EMPTY_JOURNAL, type JournalOption, withExamples, withJournal } from './common.ts';
import { readingFrom } from './opening.ts';
import { shortNames } from './short-name.ts';

interface Options extends JournalOption, FormatOption {
  readonly all?: boolean;
  readonly failOn?: 'overdue';
}

const BACK_UP = 'rel backup';
const EXIT_FAIL_ON = 1;
/** Lines of a screen of 24 beside the head, the foot, a few commands too long for their line, and the prompt. */
const ONE_SCREEN = 18;
/** On a narrower page a command has a line of its own. */
const WIDE_PAGE = 72;

export function todayCommand(world: World): Command {
  const command = withJournal(new Command('today'))
    .description('what is due: promises, notices, renewals, replies, and whom you left alone')
    .option('--all', 'all of it, however long')
    .addOption(
      new Option('--fail-on <what>', 'exit 1 when something is overdue').choices(['overdue']),
    )
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((options: Options) => today(world, options));
  return withExamples(
    command,
    'rel today',
    'rel today --all',
    'rel today --fail-on overdue --json',
  );
}

async function today(world: World, options: Options): Promise<void> {
  const asOf = world.clock.today();
  const { book, reminder } = readingFrom(world, options.db, (store) => ({
    book: readBook(store, undefined, countedAs(world, 'customers read')),
    reminder: store && backupReminder(world, store.file),
  }));
  const { due, coming } = todayOf(bookOf(book.accounts, book.settings, asOf), asOf);
  const lineOf = lining(book);
  if (asksJson(options)) {
    const line = (each: Due) => dueJson(each, lineOf(each).command, asOf);
    const json = {
      asOf: formatDay(asOf),
      due: due.map(line),
      coming: coming.map(line),
      backup: reminder === undefined ? null : reminderJson(reminder),
    };
    world.print(`${JSON.stringify({ schema: 1, ...json })}\n`);
  } else if (book.accounts.length === 0) {
    world.print(`${EMPTY_JOURNAL}\n`);
  } else {
    const layout = await world.page();
    const linesEach = layout.width < WIDE_PAGE ? 2 : 1;
    const shown = options.all === true ? due : mostUrgent(due, ONE_SCREEN, linesEach);
    const lines = new Map([...due, ...coming].map((each) => [each, lineOf(each)]));
    const printed = (some: readonly Due[]) => some.flatMap((each) => lines.get(each) ?? []);
    const page = { asOf, shown: printed(shown), due: printed(due), coming: printed(coming) };
    world.print(todayText(page, layout));
    if (reminder !== undefined) world.print(`${backupText(reminder, asOf, layout)}\n`);
  }
  if (options.failOn === 'overdue' && due.some(({ overdue }) => overdue)) world.end(EXIT_FAIL_ON);
}

const reminderJson = ({ last }: BackupReminder) => ({
  last: last === undefined ? null : formatDay(last),
  command: BACK_UP,
});

function lining(book: Book): (due: Due) => TodayLine {
  const shortName = shortNames(namesIn(book));
  return ({ kind, customer, entry, day, dated, overdue, what, command }) => {
    const { verb, of, words } = command;
    const whom = of === 'entry' ? String(entry.seq) : shortName(customer, words);
    const typed = ['rel', verb, whom, words].filter((part) => part !== '').join(' ');
    return { kind, customer, number: entry.seq, day, dated, overdue, what, command: typed };
  };
}

function dueJson({ kind, customer, entry, day, overdue, what }: Due, command: string, asOf: Day) {
  return {
    kind,
    customer,
    number: entry.seq,
    entry: entry.id,
    date: formatDay(day),
    days: asOf - day,
    overdue,
    what,
    command,
  };
}

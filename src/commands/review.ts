import { Command, InvalidArgumentError } from 'commander';
import { addDays, WEEK } from '../journal/days.ts';
import { formatOf, jsonOption } from './format-option.ts';
import { RelError } from '../journal/error.ts';
import { type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { type CustomerReview, type Review, reviewOf, severity } from '../verdict/review.ts';
import { firstWeek } from '../verdict/weeks.ts';
import { customersNamed, readBook } from './book.ts';
import { countedAs } from './counting.ts';
import {
  dateOption,
  EMPTY_JOURNAL,
  type JournalOption,
  withExamples,
  withJournal,
} from './common.ts';
import { knownDay, KNOWN_HELP, nothingKnown } from './known-day.ts';
import { maskOption, shownBook } from './masked.ts';
import { readingFrom } from './opening.ts';
import { withPage } from './page-output.ts';
import { privateOption } from './privately.ts';
import { readRecentBook } from './recent-book.ts';
import {
  checkOutput,
  graphOption,
  type OutputOptions,
  printReview,
  reviewFormatOption,
  showsWeeks,
} from './review-output.ts';
import { lastReviewDay, recordReview } from './review-record.ts';
import { asksWalk, type WalkOptions } from './review-walk-options.ts';

interface Options extends JournalOption, OutputOptions, WalkOptions {
  readonly against?: string;
  readonly all?: boolean;
  readonly verdict?: readonly Verdict[];
  readonly failOn?: Verdict;
  readonly mask?: boolean;
}

const EXIT_FAIL_ON = 1;

export function reviewCommand(world: World): Command {
  const command = withJournal(new Command('review'))
    .description('KEEP, FIX, REBUILD or DROP for each customer, with the evidence')
    .argument('[customers...]', 'only these')
    .option('--as-of <date>', 'as it stood at the end of that day')
    .option('--known <date>', KNOWN_HELP)
    .option(
      '--against <date>',
      'compare with that day (default: your last review, else a week before)',
    )
    .option('--all', 'KEEP ones too')
    .option('--verdict <word>', 'only this verdict (may be given again)', collectVerdict)
    .option(
      '--fail-on <word>',
      'exit 1 when a verdict is this bad or worse: fix, rebuild, drop',
      failOn,
    )
    .option('-i, --interactive', 'walk through what has changed, and decide')
    .option('--blind', 'with -i: say your own verdict first, then see the computed one')
    .option('--no-input', 'never ask')
    .addOption(reviewFormatOption())
    .addOption(jsonOption())
    .addOption(graphOption())
    .addOption(privateOption('in a page'))
    .addOption(maskOption())
    .option('--no-hangs-on', 'JSON without the entries that a verdict hangs on (faster)')
    .option('--all-rules', 'JSON with all 21 rules, level null where there is not enough data')
    .action((words: readonly string[], options: Options) => review(world, words, options));
  return withExamples(
    withPage(command),
    'rel review',
    'rel review harlan --as-of "last friday"',
    'rel review -i --blind',
    'rel review --json --fail-on drop',
    'rel review --open',
  );
}

/** Nothing that is printed asks for entries of any age. */
function isBrief(options: Options): boolean {
  const format = formatOf(options);
  // A picture tells silences by all those before them.
  if (format === 'html') return false;
  return format !== 'json' || (options.hangsOn === false && options.allRules !== true);
}

async function review(world: World, words: readonly string[], options: Options): Promise<void> {
  checkOutput(options);
  const walks = asksWalk(world, options);
  const asOf =
    options.asOf === undefined
      ? world.clock.today()
      : dateOption(world, '--as-of', options.asOf, 'past');
  const against =
    options.against === undefined
      ? undefined
      : dateOption(world, '--against', options.against, 'past');
  if (against !== undefined && against > asOf) {
    throw new RelError(
      'usage',
      '--against lies after the day of the review',
      'compare with an earlier day',
    );
  }
  const known = knownDay(world, options.known);
  const { book, whole, called } = readingFrom(world, options.db, (store) => {
    const before = against ?? lastReviewDay(store, asOf, known) ?? addDays(asOf, -WEEK);
    const part = known === undefined && !walks && isBrief(options);
    const weeks = options.graph === true || showsWeeks(world) ? firstWeek(asOf) : before;
    const read =
      store !== undefined && part
        ? readRecentBook(
            store,
            world.counted(store.customers(), 'customers read'),
            weeks < before ? weeks : before,
            asOf,
            formatOf(options) === 'json',
          )
        : readBook(store, known, countedAs(world, 'customers read'));
    const { among, book, called } = shownBook(read, options.mask);
    return {
      book,
      whole: reviewOf(book.accounts, book.settings, asOf, before),
      called: among((names) => customersNamed(words, names)).map(called),
    };
  });
  const shown = chosen(whole, called, options);
  const isWhole = words.length === 0 && options.verdict === undefined;
  if (walks && book.accounts.length > 0) {
    const { walkReview } = await import('./review-walk.ts');
    const walk = {
      db: options.db,
      blind: options.blind === true,
      currency: book.settings.currency,
    };
    await walkReview(world, whole, isWhole ? undefined : shown, walk);
    return;
  }
  const isText = formatOf(options) === 'text';
  if (isText && book.accounts.length === 0) {
    world.print(known === undefined ? `${EMPTY_JOURNAL}\n` : nothingKnown(known));
  } else {
    const isRead = ({ judgement, changed }: CustomerReview): boolean =>
      options.all === true ||
      words.length > 0 ||
      options.verdict !== undefined ||
      judgement.verdict !== 'KEEP' ||
      changed;
    const printed = {
      customers: shown,
      read: shown.filter(isRead),
      named: words.length > 0,
      currency: book.settings.currency,
      known,
    };
    await printReview(world, whole, printed, options);
    const isSeen = isText || options.open === true;
    const isOwn = options.asOf === undefined && known === undefined && options.mask !== true;
    if (isSeen && isWhole && isOwn) recordReview(world, options.db, whole);
  }
  const limit = options.failOn;
  if (
    limit !== undefined &&
    shown.some(({ judgement }) => severity(judgement.verdict) >= severity(limit))
  )
    world.end(EXIT_FAIL_ON);
}

/** What was asked for by name and verdict. The KEEP ones are left out of the text only. */
function chosen(
  { customers }: Review,
  called: readonly string[],
  { verdict }: Options,
): readonly CustomerReview[] {
  const names = called.length === 0 ? undefined : new Set(called);
  return customers.filter(
    ({ judgement, relationship }) =>
      (names === undefined || names.has(relationship.customer.name)) &&
      (verdict === undefined || verdict.includes(judgement.verdict)),
  );
}

function readVerdict(word: string, among: readonly Verdict[] = VERDICTS): Verdict {
  const verdict = among.find((each) => each === word.toUpperCase());
  if (verdict !== undefined) return verdict;
  throw new InvalidArgumentError(`It is one of ${among.join(', ').toLowerCase()}.`);
}

const collectVerdict = (word: string, before: readonly Verdict[] = []): readonly Verdict[] => [
  ...before,
  readVerdict(word),
];

const failOn = (word: string): Verdict => readVerdict(word, ['FIX', 'REBUILD', 'DROP']);

import { Command, InvalidArgumentError } from 'commander';
import { addDays, WEEK } from '../journal/days.ts';
import { formatOf, jsonOption } from './format-option.ts';
import { RelError } from '../journal/error.ts';
import { type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { type Remembered, severity } from '../verdict/review.ts';
import { customersNamed, openBook } from './book.ts';
import { countedAs, countedBy } from './counting.ts';
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
import { openRecentBook } from './recent-book.ts';
import {
  checkOutput,
  graphOption,
  type OutputOptions,
  reviewFormatOption,
  weeksShown,
} from './review-output.ts';
import { printPage } from './review-html.ts';
import { lastReviewDay, recordReview } from './review-record.ts';
import { type Asked, heldReview, setReview, toReview } from './set-review.ts';
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
  const format = formatOf(options);
  const page = await world.page();
  const { asked, currency, isEmpty, review } = readingFrom(world, options.db, (store) => {
    const before = against ?? lastReviewDay(store, asOf, known) ?? addDays(asOf, -WEEK);
    const weeks = weeksShown(world, options, asOf, page);
    const first = weeks[0] !== undefined && weeks[0] < before ? weeks[0] : before;
    const isPart = known === undefined && !walks && isBrief(options);
    const open =
      store !== undefined && isPart
        ? openRecentBook(store, first, asOf, format === 'json')
        : openBook(store, known);
    const watch = countedAs(world, 'customers read');
    const { among, book, called } = shownBook(open, options.mask, watch);
    const names = among((all) => customersNamed(words, all)).map(called);
    const { currency } = book.settings;
    const asked = { ...askedFor(names, options), currency, known };
    const all = toReview(book, { asOf, against: before }, weeks, countedBy(world));
    const review =
      walks || format === 'html' ? heldReview(all) : setReview(world, all, asked, options, page);
    return { asked, currency, isEmpty: book.accounts.length === 0, review };
  });
  const isWhole = words.length === 0 && options.verdict === undefined;
  if (format === 'text' && isEmpty) {
    world.print(known === undefined ? `${EMPTY_JOURNAL}\n` : nothingKnown(known));
    return;
  }
  if ('text' in review) world.print(review.text);
  else {
    const customers = review.customers.filter(asked.isAsked);
    if (walks) {
      const { walkReview } = await import('./review-walk.ts');
      const walk = { db: options.db, blind: options.blind === true, currency };
      await walkReview(world, review, isWhole ? undefined : customers, walk);
      return;
    }
    await printPage(world, { review, customers, currency, known }, options);
  }
  const isSeen = format === 'text' || options.open === true;
  const isOwn = options.asOf === undefined && known === undefined && options.mask !== true;
  if (isSeen && isWhole && isOwn)
    recordReview(world, options.db, { asOf, customers: review.customers });
  const limit = options.failOn;
  const isBad = ({ judgement }: Remembered): boolean =>
    limit !== undefined && severity(judgement.verdict) >= severity(limit);
  if (review.customers.some((each) => asked.isAsked(each) && isBad(each))) world.end(EXIT_FAIL_ON);
}

/** Those asked for by name and verdict, and of them those that a reader wants to see: without KEEP ones, as a rule. */
function askedFor(
  names: readonly string[],
  { all, verdict }: Options,
): Pick<Asked, 'isAsked' | 'isRead' | 'named'> {
  const named = names.length > 0;
  return {
    named,
    isAsked: ({ judgement, relationship }) =>
      (!named || names.includes(relationship.customer.name)) &&
      (verdict === undefined || verdict.includes(judgement.verdict)),
    isRead: ({ judgement, changed }) =>
      all === true || named || verdict !== undefined || judgement.verdict !== 'KEEP' || changed,
  };
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

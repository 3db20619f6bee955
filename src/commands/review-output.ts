import { formatOf } from './format-option.ts';
import { Option } from 'commander';
import { knownLine } from './known-day.ts';
import { checkPage, type PageOptions } from './page-output.ts';
import { printPage } from './review-html.ts';
import { csvOf } from '../export/csv.ts';
import { COLUMNS, verdictRow } from '../export/tables.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { reviewGraph } from '../render/review-graph.ts';
import { reviewJson } from '../render/review-json.ts';
import { reviewMarkdown } from '../render/review-markdown.ts';
import type { ReviewPage } from '../render/review-page.ts';
import { reviewText } from '../render/review-text.ts';
import { remarksOf } from '../practice/remarks.ts';
import { hangsOn } from '../verdict/hangs-on.ts';
import type { CustomerReview, Review } from '../verdict/review.ts';
import { mediansOf } from '../verdict/track.ts';
import { type Week, weeksOf } from '../verdict/weeks.ts';
import { wholeBook } from '../verdict/whole-book.ts';

const FORMATS = ['text', 'json', 'csv', 'md', 'html'] as const;
type ReviewFormat = (typeof FORMATS)[number];

/** How a review is printed. */
export interface OutputOptions extends PageOptions {
  readonly format: ReviewFormat;
  readonly json?: boolean;
  readonly graph?: boolean;
  /** A page in HTML alone. */
  readonly private?: boolean;
  /** JSON alone. */
  readonly hangsOn?: boolean;
  /** JSON alone. */
  readonly allRules?: boolean;
}

/** What is printed. */
export interface Printed {
  /** The reviews asked for, by name and verdict. */
  readonly customers: readonly CustomerReview[];
  /** Those of them that a reader wants to see: without KEEP ones, as a rule. */
  readonly read: readonly CustomerReview[];
  readonly named: boolean;
  readonly currency: string | undefined;
  /** Where only what had been entered by then was looked at. */
  readonly known: Day | undefined;
}

export const reviewFormatOption = (): Option =>
  new Option('--format <form>', 'md is for notes, csv as rel export verdicts, html a page')
    .default('text')
    .choices(FORMATS)
    .argParser(readFormat);

function readFormat(word: string): ReviewFormat {
  const format = FORMATS.find((each) => each === word);
  if (format !== undefined) return format;
  throw new RelError(
    'usage',
    `rel cannot print a review as ${word}`,
    `there are ${FORMATS.join(', ')}`,
  );
}

export const graphOption = (): Option =>
  new Option('--graph', 'the book at one look: the verdicts of 26 weeks, in JSON too');

/** Refuses what does not go together, before any work is done. */
export function checkOutput(options: OutputOptions): void {
  const format = formatOf(options);
  checkPage(options, format);
  if (options.private === true && format !== 'html') {
    throw new RelError(
      'usage',
      '--private goes with --format html',
      'rel why CUSTOMER tells you what is private',
    );
  }
  if (options.graph === true && (format === 'md' || format === 'csv')) {
    throw new RelError(
      'usage',
      `--graph does not go with --format ${format}`,
      'it goes with text, json and html',
    );
  }
}

/** Bars beside the names of a review. */
export const showsWeeks = ({ graphs, interactive }: World): boolean =>
  graphs === 'auto' ? interactive : graphs === 'always';

/** Prints a review in the form asked for. */
export async function printReview(
  world: World,
  review: Review,
  { customers, read, named, currency, known }: Printed,
  options: OutputOptions,
): Promise<void> {
  const format = formatOf(options);
  const book = wholeBook(review);
  if (format === 'csv') {
    const rows = customers.map(verdictRow);
    for (const piece of csvOf(COLUMNS.verdicts, rows, { bom: false, spreadsheet: false }))
      world.print(piece);
    return;
  }
  if (format === 'json') {
    const json = reviewJson(
      { ...review, customers, book, known },
      {
        hinges:
          options.hangsOn === false
            ? undefined
            : ({ relationship, judgement }) => hangsOn(relationship, judgement),
        allRules: options.allRules === true,
        remarksOf,
        weeksOf: options.graph === true ? weeksIn(review) : undefined,
      },
    );
    world.print(`${JSON.stringify(json)}\n`);
    return;
  }
  if (format === 'html') {
    const weeks = weeksIn(review);
    for (const each of world.counted(customers, 'customers drawn')) weeks(each);
    await printPage(world, { review, book, customers, currency, known, weeksOf: weeks }, options);
    return;
  }
  const all: ReviewPage = {
    review,
    book,
    customers: read,
    hidden: customers.filter((each) => !read.includes(each)),
    named,
    currency,
    remarksOf: onceEach(remarksOf),
    weeksOf: showsWeeks(world) ? weeksIn(review) : undefined,
  };
  if (known !== undefined) world.print(`${knownLine(known)}${format === 'md' ? '\n' : ''}`);
  if (format === 'md') world.print(reviewMarkdown(all));
  else {
    const page = await world.page();
    const graph = { ...all, weeksOf: weeksIn(review) };
    world.print(options.graph === true ? reviewGraph(graph, page) : reviewText(all, page));
  }
}

function weeksIn({ customers }: Review): (review: CustomerReview) => readonly Week[] {
  const medianOn = mediansOf(customers.map(({ relationship }) => relationship));
  return onceEach((review) => weeksOf(review, medianOn));
}

/** Worked out once a customer: a page is set more than once. */
function onceEach<T>(of: (review: CustomerReview) => T): (review: CustomerReview) => T {
  const known = new Map<CustomerReview, T>();
  return (review) => {
    const found = known.get(review) ?? of(review);
    known.set(review, found);
    return found;
  };
}

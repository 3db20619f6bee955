import { formatOf } from './format-option.ts';
import { Option } from 'commander';
import { checkPage, type PageOptions } from './page-output.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import type { Page } from '../render/page.ts';
import { weeksBeside } from '../render/review-headline.ts';
import { firstWeek, weeklyDays } from '../verdict/weeks.ts';

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

/** The days whose verdicts are shown beside those of the review. */
export function weeksShown(
  world: World,
  options: OutputOptions,
  asOf: Day,
  page: Page,
): readonly Day[] {
  const format = formatOf(options);
  if (options.graph === true || format === 'html') return weeklyDays(firstWeek(asOf), asOf);
  return format === 'text' && showsWeeks(world)
    ? weeklyDays(firstWeek(asOf, weeksBeside(page)), asOf)
    : [];
}

import { wrapAnsi } from 'fast-wrap-ansi';
import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Page } from './page.ts';
import { columns, pad, padStart } from './visible.ts';

/** One line of a journal, before it is laid out. */
export interface EntryLine {
  readonly number: number;
  readonly on: Day;
  /** Nothing in it that a terminal cannot show. */
  readonly text: string;
  /** One column before the number. */
  readonly mark?: string;
}

interface Layout {
  readonly number: number;
  readonly date: number;
  readonly indent: number;
  /** The text goes under its date. */
  readonly narrow: boolean;
}

/** Of all lines that are to stand under each other. */
export function entryLayout(lines: readonly EntryLine[], page: Page): Layout {
  const widest = (text: (line: EntryLine) => string): number =>
    lines.reduce((most, line) => Math.max(most, columns(text(line))), 0);
  const number = widest((line) => `${line.mark ?? ''}#${line.number}`);
  const date = widest(({ on }) => dated(on));
  const indent = number + date + 4;
  return { number, date, indent, narrow: page.width - indent < LEAST_TEXT };
}

const LEAST_TEXT = 20;

/** Number, date and text, the later lines of the text under its first one. */
export function entryLine(
  { mark = '', number, on, text }: EntryLine,
  layout: Layout,
  page: Page,
  paint: (line: string) => string = (line) => line,
): readonly string[] {
  const label = padStart(`${mark}#${number}`, layout.number);
  const date = page.paint('quiet', pad(dated(on), layout.date));
  const room = page.width - layout.indent;
  if (layout.narrow)
    return [
      `${label}  ${date.trimEnd()}`,
      ...broken(text, page.width - 2).map((line) => `  ${paint(line)}`),
    ];
  const [first = '', ...rest] = broken(text, room).map(paint);
  return [`${label}  ${date}  ${first}`, ...rest.map((line) => ' '.repeat(layout.indent) + line)];
}

/** Words longer than a line are broken: Chinese and Japanese have no blanks. `rel show N` leaves an address whole. */
const broken = (text: string, width: number): readonly string[] =>
  wrapAnsi(text, width, { hard: true }).split('\n');

const dated = (on: Day): string => `${spokenWeekday(on)} ${spokenDay(on)}`;

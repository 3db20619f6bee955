import { type Day, spokenDay, spokenWeekday, WEEK } from '../journal/days.ts';
import { counted } from '../journal/counted.ts';
import { type Page, sign } from './page.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';

/** One thing to do. */
export interface TodayLine {
  readonly kind: string;
  readonly customer: string;
  /** The short number of its entry. */
  readonly number: number;
  /** The date it is due, or since when. */
  readonly day: Day;
  readonly dated: boolean;
  readonly overdue: boolean;
  readonly what: string;
  /** Can be pasted. */
  readonly command: string;
}

interface TodayPage {
  readonly asOf: Day;
  /** Of all that is due, those that are printed. */
  readonly shown: readonly TodayLine[];
  readonly due: readonly TodayLine[];
  readonly coming: readonly TodayLine[];
}

const HEADINGS: Readonly<Record<string, string>> = {
  ours: 'You promised',
  theirs: 'They promised',
  notice: 'Notices that end',
  settle: 'To be settled, one way or another',
  renewal: 'Renewals',
  brief: 'Taken over, and not read up on',
  reminder: 'Reminders',
  reply: 'Waiting for a reply',
  cadence: 'Too long alone',
  intent: 'Meant to drop',
  door: 'At the door again',
  opening: 'They left, but something changed',
  why: 'They left, and nobody knows why',
};

const INDENT = '  ';
const GAP = '  ';
/** What it is about needs so much room beside a command. */
const LEAST_WHAT = 28;
const SHORTEST_NAME = 10;

export function todayText({ asOf, shown, due, coming }: TodayPage, page: Page): string {
  const day = `${spokenWeekday(asOf)} ${spokenDay(asOf)}`;
  const { ellipsis } = sign(page);
  if (due.length === 0) {
    const [next] = coming;
    const rest = next === undefined ? '' : ` Next: ${comingText(next)}`;
    return `${cut(`${day}: nothing is due.${rest}`, page.width, ellipsis)}\n`;
  }
  const late = due.filter(({ overdue }) => overdue).length;
  // Nothing is to be done yet for what they may still answer in time.
  const awaited = due.filter(({ kind, overdue }) => kind === 'reply' && !overdue).length;
  const count = due.length - awaited;
  const head = [
    `${day}: ${count === 0 ? 'nothing is' : count} due`,
    ...(late > 0 ? [`${late} overdue`] : []),
    ...(awaited > 0 ? [`${counted(awaited, 'reply', 'replies')} awaited`] : []),
  ].join(', ');
  const layout = layoutOf(shown, asOf, page);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const sections = kinds.flatMap((kind) => {
    const mine = shown.filter((each) => each.kind === kind);
    const all = due.filter((each) => each.kind === kind).length;
    const count = all > mine.length ? ` (${mine.length} of ${all})` : '';
    return [
      page.paint('strong', `${HEADINGS[kind] ?? kind}${count}`),
      ...mine.flatMap((line) => lineText(line, layout, asOf, page)),
    ];
  });
  const hidden = due.length - shown.length;
  const foot = [
    ...(hidden > 0 ? [`${hidden} more: rel today --all`] : []),
    ...comingLine(coming, asOf),
  ].map((line) => page.paint('quiet', cut(line, page.width, ellipsis)));
  return `${[page.paint('strong', cut(head, page.width, ellipsis)), ...sections, ...foot].join('\n')}\n`;
}

interface Layout {
  readonly date: number;
  readonly when: number;
  /** Where the commands end. */
  readonly width: number;
}

function layoutOf(lines: readonly TodayLine[], asOf: Day, page: Page): Layout {
  const widest = (text: (line: TodayLine) => string): number =>
    lines.reduce((most, line) => Math.max(most, columns(text(line))), 0);
  const date = widest(({ day }) => shortDay(day, asOf));
  const when = widest((line) => howLong(line, asOf));
  const lead = INDENT.length + date + when + 2 * GAP.length;
  const whole = lead + widest((line) => `${about(line)}${GAP}${line.command}`);
  return { date, when, width: Math.min(page.width, whole) };
}

const about = ({ number, customer, what }: TodayLine): string =>
  `#${number} ${visible(customer)}: ${visible(what)}`;

/** Where there is no room for all, the name gives way first. */
function fitting(line: TodayLine, room: number, ellipsis: string): string {
  const whole = about(line);
  const excess = columns(whole) - room;
  if (excess <= 0) return whole;
  const name = visible(line.customer);
  const customer = cut(name, Math.max(SHORTEST_NAME, columns(name) - excess), ellipsis);
  return cut(about({ ...line, customer }), room, ellipsis);
}

function lineText(line: TodayLine, layout: Layout, asOf: Day, page: Page): readonly string[] {
  const { arrow, ellipsis } = sign(page);
  const when = padStart(howLong(line, asOf), layout.when);
  const lead = `${INDENT}${padStart(shortDay(line.day, asOf), layout.date)}${GAP}`;
  const head = `${lead}${line.overdue ? page.paint('bad', when) : when}${GAP}`;
  const room = layout.width - columns(lead) - layout.when - GAP.length;
  const beside = room - columns(line.command) - GAP.length;
  if (beside >= Math.min(LEAST_WHAT, columns(about(line)))) {
    const text = pad(fitting(line, beside, ellipsis), beside);
    return [`${head}${text}${GAP}${page.paint('quiet', line.command)}`];
  }
  return [
    `${head}${fitting(line, Math.max(8, room), ellipsis)}`,
    `${INDENT}${INDENT}${page.paint('quiet', `${arrow} ${line.command}`)}`,
  ];
}

/** `2 d late`, `today`, `in 12 d`; for what has no date `12 d`. */
function howLong({ dated, day }: TodayLine, asOf: Day): string {
  const days = asOf - day;
  if (days === 0) return 'today';
  if (days < 0) return `in ${-days} d`;
  return dated ? `${days} d late` : `${days} d`;
}

/** `12 Nov`; with its year where that is another one. */
function shortDay(day: Day, asOf: Day): string {
  const [dayOfMonth = '', month = '', year = ''] = spokenDay(day).split(' ');
  return spokenDay(asOf).endsWith(year)
    ? `${dayOfMonth} ${month}`
    : `${dayOfMonth} ${month} ${year}`;
}

function comingLine(coming: readonly TodayLine[], asOf: Day): readonly string[] {
  const [next] = coming;
  if (next === undefined) return [];
  const week = coming.filter(({ day }) => day - asOf <= WEEK).length;
  return [`${week > 1 ? `${week} within a week; next` : 'Next'}: ${comingText(next)}`];
}

const comingText = (line: TodayLine): string =>
  `${spokenWeekday(line.day)} ${spokenDay(line.day)}, ${about(line)}`;

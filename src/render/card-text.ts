import { spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Person, Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import type { Standing } from '../journal/promises.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { thousands } from './amounts.ts';
import { entryText } from './entry-text.ts';
import { wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { columns, pad, padStart, visible } from './visible.ts';

interface Card {
  readonly review: CustomerReview;
  readonly people: readonly Person[];
  /** What is open or overdue, ours first. */
  readonly promises: readonly Standing[];
  /** The last ones, in Order. */
  readonly entries: readonly Recorded[];
  /** How many came before them. */
  readonly more: number;
}

/** One customer on one screen. */
export function cardText({ review, people, promises, entries, more }: Card, page: Page): string {
  const { judgement, relationship, value } = review;
  const { customer } = relationship;
  const { dot } = sign(page);
  const facts = [
    judgement.verdict,
    judgement.standing.stage,
    `tier ${customer.tier ?? 'B'}`,
    ...(value === null ? [] : [`${thousands(value)} a year`]),
    ...(customer.solo === true ? ['one contact only'] : []),
    ...(customer.terms === undefined ? [] : [`${customer.terms} days to pay`]),
  ];
  const about = [
    ...(customer.aliases === undefined ? [] : [`also called ${customer.aliases.join(', ')}`]),
    ...(customer.inheritedFrom === undefined ? [] : [`inherited from ${customer.inheritedFrom}`]),
    ...(customer.needs ?? []).map((need) => `needs ${need}`),
    ...(customer.standard === undefined ? [] : [`agreed: ${customer.standard}`]),
    ...people.map(personText),
  ];
  return [
    `${page.paint('strong', visible(customer.name))}  ${page.paint('quiet', facts.join(` ${dot} `))}`,
    ...about.flatMap((line) => wrapped(visible(line), page.width - 2).map((part) => `  ${part}`)),
    ...(promises.length === 0
      ? []
      : [
          '',
          page.paint('strong', 'Open promises'),
          ...promises.map((each) => promiseLine(each, page)),
        ]),
    '',
    ...entryLines(entries, more, page),
    '',
  ].join('\n');
}

function personText({ decides, email, name, phone, role, wellWisher, win }: Person): string {
  const facts = [
    role ?? '',
    decides === true ? 'decides' : '',
    wellWisher === true ? 'wishes you well' : '',
    win === undefined ? '' : `wants to win: ${win}`,
    email ?? '',
    phone ?? '',
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? name : `${name}: ${facts.join(', ')}`;
}

function promiseLine({ promise, due, lateness, status }: Standing, page: Page): string {
  const who = promise.by === 'us' ? 'ours  ' : 'theirs';
  const late = status === 'open' ? '' : page.paint('bad', `  ${lateness} days late`);
  return `  ${who}  #${promise.seq} ${visible(promise.what ?? promise.number ?? '')}, due ${spokenDay(due)}${late}`;
}

function entryLines(entries: readonly Recorded[], more: number, page: Page): readonly string[] {
  if (entries.length === 0) return ['No entries yet.'];
  const width = Math.max(...entries.map(({ seq }) => columns(`#${seq}`)));
  const dates = entries.map(({ on }) => `${spokenWeekday(on)} ${spokenDay(on)}`);
  const dateWidth = Math.max(...dates.map(columns));
  const indent = width + dateWidth + 4;
  const lines = entries.flatMap((entry, index) => {
    const [first = '', ...rest] = wrapped(entryText(entry), Math.max(20, page.width - indent));
    const head = `${padStart(`#${entry.seq}`, width)}  ${page.paint('quiet', pad(dates[index] ?? '', dateWidth))}  ${first}`;
    return [head, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
  return more > 0
    ? [page.paint('quiet', `${more} earlier entries: --last ${more + entries.length}`), ...lines]
    : lines;
}

/** One entry: its sentence, then every field that was stored. */
export function oneEntryText(entry: Recorded, fields: Readonly<Record<string, Json>>): string {
  const lines = Object.entries(fields).map(([field, value]) => {
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return `  ${pad(field, FIELD_WIDTH)}${visible(shown)}`;
  });
  const day = `${spokenWeekday(entry.on)} ${spokenDay(entry.on)}`;
  return `#${entry.seq} ${day}, ${visible(entry.customer)}: ${entryText(entry)}\n${lines.join('\n')}\n`;
}

const FIELD_WIDTH = 12;

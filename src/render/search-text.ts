import type { Customer, Person, Recorded } from '../journal/entry.ts';
import { entryLayout, entryLine } from './entry-lines.ts';
import { entryText } from './entry-text.ts';
import { wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { columns, visible } from './visible.ts';

type Spans = readonly (readonly [start: number, end: number])[];

interface Found {
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
  /** Newest first, those to be printed. */
  readonly entries: readonly Recorded[];
  /** How many entries were found in all. */
  readonly count: number;
  /** Where in a text the words stand. */
  readonly spansIn: (text: string) => Spans;
}

/** Of a long note, the first lines and the next one with a hit are shown; `rel show` has all of it. */
const FIRST_LINES = 1;
/** Where number and date have a line of their own. */
const FIRST_LINES_NARROW = 2;

export function searchText(found: Found, page: Page): string {
  const { customers, people, entries, count, spansIn } = found;
  const paint = (line: string): string => marked(line, spansIn(line), page);
  const cards = [
    ...cardLines('customer', customers.map(customerText), page, paint),
    ...cardLines('person', people.map(personText), page, paint),
  ];
  const lines = entries.map((entry) => ({
    number: entry.seq,
    on: entry.on,
    text: `${visible(entry.customer)}: ${entryText(entry)}`,
  }));
  const { ellipsis } = sign(page);
  // Room for the mark where something was left out.
  const narrower = { ...page, width: page.width - 1 - columns(ellipsis) };
  const layout = entryLayout(lines, narrower);
  const first = layout.narrow ? FIRST_LINES_NARROW : FIRST_LINES;
  const hits = lines.flatMap((line) => {
    const painted = entryLine(line, layout, narrower, paint);
    if (painted.length <= first + 1) return painted;
    // A colour's own letters must not be taken for a hit.
    const bare = entryLine(line, layout, { ...narrower, paint: (_role, text) => text });
    const hit = bare.findIndex((text, index) => index >= first && spansIn(text).length > 0);
    const last = painted[Math.max(hit, first)] ?? '';
    return [...painted.slice(0, first), `${last} ${ellipsis}`];
  });
  const more = count - entries.length;
  const foot = more > 0 ? [page.paint('quiet', `${more} more: --last ${count}`)] : [];
  return `${[...cards, ...hits, ...foot].join('\n')}\n`;
}

const LABEL_WIDTH = 10;
const MOST_CARDS = 5;

function cardLines(
  label: string,
  texts: readonly string[],
  page: Page,
  paint: (line: string) => string,
): readonly string[] {
  const lines = texts.slice(0, MOST_CARDS).flatMap((text) =>
    wrapped(visible(text), page.width - LABEL_WIDTH).map((line, index) => {
      const lead = (index === 0 ? label : '').padEnd(LABEL_WIDTH);
      return page.paint('quiet', lead) + paint(line);
    }),
  );
  const more = texts.length - MOST_CARDS;
  return more > 0
    ? [...lines, page.paint('quiet', `${' '.repeat(LABEL_WIDTH)}${more} more`)]
    : lines;
}

const customerText = ({ name, aliases = [], needs = [] }: Customer): string =>
  [name, ...aliases, ...needs].join(', ');

const personText = ({ name, customer, role, email, phone, win }: Person): string =>
  [`${name} at ${customer}`, role, email, phone, win]
    .filter((part) => part !== undefined)
    .join(', ');

function marked(text: string, spans: Spans, page: Page): string {
  let painted = '';
  let at = 0;
  for (const [start, end] of spans) {
    painted += text.slice(at, start) + page.paint('good', text.slice(start, end));
    at = end;
  }
  return painted + text.slice(at);
}

import { counted } from '../journal/counted.ts';
import { wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import type { RemarksOf } from './remark-text.ts';
import { type Block, blockOf, type Density } from './review-block.ts';
import { LABEL_WIDTH } from './review-cells.ts';
import { folded, type Outlined, type Part } from './review-fold.ts';
import { type Headlines, headlinesOf, VERDICT_WIDTH } from './review-headline.ts';
import type { ReviewPage } from './review-page.ts';
import { titleLines, verdictCounts } from './review-title.ts';
import { pad, visible } from './visible.ts';
import type { CustomerReview } from '../verdict/review.ts';
import type { Week } from '../verdict/weeks.ts';
import { wholeBookLines } from './whole-book-text.ts';

/** A page that is longer is set more closely, until it cannot be any more. */
const SCREEN_LINES = 48;
/** A book that no screen takes. */
const LONG: Density = { findings: 2, remarks: 1, airy: false, said: 1 };
/** How to ask further. */
const LEGEND = '. note  ! warning  !! serious  !!! critical  #12: rel show 12  all: rel why NAME';
/** So many with a remark that is not told are named. */
const MINDED_MOST = 3;
/** All that is to be said of a customer. */
export const FULL: Density = {
  findings: Infinity,
  remarks: Infinity,
  airy: true,
  said: Infinity,
};
const DENSITIES: readonly Density[] = [
  { findings: 4, remarks: 2, airy: true, said: 2 },
  { findings: 3, remarks: 1, airy: true, said: 2 },
  { findings: 3, remarks: 1, airy: false, said: 2 },
  { findings: 2, remarks: 1, airy: false, said: 2 },
  { findings: 2, remarks: 1, airy: false, said: 1 },
  { findings: 2, remarks: 1, airy: false, said: 0 },
  { findings: 2, remarks: 0, airy: false, said: 0 },
  { findings: 1, remarks: 0, airy: false, said: 0 },
];

/** A page of text. */
export interface TextPage extends ReviewPage<Outlined> {
  readonly remarksOf: RemarksOf;
  /** The verdicts of the weeks before; undefined where they are not wanted. */
  readonly weeksOf: ((review: CustomerReview) => readonly Week[]) | undefined;
}

/** The whole review on one page: who needs what, worst first, and then the book. */
export function reviewText(all: TextPage, page: Page): string {
  const headlines = headlinesOf(all, page);
  const head = headLines(all, headlines, page);
  const body = bodyOf(all, headlines, page);
  const hidden = hiddenLines(all, page);
  const foot = footLines(all, page);
  const set = (density: Density): readonly string[] => {
    const above = [...head, ...(density.airy ? [''] : []), ...body(density)];
    const below = [...hidden, ...foot];
    // Whether anybody has remarks is only asked where the lines that tell it may fit.
    const isTold = density.remarks === 0 && above.length + below.length <= SCREEN_LINES;
    return [...above, ...(isTold ? mindedLines(all, page) : []), ...below];
  };
  return `${(all.named ? set(FULL) : onScreen(set)).join('\n')}\n`;
}

/** The first way of setting the page that fits a screen. */
function onScreen(set: (density: Density) => readonly string[]): readonly string[] {
  for (const density of DENSITIES) {
    const lines = set(density);
    if (lines.length <= SCREEN_LINES) return lines;
  }
  return set(LONG);
}

function headLines(all: TextPage, headlines: Headlines, page: Page): readonly string[] {
  // Letters speak for themselves.
  const counts = verdictCounts(all, page, all.weeksOf !== undefined && page.unicode);
  return [...titleLines(all, page), ...headlines.titles(counts)];
}

function bodyOf(all: TextPage, headlines: Headlines, page: Page): Block {
  const parts: readonly Part[] = all.named
    ? all.customers.map((one) => ({ one }))
    : folded(all.customers);
  if (parts.length === 0) return () => ['Nothing needs mending.'];
  const blocks = parts.map((part, index) => ({
    lines: blockOf(part, headlines, all.remarksOf, page),
    isApart: index > 0 && !(isKept(part) && isKept(parts[index - 1])),
  }));
  return (density) =>
    blocks.flatMap(({ lines, isApart }) => [
      ...(density.airy && isApart ? [''] : []),
      ...lines(density),
    ]);
}

/** These take a line each. */
const isKept = (part: Part | undefined): boolean =>
  part !== undefined && 'one' in part && part.one.judgement.verdict === 'KEEP';

/** Who has remarks that the page has no room for. */
function mindedLines({ customers }: TextPage, page: Page): readonly string[] {
  const names = mindedNames(customers);
  if (names === '') return [];
  return wrapped(`more at rel why NAME: ${names}`, Math.max(20, page.width - LABEL_WIDTH - 2)).map(
    (line, index) => `  ${pad(index === 0 ? 'mind' : '', LABEL_WIDTH)}${line}`,
  );
}

/** The first of those with a remark; empty where none has one. */
function mindedNames(some: readonly Outlined[]): string {
  const names = some
    .filter(({ hasRemarks }) => hasRemarks())
    .map(({ relationship }) => visible(relationship.customer.name));
  const more = names.length > MINDED_MOST ? ` +${names.length - MINDED_MOST} more` : '';
  return names.slice(0, MINDED_MOST).join(', ') + more;
}

function hiddenLines({ hidden }: TextPage, page: Page): readonly string[] {
  if (hidden.length === 0) return [];
  const minded = mindedNames(hidden);
  const texts = [
    `${counted(hidden.length, 'customer')}, nothing to mend: rel review --all`,
    ...(minded === '' ? [] : [`to mind all the same, rel why NAME: ${minded}`]),
  ];
  const width = Math.max(20, page.width - VERDICT_WIDTH);
  const lines = texts.flatMap((text) => wrapped(text, width));
  return lines.map(
    (line, index) =>
      page.paint('good', pad(index === 0 ? 'KEEP' : '', VERDICT_WIDTH)) + page.paint('quiet', line),
  );
}

function footLines(all: TextPage, page: Page): readonly string[] {
  const lines = wholeBookLines(all.book, all.currency).flatMap(({ label, text, warns }) =>
    wrapped(text, Math.max(20, page.width - LABEL_WIDTH - 2)).map(
      (line, index) =>
        `  ${pad(index === 0 ? label : '', LABEL_WIDTH)}${warns ? page.paint('warn', line) : line}`,
    ),
  );
  const explains = all.customers.some(({ judgement }) => judgement.verdict !== 'KEEP');
  const legend = explains ? wrapped(LEGEND, page.width) : [];
  return [
    ...(lines.length + legend.length > 0 ? [''] : []),
    ...lines,
    ...legend.map((line) => page.paint('quiet', line)),
  ];
}

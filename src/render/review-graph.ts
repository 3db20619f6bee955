import { thousands } from '../journal/amount-words.ts';
import { counted } from '../journal/counted.ts';
import { VERDICTS } from '../journal/vocabulary.ts';
import type { CustomerReview } from '../verdict/review.ts';
import type { Week } from '../verdict/weeks.ts';
import { wrapped } from './finding-text.ts';
import { inRows } from './in-rows.ts';
import { type Page, sign } from './page.ts';
import { monthNames, timescale } from './picture/timescale.ts';
import { type ReviewPage, valueTitle, VERDICT_ROLES, WORST_FIRST } from './review-page.ts';
import { titleLines, verdictCounts } from './review-title.ts';
import { unknownSign, weekSign } from './verdict-weeks.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';

type Graph = Pick<ReviewPage, 'book' | 'currency' | 'customers' | 'hidden' | 'named' | 'review'> & {
  readonly weeksOf: (review: CustomerReview) => readonly Week[];
};

/** On a narrower page the verdict stands above those that have it, and the worth nowhere. */
const WIDE = 60;
const LEAST_NAME = 9;
const VERDICT_WIDTH = 7;
const GAP = '  ';

/** The whole book at one look: a line for each customer, a sign for each week, worst first. */
export function reviewGraph(all: Graph, page: Page): string {
  const { customers, hidden, named, review, weeksOf } = all;
  const isSteady = (one: CustomerReview): boolean =>
    weeksOf(one).every(({ verdict }) => verdict === null || verdict === 'KEEP');
  const steady = hidden.filter(isSteady);
  const wanted = new Set([...customers, ...hidden]);
  for (const one of steady) wanted.delete(one);
  const shown = review.customers.filter((one) => wanted.has(one));
  const told =
    steady.length === 0
      ? ''
      : `${counted(steady.length, 'customer')}, KEEP all the time: rel review --graph --all`;
  return [
    ...titleLines(all, page),
    ...(named ? [] : wrapped(verdictCounts(all, page, false), page.width)),
    '',
    ...(shown.length === 0 ? [] : rowsOf(shown, all, page)),
    ...[...wrapped(told, page.width), ...inRows(legend(shown, all, page), page)]
      .filter((line) => line !== '')
      .map((line) => page.paint('quiet', line)),
    '',
  ].join('\n');
}

/** What stands on the right of the weeks. */
interface Behind {
  readonly title: string;
  readonly width: number;
  readonly cell: (review: CustomerReview) => string;
}

function rowsOf(shown: readonly CustomerReview[], all: Graph, page: Page): readonly string[] {
  const { review, weeksOf } = all;
  const isWide = page.width >= WIDE;
  const behind = isWide ? behindOf(shown, all, page) : { title: '', width: 0, cell: () => '' };
  const weeks = Math.max(...shown.map((one) => weeksOf(one).length));
  const names = Math.max(...shown.map((one) => columns(nameOf(one))));
  const gap = isWide ? GAP : ' ';
  const room = page.width - gap.length - behind.width;
  const nameWidth = Math.min(names, Math.max(LEAST_NAME, room - weeks));
  const scale = timescale(review.asOf, weeks, Math.min(weeks, room - nameWidth));
  const row = (one: CustomerReview): string => {
    const name = pad(cut(nameOf(one), nameWidth, sign(page).ellipsis), nameWidth);
    const signs = weeksOf(one)
      .slice(-scale.columns)
      .map(({ verdict }) =>
        verdict === null
          ? unknownSign(page)
          : page.paint(VERDICT_ROLES[verdict], weekSign(verdict, page)),
      );
    return (page.paint('strong', name) + gap + signs.join('') + behind.cell(one)).trimEnd();
  };
  const months = pad(monthNames(scale), scale.columns) + behind.title;
  const title = pad(cut('customer', nameWidth, ''), nameWidth) + gap + months;
  const lines = isWide
    ? shown.map(row)
    : WORST_FIRST.flatMap((verdict) => {
        const some = shown.filter(({ judgement }) => judgement.verdict === verdict);
        return some.length === 0
          ? []
          : [page.paint(VERDICT_ROLES[verdict], verdict), ...some.map(row)];
      });
  return [page.paint('quiet', title.trimEnd()), ...lines];
}

function behindOf(shown: readonly CustomerReview[], { currency }: Graph, page: Page): Behind {
  const verdict = ({ judgement }: CustomerReview): string =>
    GAP + page.paint(VERDICT_ROLES[judgement.verdict], pad(judgement.verdict, VERDICT_WIDTH));
  const verdictWidth = GAP.length + VERDICT_WIDTH;
  const begin = GAP + pad('now', VERDICT_WIDTH);
  if (shown.every(({ value }) => value === null))
    return { title: begin, width: verdictWidth, cell: verdict };
  const title = valueTitle(currency, page);
  const worth = ({ value }: CustomerReview): string => (value === null ? '' : thousands(value));
  const width = Math.max(columns(title), ...shown.map((one) => worth(one).length));
  return {
    title: begin + GAP + padStart(title, width),
    width: verdictWidth + GAP.length + width,
    cell: (one) => verdict(one) + GAP + page.paint('quiet', padStart(worth(one), width)),
  };
}

const nameOf = ({ relationship }: CustomerReview): string => visible(relationship.customer.name);

/** The signs that occur, and what they stand for. */
function legend(
  shown: readonly CustomerReview[],
  { weeksOf }: Graph,
  page: Page,
): readonly string[] {
  const seen = new Set(shown.flatMap((one) => weeksOf(one).map(({ verdict }) => verdict)));
  const known = VERDICTS.filter((verdict) => seen.has(verdict));
  if (known.length === 0) return [];
  return [
    'a sign a week, the last is now:',
    ...known.map((verdict) => `${weekSign(verdict, page)} ${verdict}`),
    ...(seen.has(null) && !page.unicode ? ['. not known yet'] : []),
  ];
}

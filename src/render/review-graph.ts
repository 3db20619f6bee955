import { thousands } from '../journal/amount-words.ts';
import { counted } from '../journal/counted.ts';
import { VERDICTS } from '../journal/vocabulary.ts';
import { byUrgency, type Remembered } from '../verdict/review.ts';
import type { Week } from '../verdict/weeks.ts';
import { wrapped } from './finding-text.ts';
import { inRows } from './in-rows.ts';
import { type Page, sign } from './page.ts';
import { monthNames, timescale } from './picture/timescale.ts';
import { type ReviewPage, valueTitle, VERDICT_ROLES, WORST_FIRST } from './review-page.ts';
import { titleLines, verdictCounts } from './review-title.ts';
import { unknownSign, weekSign } from './verdict-weeks.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';

/** A customer in the graph. */
export interface Rowed extends Remembered {
  readonly weeks: readonly Week[];
}

type Graph = ReviewPage<Rowed>;

/** On a narrower page the verdict stands above those that have it, and the worth nowhere. */
const WIDE = 60;
const LEAST_NAME = 9;
const VERDICT_WIDTH = 7;
const GAP = '  ';

/** The whole book at one look: a line for each customer, a sign for each week, worst first. */
export function reviewGraph(all: Graph, page: Page): string {
  const { customers, hidden, named } = all;
  const isSteady = ({ weeks }: Rowed): boolean =>
    weeks.every(({ verdict }) => verdict === null || verdict === 'KEEP');
  const steady = hidden.filter(isSteady);
  const unsteady = hidden.filter((one) => !isSteady(one));
  const shown = [...customers, ...unsteady].sort(byUrgency);
  const told =
    steady.length === 0
      ? ''
      : `${counted(steady.length, 'customer')}, KEEP all the time: rel review --graph --all`;
  return [
    ...titleLines(all, page),
    ...(named ? [] : wrapped(verdictCounts(all, page, false), page.width)),
    '',
    ...(shown.length === 0 ? [] : rowsOf(shown, all, page)),
    ...[...wrapped(told, page.width), ...inRows(legend(shown, page), page)]
      .filter((line) => line !== '')
      .map((line) => page.paint('quiet', line)),
    '',
  ].join('\n');
}

/** What stands on the right of the weeks. */
interface Behind {
  readonly title: string;
  readonly width: number;
  readonly cell: (review: Remembered) => string;
}

function rowsOf(shown: readonly Rowed[], all: Graph, page: Page): readonly string[] {
  const isWide = page.width >= WIDE;
  const behind = isWide ? behindOf(shown, all, page) : { title: '', width: 0, cell: () => '' };
  const weeks = Math.max(...shown.map((one) => one.weeks.length));
  const names = Math.max(...shown.map((one) => columns(nameOf(one))));
  const gap = isWide ? GAP : ' ';
  const room = page.width - gap.length - behind.width;
  const nameWidth = Math.min(names, Math.max(LEAST_NAME, room - weeks));
  const scale = timescale(all.review.asOf, weeks, Math.min(weeks, room - nameWidth));
  const row = (one: Rowed): string => {
    const name = pad(cut(nameOf(one), nameWidth, sign(page).ellipsis), nameWidth);
    const signs = one.weeks
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

function behindOf(shown: readonly Rowed[], { currency }: Graph, page: Page): Behind {
  const verdict = ({ judgement }: Remembered): string =>
    GAP + page.paint(VERDICT_ROLES[judgement.verdict], pad(judgement.verdict, VERDICT_WIDTH));
  const verdictWidth = GAP.length + VERDICT_WIDTH;
  const begin = GAP + pad('now', VERDICT_WIDTH);
  if (shown.every(({ value }) => value === null))
    return { title: begin, width: verdictWidth, cell: verdict };
  const title = valueTitle(currency, page);
  const worth = ({ value }: Remembered): string => (value === null ? '' : thousands(value));
  const width = Math.max(columns(title), ...shown.map((one) => worth(one).length));
  return {
    title: begin + GAP + padStart(title, width),
    width: verdictWidth + GAP.length + width,
    cell: (one) => verdict(one) + GAP + page.paint('quiet', padStart(worth(one), width)),
  };
}

const nameOf = ({ relationship }: Remembered): string => visible(relationship.customer.name);

/** The signs that occur, and what they stand for. */
function legend(shown: readonly Rowed[], page: Page): readonly string[] {
  const seen = new Set(shown.flatMap(({ weeks }) => weeks.map(({ verdict }) => verdict)));
  const known = VERDICTS.filter((verdict) => seen.has(verdict));
  if (known.length === 0) return [];
  return [
    'a sign a week, the last is now:',
    ...known.map((verdict) => `${weekSign(verdict, page)} ${verdict}`),
    ...(seen.has(null) && !page.unicode ? ['. not known yet'] : []),
  ];
}

import { type Page, sign } from './page.ts';
import {
  amountIn,
  marksOf,
  percent,
  type ReviewPage,
  valueTitle,
  VERDICT_ROLES,
} from './review-page.ts';
import { thousands } from '../journal/amount-words.ts';
import type { CustomerReview, Remembered } from '../verdict/review.ts';
import { type Week, WEEKS } from '../verdict/weeks.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { weekSigns } from './verdict-weeks.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';
import { wrapped } from './finding-text.ts';

export const VERDICT_WIDTH = 9;
const GAP = '  ';
/** On a narrower page the worth stands under the name. */
const WIDE = 72;
/** On a narrower page there is room for a quarter only. */
const HALF_YEAR = 100;
const FEW_WEEKS = 13;

/** So many weeks have room beside a headline. */
export const weeksBeside = ({ width }: Page): number => (width < HALF_YEAR ? FEW_WEEKS : WEEKS);

/** What stands on the right of each headline, in columns under their titles. */
interface Column {
  readonly title: string;
  readonly width: number;
  readonly right: boolean;
  readonly cell: (review: CustomerReview) => string;
  /** Of several customers together. */
  readonly sum: (reviews: readonly Remembered[]) => string;
}

/** The headlines of one page. */
export interface Headlines {
  /** The titles of the columns, to the right of this text; under it where that is too long. */
  titles(text: string): readonly string[];
  of(review: CustomerReview): readonly string[];
  /** One for several customers. */
  ofMany(verdict: Verdict, reviews: readonly Remembered[], words: string): string;
}

/** What decides on the columns of a page. */
interface Headed extends Pick<ReviewPage, 'customers' | 'currency'> {
  /** The verdicts of as many weeks as have room; undefined where they are not wanted. */
  readonly weeksOf: ((review: CustomerReview) => readonly Week[]) | undefined;
}

export function headlinesOf({ customers, currency, weeksOf }: Headed, page: Page): Headlines {
  const narrow = page.width < WIDE;
  const shown = narrow ? [] : columnsOf({ customers, currency, weeksOf }, page);
  const wide = shown.reduce((sum, { width }) => sum + GAP.length + width, 0);
  const room = page.width - VERDICT_WIDTH - wide;
  const line = (cells: (column: Column) => string): string =>
    shown
      .map((column) => {
        const text = cells(column);
        return GAP + (column.right ? padStart(text, column.width) : pad(text, column.width));
      })
      .join('');
  const head = (verdict: Verdict, text: string, cells: (column: Column) => string): string =>
    `${page.paint(VERDICT_ROLES[verdict], pad(verdict, VERDICT_WIDTH))}${pad(text, room)}${page.paint('quiet', line(cells))}`.trimEnd();
  const { dot, ellipsis } = sign(page);
  return {
    titles: (text) => {
      const titles = page.paint('quiet', line(({ title }) => title).trimEnd());
      const beside = page.width - wide;
      if (shown.length > 0 && columns(text) <= beside) return [pad(text, beside) + titles];
      const lines = wrapped(text, page.width).map((each) => each.trim());
      return shown.length === 0 ? lines : [...lines, ' '.repeat(beside) + titles];
    },
    of: (review) => {
      const { judgement, relationship, share, value } = review;
      const marks = [
        ...marksOf(review),
        ...(narrow && value !== null ? [amountIn(value, currency)] : []),
        ...(narrow && share !== null ? [percent(share)] : []),
      ].join(` ${dot} `);
      const name = visible(relationship.customer.name);
      const fits = columns(name) + GAP.length + columns(marks) <= room;
      const shownName = page.paint('strong', cut(name, room, ellipsis));
      const inLine = marks !== '' && fits ? GAP + page.paint('quiet', marks) : '';
      const below = fits || marks === '' ? [] : wrapped(marks, page.width - VERDICT_WIDTH);
      return [
        head(judgement.verdict, shownName + inLine, ({ cell }) => cell(review)),
        ...below.map((text) => ' '.repeat(VERDICT_WIDTH) + page.paint('quiet', text)),
      ];
    },
    ofMany: (verdict, reviews, words) =>
      head(verdict, page.paint('strong', cut(words, room, ellipsis)), ({ sum }) => sum(reviews)),
  };
}

function columnsOf({ customers, currency, weeksOf }: Headed, page: Page): readonly Column[] {
  const value = ({ value: each }: Remembered): string => (each === null ? '' : thousands(each));
  const share = ({ share: each }: Remembered): string => (each === null ? '' : percent(each));
  const total = (numbers: readonly (number | null)[]): number =>
    numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const values = (some: readonly Remembered[]): string => {
    const sum = total(some.map((each) => each.value));
    return sum > 0 ? thousands(sum) : '';
  };
  const shares = (some: readonly Remembered[]): string => {
    const sum = total(some.map((each) => each.share));
    return sum > 0 ? percent(sum) : '';
  };
  const title = valueTitle(currency, page);
  const most = weeksBeside(page);
  return [
    ...(customers.some((each) => each.value !== null)
      ? [
          {
            title,
            width: Math.max(columns(title), columns(values(customers))),
            right: true,
            cell: value,
            sum: values,
          },
        ]
      : []),
    ...(customers.some((each) => each.share !== null)
      ? [{ title: 'income', width: 6, right: true, cell: share, sum: shares }]
      : []),
    ...(weeksOf === undefined
      ? []
      : [
          {
            title: `${most} weeks`,
            width: most,
            right: false,
            cell: (each: CustomerReview) => weekSigns(weeksOf(each), page),
            sum: () => '',
          },
        ]),
  ];
}

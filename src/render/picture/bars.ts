import { duration } from '../../journal/amount-words.ts';
import { type Size, SIZES } from '../../journal/vocabulary.ts';
import type { Picture } from '../../practice/picture.ts';
import type { Page } from '../page.ts';
import { percent } from '../review-page.ts';
import { columns, pad } from '../visible.ts';
import { fitting, LABEL_WIDTH } from './lane.ts';

/** Their parts of what the seller has, 0 to 1; null where there is nothing to have a part of. */
export interface Shares {
  /** Of the time of a year. */
  readonly time: number | null;
  readonly income: number | null;
}

interface Bar {
  readonly label: string;
  readonly value: number;
  /** From the longest form to the shortest. */
  readonly says: readonly string[];
}

const BAR_WIDTH = 20;
const SIZE_WORDS: Readonly<Record<Size, string>> = { s: 'small', m: 'medium', l: 'large' };

/** What either side gave the other; nothing where neither did. A favour takes one column, until there are more than these. */
export function favourLines({ gave, got, sizes }: Picture, page: Page): readonly string[] {
  if (gave + got === 0) return [];
  const bar = (label: 'gave' | 'got', value: number): Bar => {
    const bySize = SIZES.filter((size) => sizes[label][size] > 0)
      .toReversed()
      .map((size) => `${sizes[label][size]} ${SIZE_WORDS[size]}`)
      .join(', ');
    const whole = `${value} in a year`;
    return {
      label,
      value,
      says: [...(value === 0 ? [] : [`${whole}: ${bySize}`]), whole, `${value}`],
    };
  };
  return barLines([bar('gave', gave), bar('got', got)], Math.max(gave, got, longestOn(page)), page);
}

/** Their part of the seller's time against that of the income; the only customer has all of both, and is told nothing. */
export function shareLines(
  { year }: Picture,
  { income, time }: Shares,
  page: Page,
): readonly string[] {
  if (income === null || time === null || (income === 1 && time === 1)) return [];
  const spent = `${percent(time)} of your hours`;
  return barLines(
    [
      { label: 'time', value: time, says: [`${spent}: ${duration(year.minutes)}`, spent] },
      { label: 'income', value: income, says: [`${percent(income)} of your income`] },
    ],
    Math.max(time, income),
    page,
  );
}

/** In columns. */
const longestOn = ({ width }: Page): number =>
  Math.min(BAR_WIDTH, Math.max(1, width - LABEL_WIDTH - BAR_WIDTH));

/** Bars on one scale: a word, a bar, and what it stands for. @param full what the longest bar may stand for */
function barLines(bars: readonly Bar[], full: number, page: Page): readonly string[] {
  const longest = longestOn(page);
  const block = page.unicode ? '▇' : '=';
  return bars.map(({ label, says, value }) => {
    const length = value === 0 ? 0 : Math.max(1, Math.round((value * longest) / full));
    const bar = length === 0 ? '' : `${block.repeat(length)} `;
    const begin = page.paint('quiet', pad(label, LABEL_WIDTH)) + bar;
    return (begin + fitting(says, page.width - columns(begin))).trimEnd();
  });
}

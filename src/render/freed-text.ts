import type { Json } from '../journal/fields.ts';
import type { FreedHours, Waiting } from '../practice/freed-hours.ts';
import { duration } from '../journal/amount-words.ts';
import { hanging } from './finding-text.ts';
import type { Page } from './page.ts';
import { percent } from './review-page.ts';
import { visible } from './visible.ts';

/** What the end of it gives back, what it costs, and who could use it, a sentence each. */
export function freedWords({ minutes, share, waiting }: FreedHours): readonly string[] {
  return [
    `it frees ${minutes === 0 ? 'no time' : `${duration(minutes)} a quarter`} and gives up ${share === null || share === 0 ? 'no income' : `${percent(share)} of a year's income`}`,
    waiting.length === 0
      ? 'nobody else is left waiting: look for the next prospect'
      : `that time could go to ${waitingWords(waiting)}`,
  ];
}

/** `Harlan Supply (left alone 69 days), Oak (a prospect, waiting 20 days)`. */
export const waitingWords = (waiting: readonly Waiting[]): string =>
  waiting
    .map(({ customer, days, is }) => {
      const what = is === 'prospect' ? 'a prospect, waiting' : 'left alone';
      return `${visible(customer)} (${what} ${days} days)`;
    })
    .join(', ');

/** The section of `rel why`. */
export const freedLines = (freed: FreedHours, page: Page): readonly string[] => [
  '',
  page.paint('strong', 'If you walk away'),
  ...freedWords(freed).flatMap((text) => hanging(text, page)),
];

export const freedJson = ({
  days,
  minutes,
  share,
  waiting,
}: FreedHours): Readonly<Record<string, Json>> => ({
  days,
  minutes,
  share,
  waiting: waiting.map((each) => ({ ...each })),
});

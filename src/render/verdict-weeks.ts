import type { Verdict } from '../journal/vocabulary.ts';
import type { Week } from '../verdict/weeks.ts';
import type { Page } from './page.ts';

const BARS = { KEEP: '▁', FIX: '▃', REBUILD: '▅', DROP: '▇' } as const;
const LETTERS = { KEEP: 'K', FIX: 'F', REBUILD: 'R', DROP: 'D' } as const;

const signsOn = ({ unicode }: Page): Readonly<Record<Verdict, string>> =>
  unicode ? BARS : LETTERS;

/** One sign a week, the latest last; a blank where nothing was known, or a dot where only ASCII is shown. */
export function weekSigns(weeks: readonly Week[], page: Page): string {
  const signs = signsOn(page);
  const unknown = unknownSign(page);
  return weeks.map(({ verdict }) => (verdict === null ? unknown : signs[verdict])).join('');
}

/** What stands for a week of which nothing was known. */
export const unknownSign = ({ unicode }: Page): string => (unicode ? ' ' : '.');

/** What stands for a verdict in a row of weeks. */
export const weekSign = (verdict: Verdict, page: Page): string => signsOn(page)[verdict];

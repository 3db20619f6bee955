import { type Day, spokenDay } from '../journal/days.ts';
import { counted } from '../journal/counted.ts';
import type { Page } from './page.ts';

/** @param last the day of the last backup; undefined where there is none */
export function backupText(
  { last }: { readonly last: Day | undefined },
  today: Day,
  page: Page,
): string {
  const since =
    last === undefined
      ? 'there is no backup'
      : `the last backup is of ${spokenDay(last)}, ${counted(today - last, 'day')} ago`;
  return page.paint('warn', `${since}: rel backup`);
}

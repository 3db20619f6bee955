import { type Day, spokenDay } from '../journal/days.ts';
import { count } from '../rules/rule.ts';
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
      : `the last backup is of ${spokenDay(last)}, ${count(today - last, 'day')} ago`;
  return page.paint('warn', `${since}: rel backup`);
}

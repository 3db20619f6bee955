import { type Day, spokenDay } from '../journal/days.ts';
import type { Stage } from '../journal/stage.ts';
import type { Tier, Verdict } from '../journal/vocabulary.ts';
import { thousands } from './amounts.ts';
import { type Page, sign } from './page.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';

export interface ListedCustomer {
  readonly name: string;
  readonly verdict: Verdict;
  readonly tier: Tier;
  readonly stage: Stage;
  readonly lastEntry: Day | undefined;
  readonly entries: number;
  readonly value: number | null;
}

const GAP = '  ';

/** A table of customers as wide as the page at the most; names give way. */
export function listText(customers: readonly ListedCustomer[], page: Page): string {
  const rows = [
    ['Customer', 'Verdict', 'Tier', 'Stage', 'Last entry', 'Entries', 'Value'],
    ...customers.map(({ name, verdict, tier, stage, lastEntry, entries, value }) => [
      visible(name),
      verdict,
      tier,
      stage,
      lastEntry === undefined ? '' : spokenDay(lastEntry),
      String(entries),
      value === null ? '' : thousands(value),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columns(row[column] ?? ''))),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  const nameWidth = Math.min(widths[0] ?? 0, Math.max(12, page.width - others));
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      if (column === 0) return pad(cut(cell, nameWidth, sign(page).ellipsis), nameWidth);
      return column >= 5 ? padStart(cell, widths[column] ?? 0) : pad(cell, widths[column] ?? 0);
    });
    const line = cells.join(GAP).trimEnd();
    return index === 0 ? page.paint('quiet', line) : line;
  });
  return `${lines.join('\n')}\n`;
}

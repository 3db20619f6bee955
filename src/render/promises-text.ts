import { counted } from '../journal/counted.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import type { Standing } from '../journal/promises.ts';
import { money } from '../journal/amount-words.ts';
import { hanging, wrapped } from './finding-text.ts';
import { type Page, type Role, sign } from './page.ts';
import { promiseText } from '../journal/promise-text.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';

interface Rate {
  readonly kept: number;
  readonly settled: number;
  readonly overdue: number;
}

export interface PromiseRow {
  readonly standing: Standing;
  /** Where it was last moved to, whether or not that was agreed. */
  readonly asked: { readonly to: Day; readonly agreed: boolean } | undefined;
  /** What came of a payment so far. */
  readonly paid: number;
}

export interface PromisesOf {
  readonly customer: string;
  readonly theirs: Rate;
  readonly ours: Rate;
  readonly rows: readonly PromiseRow[];
}

/** `Acme keeps 3 of 4, 1 overdue`; for ourselves `you keep …`. */
export function keptRateText(who: string, { kept, settled, overdue }: Rate): string {
  const verb = who === 'you' || who === 'they' ? 'keep' : 'keeps';
  if (settled === 0) return `nothing ${who === 'you' ? 'you' : who} promised has come due yet`;
  const late = overdue > 0 ? `, ${overdue} overdue` : '';
  return `${who} ${verb} ${kept} of ${settled}${late}`;
}

const GAP = '  ';
const HEAD = ['', 'Whose', 'Promise', 'First due', 'Moved to', 'Status'] as const;
const WHAT = 2;
const MOVED = 4;
const LEAST_WHAT = 12;

/** A table under each customer's name, with how both sides keep their word. */
export function promisesText(all: readonly PromisesOf[], asOf: Day, page: Page): string {
  const full = all.map(({ rows }) => rows.map((row) => cellsOf(row, asOf)));
  const isMoved = full.flat().some((row) => row[MOVED] !== '');
  const without = (row: readonly string[]) =>
    row.filter((_, column) => isMoved || column !== MOVED);
  const head = without(HEAD);
  const cells = full.map((rows) => rows.map(without));
  const table = [head, ...cells.flat()];
  const widths = head.map((_, column) =>
    Math.max(...table.map((row) => columns(row[column] ?? ''))),
  );
  const others = widths.reduce((sum, width, column) => sum + (column === WHAT ? 0 : width), 0);
  const room = page.width - others - GAP.length * head.length;
  const isTable = room >= LEAST_WHAT;
  widths[WHAT] = Math.min(widths[WHAT] ?? 0, room);
  const line = (row: readonly string[], role?: Role): string => {
    const text = row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        if (column === 0) return padStart(cell, width);
        return pad(cut(cell, width, sign(page).ellipsis), width);
      })
      .join(GAP);
    return role === undefined ? GAP + text.trimEnd() : page.paint(role, GAP + text.trimEnd());
  };
  // Where the page is too narrow for columns.
  const sentence = ([number = '', ...row]: readonly string[], role?: Role): readonly string[] =>
    hanging(`${number} ${row.filter((cell) => cell !== '').join(', ')}`, page).map((each) =>
      role === undefined ? each : page.paint(role, each),
    );
  const blocks = all.flatMap((each, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapped(
      `${page.paint('strong', visible(each.customer))}  ${page.paint('quiet', ratesText(each))}`,
      page.width,
    ),
    ...(each.rows.length > 0 && isTable ? [line(head, 'quiet')] : []),
    ...each.rows.flatMap((row, at) => {
      const shown = cells[index]?.[at] ?? [];
      return isTable ? [line(shown, roleOf(row))] : sentence(shown, roleOf(row));
    }),
  ]);
  const isAsked = all.some(({ rows }) => rows.some(({ asked }) => asked?.agreed === false));
  const foot = isAsked ? ['', '? not agreed, so that the first date counts: --agreed'] : [];
  return [...blocks, ...foot, ''].join('\n');
}

function ratesText({ theirs, ours }: PromisesOf): string {
  const texts = [
    ...(theirs.settled > 0 ? [keptRateText('they', theirs)] : []),
    ...(ours.settled > 0 ? [keptRateText('you', ours)] : []),
  ];
  return texts.length === 0 ? 'nothing has come due yet' : texts.join('; ');
}

function cellsOf(row: PromiseRow, asOf: Day): readonly string[] {
  const { promise, due } = row.standing;
  const part = row.paid > 0 && row.standing.unresolved ? `, ${money(row.paid)} paid` : '';
  return [
    `#${promise.seq}`,
    promise.by === 'us' ? 'yours' : 'theirs',
    visible(promiseText(promise)) + part,
    spokenDay(promise.due),
    movedText(row, due),
    statusText(row.standing, asOf),
  ];
}

function movedText({ asked, standing }: PromiseRow, due: Day): string {
  if (asked?.agreed === false) return `${spokenDay(asked.to)}?`;
  return due === standing.promise.due ? '' : spokenDay(due);
}

const days = (count: number): string => counted(count, 'day');

function statusText(
  { status, unresolved, resolution, due, lateness }: Standing,
  asOf: Day,
): string {
  if (!unresolved) return status === 'late' ? `kept ${days(lateness)} late` : status;
  if (resolution !== undefined) return 'broken, still owed';
  if (due < asOf) return `${days(asOf - due)} late`;
  return due === asOf ? 'today' : `in ${days(due - asOf)}`;
}

function roleOf({ standing: { status, unresolved } }: PromiseRow): Role | undefined {
  if (!unresolved) return 'quiet';
  return status === 'open' ? undefined : 'bad';
}

import { thousands } from '../journal/amount-words.ts';
import { type Page, sign } from './page.ts';
import { visible } from './visible.ts';

/** What was saved of a damaged journal. */
export interface Report {
  readonly out: string;
  readonly entries: number;
  readonly customers: number;
  readonly people: number;
  /** Entries of which only the record of changes was left. */
  readonly fromLog: number;
  readonly lost: readonly LostEntry[];
  /** Numbers of entries that may have been deleted. */
  readonly doubtful: readonly number[];
  /** Numbers of entries that referred to a lost one. */
  readonly without: readonly number[];
  readonly undo: { readonly kept: number; readonly all: boolean };
  readonly pages: { readonly all: number; readonly damaged: number };
}

interface LostEntry {
  readonly number: number;
  /** Null where not even that is known. */
  readonly customer: string | null;
  readonly on: string;
  readonly type: string | null;
}

/** So many lost entries are listed; the JSON has all. */
const LISTED = 20;

/** @param next what puts the saved journal in its place */
export function salvageText(report: Report, next: string, page: Page): string {
  const { entries, customers, people, fromLog, lost, doubtful, without, undo, pages } = report;
  const { ellipsis } = sign(page);
  const damage =
    pages.damaged === 0
      ? 'no page is damaged'
      : `${pages.damaged} of ${pages.all} pages are damaged`;
  const numbers = (list: readonly number[]): string => {
    const shown = list.slice(0, LISTED).map((number) => `#${number}`);
    return `${shown.join(', ')}${list.length > LISTED ? `, ${ellipsis}` : ''}`;
  };
  const lines = [
    page.paint('strong', `Saved into ${visible(report.out)}`),
    `  ${some(entries, 'entry', 'entries')}, ${some(customers, 'customer')}, ${some(people, 'person', 'people')}; ${damage}`,
    ...(fromLog === 0
      ? []
      : [`  ${some(fromLog, 'entry', 'entries')} of these from the history of changes`]),
    ...(undo.all ? [] : [undone(undo.kept)]),
    ...(lost.length === 0 && doubtful.length === 0 && without.length === 0
      ? [page.paint('good', '  Nothing is known to be lost.')]
      : []),
    ...(lost.length === 0
      ? []
      : [
          page.paint('bad', `Lost: ${some(lost.length, 'entry', 'entries')}`),
          ...lost.slice(0, LISTED).map(lostLine),
          ...(lost.length > LISTED
            ? [`  and ${lost.length - LISTED} more: --json has them all`]
            : []),
        ]),
    ...(doubtful.length === 0
      ? []
      : [`Left out, as they may have been deleted: ${numbers(doubtful)}`]),
    ...(without.length === 0
      ? []
      : [`Left out, as what they refer to is lost: ${numbers(without)}`]),
    `The damaged journal is as it was. To put the saved one in its place:`,
    `  ${page.paint('strong', visible(next))}`,
  ];
  return `${lines.join('\n')}\n`;
}

const some = (number: number, one: string, several = `${one}s`): string =>
  `${thousands(number)} ${number === 1 ? one : several}`;

const undone = (kept: number): string =>
  kept === 0
    ? '  The history of changes was damaged: what was done before cannot be undone any more'
    : `  The history of changes was damaged: only the last ${kept} can still be undone`;

const lostLine = ({ number, customer, on, type }: LostEntry): string =>
  `  #${number} ${on}${type === null ? '' : ` ${visible(type)}`}, ${visible(customer ?? 'a customer whose card is lost')}`;

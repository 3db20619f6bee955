import { indented } from './history-text.ts';
import type { Page } from './page.ts';
import { visible } from './visible.ts';

/** What there is of somebody, in numbers. */
export interface ForgetCounts {
  readonly entries: number;
  /** Of the entries, those that are promises. */
  readonly promises: number;
  /** Entries in which a person took part, and which stay without the name. */
  readonly kept: number;
  readonly people: number;
  /** Steps of the history: every version that there ever was. */
  readonly operations: number;
  readonly reviews: number;
  readonly backups: number;
}

/** Where somebody else's text may mean them. */
interface ShownMention {
  readonly number: number | null;
  readonly customer: string;
  readonly text: string;
  readonly certain: boolean;
  readonly earlier: boolean;
  readonly isName: boolean;
}

const MOST_SHOWN = 12;

/** What forgetting somebody would do. */
interface ShownOutlook {
  readonly called: string;
  readonly counts: ForgetCounts;
  readonly mentions: readonly ShownMention[];
  /** Whether the name shall be replaced where others mention it. */
  readonly replacing: boolean;
}

/** What goes, and what is said of them elsewhere. */
export function outlookText(
  { called, counts, mentions, replacing }: ShownOutlook,
  page: Page,
): string {
  const backups =
    counts.backups === 0
      ? []
      : [`and whatever ${counted(counts.backups, 'backup has', 'backups have')} of them`];
  return [
    page.paint('strong', `${visible(called)}: this goes for good, and no undo brings it back`),
    ...[countsText(counts), ...backups].flatMap((text) => indented(text, page)),
    ...mentionLines(mentions, replacing, page),
    '',
  ].join('\n');
}

/** `34 entries (6 promises), 2 people, 41 steps of the history`. */
export function countsText(counts: ForgetCounts): string {
  const { entries, promises, kept, people, operations, reviews } = counts;
  const ofThese = promises === 0 ? '' : ` (${counted(promises, 'promise', 'promises')})`;
  const parts = [
    entries > 0 ? `${counted(entries, 'entry', 'entries')}${ofThese}` : '',
    kept > 0 ? `the name in ${counted(kept, 'entry', 'entries')}` : '',
    people > 0 ? counted(people, 'person', 'people') : '',
    operations > 0 ? `${counted(operations, 'step', 'steps')} of the history` : '',
    reviews > 0 ? `the verdicts of ${counted(reviews, 'review', 'reviews')}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'the card' : parts.join(', ');
}

function mentionLines(
  mentions: readonly ShownMention[],
  replacing: boolean,
  page: Page,
): readonly string[] {
  const certain = mentions.filter((each) => each.certain && !each.isName);
  const perhaps = mentions.filter((each) => !each.certain);
  const names = mentions.filter((each) => each.isName);
  return [
    ...group(
      replacing
        ? 'said of them elsewhere; … will stand in place of the name:'
        : 'said of them elsewhere; it stays, unless --mentions puts … in place of the name:',
      certain,
      page,
    ),
    ...group(
      'perhaps they are meant here; --also WORD takes a word for one of their names:',
      perhaps,
      page,
    ),
    ...group('others who are called so, and stay (rel rename, rel edit):', names, page),
  ];
}

function group(heading: string, mentions: readonly ShownMention[], page: Page): readonly string[] {
  if (mentions.length === 0) return [];
  const more = mentions.length - MOST_SHOWN;
  return [
    ...indented(heading, page),
    ...mentions.slice(0, MOST_SHOWN).flatMap((each) => indented(mentionText(each), page)),
    ...(more > 0 ? indented(`and ${more} more; all of them: --json`, page) : []),
  ];
}

function mentionText({ number, customer, text, earlier }: ShownMention): string {
  const where =
    number === null ? `card of ${visible(customer)}` : `#${number} ${visible(customer)}`;
  return `${where}${earlier ? ', an earlier version' : ''}: “${visible(text)}”`;
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

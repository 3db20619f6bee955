import type { Day } from '../journal/days.ts';
import { historyOf, type Relationship } from '../journal/history.ts';
import { compareNames } from '../verdict/review.ts';
import { awaited, neglected, reminders } from './due-attention.ts';
import { unread } from './due-brief.ts';
import { owed } from './due-promises.ts';
import { doors, intents, notices, settlements } from './due-endings.ts';
import { openings, renewals } from './due-turns.ts';
import { unexplained } from './due-why.ts';
import { type Due, DUE_KINDS, type DueKind, type Seen } from './due.ts';
import { handedOver } from './handed-over.ts';

/** What is dated further ahead than this is still to come; what has no bound is chosen by whoever found it. */
const DAYS_AHEAD: Readonly<Partial<Record<DueKind, number>>> = {
  ours: 0,
  theirs: 0,
  reminder: 0,
  notice: 14,
  settle: 7,
};

interface Today {
  /** By kind, in each the most urgent first. */
  readonly due: readonly Due[];
  /** What comes later, the next one first. */
  readonly coming: readonly Due[];
}

const FINDERS: readonly ((seen: Seen) => readonly Due[])[] = [
  owed,
  notices,
  settlements,
  renewals,
  unread,
  reminders,
  awaited,
  neglected,
  intents,
  doors,
  openings,
  unexplained,
];

/** All that is due on `asOf`, or waited for, of accounts that are still ours; a pure reading of the book. */
export function todayOf(book: readonly Relationship[], asOf: Day): Today {
  const worth = new Map(book.map(({ customer }) => [customer.name, customer.value ?? 0]));
  const found = book.flatMap((relationship) => {
    const seen = { relationship, history: historyOf(relationship, asOf) };
    if (handedOver(seen.history.ever.entries) !== undefined) return [];
    return FINDERS.flatMap((find) => find(seen));
  });
  const isLater = ({ kind, day }: Due): boolean => day - asOf > (DAYS_AHEAD[kind] ?? Infinity);
  const byUrgency = (a: Due, b: Due): number =>
    DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind) ||
    b.urgency - a.urgency ||
    (worth.get(b.customer) ?? 0) - (worth.get(a.customer) ?? 0) ||
    a.day - b.day ||
    compareNames(a.customer, b.customer) ||
    a.entry.seq - b.entry.seq;
  return {
    due: found.filter((each) => !isLater(each)).sort(byUrgency),
    coming: found.filter(isLater).sort((a, b) => a.day - b.day || byUrgency(a, b)),
  };
}

/**
 * What fits on so many lines with a heading for each kind, shared out over the kinds: the most urgent of each, then the
 * second of each, and so on, so that thirty late promises cannot hide a notice that ends today.
 */
export function mostUrgent(due: readonly Due[], lines: number, linesEach: number): readonly Due[] {
  const kinds = DUE_KINDS.map((kind) => due.filter((each) => each.kind === kind));
  const headings = kinds.filter((some) => some.length > 0).length;
  const most = Math.min(due.length, Math.max(headings, Math.floor((lines - headings) / linesEach)));
  const taken = new Set<Due>();
  for (let place = 0; taken.size < most; place += 1) {
    const next = kinds.flatMap((some) => some.slice(place, place + 1));
    for (const each of next.slice(0, most - taken.size)) taken.add(each);
  }
  return due.filter((each) => taken.has(each));
}

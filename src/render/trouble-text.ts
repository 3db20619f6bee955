import { often } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Trouble } from '../practice/troubles.ts';
import type { Role } from './page.ts';
import { promiseText } from '../journal/promise-text.ts';

export const STATE: Readonly<
  Record<Trouble['state'], { readonly says: string; readonly role: Role }>
> = {
  continuing: { says: 'still happening', role: 'bad' },
  unsettled: { says: 'not known to be over', role: 'warn' },
  past: { says: 'past', role: 'quiet' },
  gap: { says: 'what troubles them', role: 'quiet' },
};

/** What people call the kinds that one word is too short for. */
const KINDS: Readonly<Record<string, string>> = {
  admin: 'invoices and admin',
  other: 'in general',
};

const WHOSE = {
  ours: 'our fault',
  theirs: 'their fault',
  shared: 'fault on both sides',
  unknown: 'nobody wrote down whose fault',
} as const;

const isWord = ({ entries }: Trouble): boolean => entries.every(({ type }) => type === 'promise');

/** `delivery, 3 times from 2 Mar 2026 to 9 Nov 2026, our fault, harm 2 of 3`. */
export function troubleText(trouble: Trouble): string {
  const { beforeStart, first, harm, kind, last, mended, state, times, whose } = trouble;
  const span =
    first === last ? `on ${spokenDay(last)}` : `from ${spokenDay(first)} to ${spokenDay(last)}`;
  if (state === 'gap') return `told ${often(times)} ${span}, before the first order`;
  const story = isWord(trouble)
    ? `${times} not kept in time, due ${span}`
    : `${often(times)} ${span}, ${WHOSE[whose]}`;
  const facts = [
    story,
    ...(beforeStart ? ['before the new start'] : []),
    ...(harm === null ? [] : [`harm ${harm} of 3`]),
    ...(mended === null ? [] : [`accepted as mended on ${spokenDay(mended)}`]),
  ];
  return `${kindText(kind)}, ${facts.join(', ')}`;
}

const kindText = (kind: string): string => KINDS[kind] ?? kind;

/** What one of its entries says of it: the note, or the promise. */
export function troubleNote(entry: Recorded): string {
  if (entry.private === true && entry.note === undefined) return 'private';
  if (entry.type === 'promise') return promiseText(entry);
  return entry.note === undefined ? 'no note' : `“${entry.note}”`;
}

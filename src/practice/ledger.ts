import type { EntryOf, Recorded } from '../journal/entry.ts';

export type Given = Recorded<EntryOf<'promise'>>;
type Resolution = Recorded<EntryOf<'done' | 'broken' | 'waived'>>;
type Move = Recorded<EntryOf<'moved'>>;
type Part = Recorded<EntryOf<'paid'>>;

/** One promise with all that was entered about it, in Order, whatever rules and new starts make of it. */
export interface Ledger {
  readonly promise: Given;
  /** The last one counts. */
  readonly resolution: Resolution | undefined;
  readonly moves: readonly Move[];
  readonly parts: readonly Part[];
  /** What is still to be paid; undefined where no amount was agreed. */
  readonly owed: number | undefined;
  /** The order that counted the money already, so that its payment is no income again. */
  readonly countedBy: Recorded<EntryOf<'won'>> | undefined;
}

/** Who made the link between a won order and its invoice; the key is the order's id. */
export const BILLED = 'rel won --billed';

export function ledgerOf(entries: readonly Recorded[], promise: Given): Ledger {
  const about = entries.filter((entry) => 'ref' in entry && entry.ref === promise.id);
  const parts = about.filter((entry) => entry.type === 'paid');
  const paid = parts.reduce((sum, { amount }) => sum + amount, 0);
  return {
    promise,
    resolution: about
      .filter(({ type }) => type === 'done' || type === 'broken' || type === 'waived')
      .at(-1) as Resolution | undefined,
    moves: about.filter((entry) => entry.type === 'moved'),
    parts,
    owed: promise.amount === undefined ? undefined : inCents(promise.amount - paid),
    countedBy: entries
      .filter((entry) => entry.type === 'won')
      .find(({ id }) => promise.source?.importer === BILLED && promise.source.key === id),
  };
}

/** Sums of cents leave fractions of them behind. */
export const inCents = (amount: number): number => Math.round(amount * 100) / 100;

/** A broken payment is still owed; all else is settled by its last resolution. */
export const isSettled = ({ promise, resolution }: Ledger): boolean =>
  resolution !== undefined && !(resolution.type === 'broken' && promise.kind === 'payment');

/** The promises of a customer that still wait for something, in order of recording. */
export function unsettled(entries: readonly Recorded[]): readonly Ledger[] {
  return entries
    .filter((entry) => entry.type === 'promise')
    .map((promise) => ledgerOf(entries, promise))
    .filter((ledger) => !isSettled(ledger))
    .sort((a, b) => a.promise.seq - b.promise.seq);
}

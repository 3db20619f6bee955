import { Option } from 'commander';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { withoutPrivate } from '../journal/without-private.ts';
import {
  type Learned,
  learnsInPrivate,
  type SaidInPrivate,
  saidInPrivate,
} from '../practice/said-in-private.ts';
import type { Store } from '../store/store.ts';

/** What is for others is without what is private, unless asked. */
export interface Eyes {
  readonly private?: boolean;
  readonly mask?: boolean;
}

export const privateOption = (where: string): Option =>
  new Option('--private', `${where}: feelings and private words too`);

/**
 * Whether feelings and the words of private entries may be told. Throws RelError('usage') where that was asked and makes
 * no difference.
 * @param isPage a page in HTML may be sent to somebody; text is for the seller
 */
export function tellsPrivate({ mask, private: asked }: Eyes, isPage: boolean): boolean {
  if (isPage || mask === true) return asked === true;
  if (asked !== true) return true;
  throw new RelError(
    'usage',
    '--private goes with --format html or --mask',
    'leave it out: what is private is told to you anyway',
  );
}

/** The entries as they may be shown. */
export const entriesFor = (
  entries: readonly Recorded[],
  privately: boolean,
): readonly Recorded[] =>
  privately ? entries : entries.filter(({ type }) => type !== 'mood').map(withoutPrivate);

/** What is on the cards because it was said in private; the history is read only where there may be any. */
export function learnedInPrivate(store: Store | undefined, account: Learned): SaidInPrivate {
  const isRead = store !== undefined && account.entries.some(learnsInPrivate);
  const { changes } = isRead
    ? store.lastChanges(Number.MAX_SAFE_INTEGER, account.customer.id)
    : { changes: [] };
  return saidInPrivate(account, changes);
}

import { createHash } from 'node:crypto';
import type { Recorded } from '../journal/entry.ts';

const BYTES = 12;
const SHORT_BYTES = 4;

/**
 * What something is known by that may hold the names of people, which must be gone when they are forgotten: its hash.
 */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text.normalize('NFC')).digest().toString('hex', 0, BYTES);

/**
 * The key of an entry: what was found, by what the customer was told in it (so that one who is renamed is the same one),
 * and what else is to be kept of it.
 */
export const keyOf = (found: string, by: string, ...others: readonly string[]): string =>
  [found, shortHash(by), ...others].join('.');

const shortHash = (text: string): string => hashOf(text).slice(0, 2 * SHORT_BYTES);

/** The entries of earlier imports, by where they were found. */
export interface FoundBefore {
  /** The entry of what has this hash, with whoever was told by one of these. */
  find(found: string, by: readonly string[]): Recorded | undefined;
  /** All of them, with the parts of their keys. */
  readonly all: readonly (readonly [entry: Recorded, key: readonly string[]])[];
}

export function foundBefore(entries: Iterable<Recorded>, importer: string): FoundBefore {
  const all: (readonly [Recorded, readonly string[]])[] = [];
  const byKey = new Map<string, Recorded>();
  for (const entry of entries) {
    if (entry.source?.importer !== importer) continue;
    const key = entry.source.key.split('.');
    all.push([entry, key]);
    byKey.set(key.slice(0, 2).join('.'), entry);
  }
  return {
    all,
    find(found, by) {
      for (const each of by) {
        const entry = byKey.get(keyOf(found, each));
        if (entry !== undefined) return entry;
      }
      return undefined;
    },
  };
}

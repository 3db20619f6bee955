import { RelError } from '../journal/error.ts';
import type { OwnHistory } from '../store/exchange.ts';
import { isForgetting } from '../store/whole-changes.ts';
import { changesIn, openingsIn, type ReadFile } from './take.ts';

/** What was forgotten in this journal, by the ids of those changes. */
export const forgottenIn = ({ changes }: OwnHistory): readonly string[] =>
  changes
    .filter(isForgetting)
    .map(({ id }) => id)
    .sort();

/** Whether the files are of a journal with which this one never exchanged anything, and both hold something. */
export function areStrangers(files: readonly ReadFile[], { changes }: OwnHistory): boolean {
  const known = new Set(changes.map(({ id }) => id));
  const others = files.flatMap(changesIn);
  return known.size > 0 && others.length > 0 && !others.some(({ id }) => known.has(id));
}

/**
 * Throws where somebody was forgotten in one of the journals and not in another one: what one of them has erased would
 * come back from the other's file.
 */
export function refuseForgotten(files: readonly ReadFile[], own: OwnHistory): void {
  const openings = files.flatMap((file) =>
    openingsIn(file).map(({ forgotten }) => ({ name: file.name, forgotten })),
  );
  const isBegun = own.changes.length > 0;
  const mine = isBegun ? forgottenIn(own) : longest(openings.map(({ forgotten }) => forgotten));
  for (const { name, forgotten } of openings) {
    if (!forgotten.every((id) => mine.includes(id))) throw forgottenElsewhere(name);
    if (!mine.every((id) => forgotten.includes(id))) throw forgottenHere(name);
  }
}

const longest = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce((most, each) => (each.length > most.length ? each : most), []);

const forgottenElsewhere = (name: string): RelError =>
  new RelError(
    'usage',
    `somebody was forgotten on the device of ${name}, and this journal may still hold them`,
    'nothing was read or written; begin anew from that device: docs/sync.md says how',
  );

const forgottenHere = (name: string): RelError =>
  new RelError(
    'usage',
    `${name} was written before somebody was forgotten, and may still hold them`,
    'nothing was read or written; delete that file, here and on the other devices: docs/sync.md says how',
  );

import type { OwnHistory } from '../store/exchange.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { placeOfChange, type WholeChange } from '../store/whole-changes.ts';
import { chainedLine, NO_SUM } from './chained-lines.ts';
import { fileNameOf } from './folder.ts';
import { forgottenIn } from './meeting.ts';
import { changeLine, FORM, openingLine } from './shared-line.ts';
import { changesIn, type ReadFile, type Taken } from './take.ts';

/** What this device has to write. */
export interface Publication {
  readonly name: string;
  /** The changes that stood in no file of the folder, be they of this device or of another one. */
  readonly changes: readonly WholeChange[];
  /** The whole text of its file. */
  readonly text: string;
}

/** Undefined where the folder has everything. */
export function publicationOf(
  own: OwnHistory,
  files: readonly ReadFile[],
  written: Taken['written'],
): Publication | undefined {
  const changes = own.changes
    .filter(({ id }) => !written.has(id))
    .map((change) => ({ change, place: placeOfChange(change) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  if (changes.length === 0) return undefined;
  const name = fileNameOf(own.device);
  const standing = files.find((file) => file.name === name)?.sound;
  const seenBefore = seenIn(files, own);
  const [schema, forgotten] = [SCHEMA_VERSION, forgottenIn(own)];
  const lines: string[] = [];
  let [sum, last] = [standing?.sum ?? NO_SUM, ''];
  const add = (value: object): void => {
    const line = chainedLine(value, sum);
    sum = line.sum;
    lines.push(`${line.text}\n`);
  };
  for (const { change, place } of changes) {
    const seen = seenBefore(place);
    if (lines.length === 0 || seen.join() !== last)
      add(openingLine({ form: FORM, schema, seen, forgotten }));
    last = seen.join();
    add(changeLine(change));
  }
  return {
    name,
    changes: changes.map(({ change }) => change),
    text: (standing?.text ?? '') + lines.join(''),
  };
}

/**
 * On what a change builds that was made at a place in the order: of each file the last one before. Later ones are left
 * out although this journal may know them, as two files must never wait for each other.
 */
function seenIn(files: readonly ReadFile[], own: OwnHistory): (place: string) => readonly string[] {
  const known = new Set(own.changes.map(({ id }) => id));
  const shelves = files.map((file) => ({
    at: 0,
    changes: changesIn(file)
      .filter(({ id }) => known.has(id))
      .map((change) => ({ id: change.id, place: placeOfChange(change) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1)),
  }));
  // Asked for in the order of the places.
  return (place) =>
    shelves.flatMap((shelf) => {
      while ((shelf.changes[shelf.at]?.place ?? place) < place) shelf.at += 1;
      const before = shelf.changes[shelf.at - 1];
      return before === undefined ? [] : [before.id];
    });
}

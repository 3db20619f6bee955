import { LineNumbers } from '../import/line-numbers.ts';
import type { EntryLine, SortedLines } from '../import/sorted-lines.ts';
import { fieldsOfText, type NewEntryText, textOf } from '../journal/entry-text.ts';
import { RelError } from '../journal/error.ts';
import type { Store } from '../store/store.ts';
import type { Kept } from '../store/change-log.ts';
import type { Intake } from '../store/intake.ts';
import type { Writer } from '../store/writer.ts';
import { atLine, atLineError, sameFields, tally, type Taken } from './import-taken.ts';

/**
 * More entries than these are kept once: a second copy of each makes the file twice as large and the import twice as
 * long. Of fewer, a few damaged pages would be a twentieth and more; the second copy is what they can be saved from.
 */
const MANY = 4_000;
export const isMany = ({ entryCount }: SortedLines): boolean => entryCount > MANY;

/** Written at a time. */
const BATCH = 32;

/** Puts the entries into the journal, and checks what they refer to. */
export function importEntries(
  store: Store,
  writer: Writer,
  lines: SortedLines,
  nameOf: (name: string) => string,
): Taken {
  const entries = new Entries(store, writer, isMany(lines) ? 'once' : 'twice', lines.entryCount);
  let batch: EntryLine[] = [];
  for (const given of lines.entries) {
    const customer = nameOf(given.customer);
    const entry = customer === given.customer ? given : { ...given, customer };
    if (entry.follows !== undefined) {
      entries.add(batch);
      batch = [];
      entries.addFollower(entry, entry.follows);
      continue;
    }
    batch.push(entry);
    if (batch.length < BATCH) continue;
    entries.add(batch);
    batch = [];
  }
  entries.add(batch);
  return entries.taken();
}

class Entries {
  readonly #store: Store;
  readonly #writer: Writer;
  readonly #intake: Intake;
  readonly #taken = tally();
  readonly #lineOf = new LineNumbers();
  /** The promise that is new, and whose followers come next. */
  #newest: string | undefined;

  constructor(store: Store, writer: Writer, kept: Kept, coming: number) {
    this.#store = store;
    this.#writer = writer;
    this.#intake = writer.intake(kept, coming);
  }

  add(batch: readonly EntryLine[]): void {
    const first = batch.length === BATCH ? this.#intake.addAll(batch) : undefined;
    for (const [at, entry] of batch.entries()) {
      if (first === undefined) this.#addOne(entry);
      else this.#added(entry, first + at);
    }
  }

  addFollower(entry: EntryLine, promise: string): void {
    if (promise !== this.#newest && hasFollowed(this.#store, promise, entry))
      this.#taken.already += 1;
    else this.#addOne(entry);
  }

  #addOne(entry: EntryLine): void {
    const number = atLine(entry.line, () => this.#intake.add(entry));
    if (number === undefined) this.#known(entry);
    else this.#added(entry, number);
  }

  #added({ line, follows, id }: EntryLine, number: number): void {
    this.#lineOf.set(number, line);
    if (follows === undefined) this.#newest = id;
    this.#taken.added += 1;
  }

  #known({ line, follows: _, ...entry }: EntryLine): void {
    const known = this.#store.entryById(entry.id);
    if (known === undefined) throw new Error(`the entry ${entry.id} is known and cannot be found`);
    const first = this.#lineOf.get(known.seq);
    if (first !== undefined) {
      throw new RelError(
        'usage',
        `line ${line}: the id ${JSON.stringify(entry.id)} was used in line ${first}`,
        'nothing was imported; give each entry an id of its own',
      );
    }
    this.#lineOf.set(known.seq, line);
    const here = textOf(known);
    if (sameFields(here, entry)) this.#taken.already += 1;
    else this.#taken.kept(line, `entry #${known.seq}`, fieldsOfText(here), fieldsOfText(entry));
  }

  taken(): Taken {
    const [broken] = [...this.#writer.refProblems()].sort((a, b) => a.seq - b.seq);
    if (broken !== undefined) throw atLineError(this.#lineOf.get(broken.seq) ?? 0, broken.message);
    return this.#taken.result();
  }
}

/** Whether something has become already of the promise that this entry tells more of, and that was here before. */
function hasFollowed(store: Store, promise: string, { id, type }: NewEntryText): boolean {
  // A date may have moved for other reasons than the one that such a line would give.
  return type === 'moved' || store.entriesReferringTo(promise).some((each) => each.id !== id);
}

import type { OwnHistory } from '../store/exchange.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import type { WholeChange } from '../store/whole-changes.ts';
import { type SoundLines, soundLines } from './chained-lines.ts';
import type { SharedFile } from './folder.ts';
import { FORM, type Opening, readSharedLine, type SharedLine } from './shared-line.ts';

/** A file of the folder, as far as it is as some rel wrote it. */
export interface ReadFile {
  readonly name: string;
  readonly sound: SoundLines;
  readonly lines: readonly SharedLine[];
}

/** Why something of a file was not taken this time. */
interface Remark {
  readonly file: string;
  readonly is:
    /** A line is cut, or not as it was written. */
    | 'cut'
    /** A newer rel wrote it. */
    | 'newer'
    /** It builds on another file that is not here yet. */
    | 'waits'
    /** The clock of that device was more than a day ahead. */
    | 'ahead';
  /** The number of the first line that was not taken. */
  readonly line: number;
  /** By how many days a clock is ahead; null for the others. */
  readonly days: number | null;
}

export interface Taken {
  /** What others did, and this journal did not know. */
  readonly fresh: readonly WholeChange[];
  readonly remarks: readonly Remark[];
  /** The ids of all changes that stand in a file, taken or not. */
  readonly written: ReadonlySet<string>;
}

export function readShared({ name, text }: SharedFile): ReadFile {
  const sound = soundLines(text);
  const lines: SharedLine[] = [];
  for (const line of sound.lines) {
    const read = readSharedLine(line);
    if (read === undefined || (lines.length === 0 && read.is !== 'opening')) break;
    lines.push(read);
  }
  return { name, sound, lines };
}

const DAY_MILLIS = 86_400_000;

/** What was written in one go, from one opening to the next, with the number of its first line. */
interface Stretch {
  readonly file: ReadFile;
  readonly from: number;
  readonly lines: readonly SharedLine[];
}

/**
 * Takes from the files what the journal does not know yet, and nothing before that on which it builds: so whatever is
 * taken fits together, in whatever order the files were copied here.
 * @param now milliseconds since 1970
 */
export function take(files: readonly ReadFile[], own: OwnHistory, now: number): Taken {
  const known = new Set(own.changes.map(({ id }) => id));
  const steps = new Set(own.changes.flatMap(({ operations }) => operations.map(({ id }) => id)));
  const fresh: WholeChange[] = [];
  const readers = files.flatMap(stretchesOf).map((stretch): Reader => ({ stretch, at: 0 }));
  for (let lines = 1; lines > 0;) {
    lines = 0;
    for (const reader of readers) lines += readOn(reader, { known, steps }, fresh, now);
  }
  const stops = readers.flatMap(({ stretch, at, stopped }): readonly Remark[] =>
    stopped ? [{ file: stretch.file.name, line: stretch.from + at + 1, ...stopped }] : [],
  );
  return {
    fresh,
    remarks: [...stops, ...files.flatMap(cutOf)],
    written: new Set(files.flatMap(changesIn).map(({ id }) => id)),
  };
}

/** How far a stretch was read, and why no further. */
interface Reader {
  readonly stretch: Stretch;
  at: number;
  stopped?: Stop | undefined;
}

/** The ids of all that is here or was taken: of changes, and of their steps. */
interface Known {
  readonly known: Set<string>;
  readonly steps: Set<string>;
}

/** Reads as far as it goes now. Returns how many lines that were. */
function readOn(
  reader: Reader,
  { known, steps }: Known,
  fresh: WholeChange[],
  now: number,
): number {
  const from = reader.at;
  for (const line of reader.stretch.lines.slice(from)) {
    reader.stopped = stopAt(line, { known, steps }, now);
    if (reader.stopped !== undefined) break;
    reader.at += 1;
    if (line.is !== 'change' || known.has(line.change.id)) continue;
    fresh.push(line.change);
    known.add(line.change.id);
    for (const { id } of line.change.operations) steps.add(id);
  }
  return reader.at - from;
}

function stretchesOf(file: ReadFile): readonly Stretch[] {
  const starts = file.lines.flatMap(({ is }, index) => (is === 'opening' ? [index] : []));
  return starts.map((from, index) => ({
    file,
    from,
    lines: file.lines.slice(from, starts[index + 1]),
  }));
}

function cutOf({ name, lines, sound }: ReadFile): readonly Remark[] {
  const isWhole = lines.length === sound.lines.length && !sound.isCut;
  return isWhole ? [] : [{ file: name, line: lines.length + 1, is: 'cut', days: null }];
}

export const changesIn = ({ lines }: ReadFile): readonly WholeChange[] =>
  lines.flatMap((line) => (line.is === 'change' ? [line.change] : []));

type Stop = Pick<Remark, 'is' | 'days'>;

function stopAt(line: SharedLine, { known, steps }: Known, now: number): Stop | undefined {
  if (line.is === 'opening') {
    const { form, schema, seen } = line.opening;
    if (form > FORM || schema > SCHEMA_VERSION) return { is: 'newer', days: null };
    return seen.every((id) => known.has(id)) ? undefined : { is: 'waits', days: null };
  }
  const { id, operations, reversals } = line.change;
  if (known.has(id)) return undefined;
  // No rel gives a step of one change to another one.
  const own = new Set(operations.map((step) => step.id));
  if (own.size < operations.length || operations.some((step) => steps.has(step.id)))
    return { is: 'cut', days: null };
  if (!reversals.every(({ target }) => known.has(target))) return { is: 'waits', days: null };
  const ahead = aheadOf(line.change, now);
  return ahead > 1 ? { is: 'ahead', days: Math.ceil(ahead) } : undefined;
}

/** By how many days the clock was ahead when the change was made; less than 0 where it was behind. */
export const aheadOf = ({ operations }: WholeChange, now: number): number =>
  operations.reduce(
    (most, { clock }) => Math.max(most, (Number.parseInt(clock, 10) - now) / DAY_MILLIS),
    Number.NEGATIVE_INFINITY,
  );

export const openingsIn = ({ lines }: ReadFile): readonly Opening[] =>
  lines.flatMap((line) => (line.is === 'opening' ? [line.opening] : []));

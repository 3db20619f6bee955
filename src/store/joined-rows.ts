import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { checksumOf } from './checksum.ts';
import type { Connection } from './connection.ts';
import { customerNames } from './customer-rows.ts';
import { damaged } from './failures.ts';
import { recordedFrom } from './recorded-from.ts';

/*
 * What crosses from SQLite into JavaScript costs by the value, eight of them a row. So rows come as one text: of each, what
 * its checksum is of, and the checksum. A part too few, or a NUL too many, leaves a row with another checksum than its own.
 */
const ROW = `concat_ws(char(0), 'entry', seq, id, customer, type, day, ifnull(ref, ''), body, crc)`;
const PARTS = 9;
/** Letters of a row that are of none of its columns, but for the checksum. */
const BETWEEN = 'entry'.length + 7;

/** Rows of one such text, which has to fit into a string whatever was noted. */
const MOST = 1_000;

/** Which of one customer's entries. */
export interface Some {
  /** The first day and the last; ever where they are left out. */
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
  /** Further SQL: the index to take, and what is asked of the row. */
  readonly source?: string;
  readonly and?: string;
}

/** One customer's entries in Order. */
export function joinedEntries(
  connection: Connection,
  customer: number,
  { since, until, source = '', and = '' }: Some = {},
): readonly Recorded[] {
  const statement = connection.statement(
    `SELECT group_concat(text, char(0)) FROM (
      SELECT ${ROW} AS text FROM entry ${source}
      WHERE customer = ? AND (day, seq) > (?, ?) AND day <= ? ${and}
      ORDER BY day, seq LIMIT ${MOST}
    )`,
  );
  const entries: Recorded[] = [];
  const nameOf = customerNames(connection);
  for (;;) {
    const last = entries.at(-1);
    const after = [last?.on ?? since ?? 0, last?.seq ?? 0];
    const [text] = statement.get(customer, ...after, until ?? Infinity) as readonly [string | null];
    if (text === null) return entries;
    const known = entries.length;
    addEntries(entries, text, () => nameOf(customer));
    if (entries.length - known < MOST) return entries;
  }
}

/** Throws where a checksum says that its row is not what was written. */
function addEntries(entries: Recorded[], text: string, nameOf: () => string): void {
  const parts = text.split('\0');
  let start = 0;
  let customer: string | undefined;
  for (let at = 0; at < parts.length; at += PARTS) {
    // By place: to take a list apart in one step costs as much as to fetch it.
    const seq = parts[at + 1] ?? '';
    const id = parts[at + 2] ?? '';
    const key = parts[at + 3] ?? '';
    const type = parts[at + 4] ?? '';
    const day = parts[at + 5] ?? '';
    const ref = parts[at + 6] ?? '';
    const body = parts[at + 7] ?? '';
    const crc = parts[at + 8] ?? '';
    const head = seq.length + id.length + key.length + type.length + day.length + ref.length;
    const end = start + BETWEEN + head + body.length;
    if (checksumOf(text.slice(start, end)) !== Number(crc)) throw damaged(`entry ${seq}`);
    start = end + crc.length + 2;
    customer ??= nameOf();
    entries.push(
      recordedFrom(Number(seq), apart(id), customer, type, Number(day) as Day, apart(ref), body),
    );
  }
}

/** The same text by itself: what is cut out of another one keeps all of that in memory. */
const apart = (text: string): string => (text === '' ? text : ` ${text}`.slice(1));

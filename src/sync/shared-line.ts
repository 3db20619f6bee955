import type { Day } from '../journal/days.ts';
import { formatDay, parseDay } from '../journal/days.ts';
import { isRecord } from '../journal/fields.ts';
import { readLine } from '../journal/line.ts';
import type { WholeChange } from '../store/whole-changes.ts';

/** The form of the files; another one is read by a newer program only. */
export const FORM = 1;

/** Begins what one sync added to a file. */
export interface Opening {
  readonly form: number;
  /** The version of the journal it came from. */
  readonly schema: number;
  /** The last change of each other file that was known when the following ones were written. */
  readonly seen: readonly string[];
  /** What was forgotten in that journal, by the ids of those changes. */
  readonly forgotten: readonly string[];
}

export type SharedLine =
  | { readonly is: 'opening'; readonly opening: Opening }
  | { readonly is: 'change'; readonly change: WholeChange };

export const openingLine = ({ form, schema, seen, forgotten }: Opening): object => ({
  rel: 'sync',
  form,
  schema,
  seen,
  forgotten,
});

export function changeLine({
  id,
  command,
  device,
  at,
  day,
  operations,
  reversals,
}: WholeChange): object {
  return {
    change: id,
    command,
    device,
    at,
    day: formatDay(day),
    operations: operations.map(({ before, after, ...rest }) => ({
      ...rest,
      before: parsed(before),
      after: parsed(after),
    })),
    reversals,
  };
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** Undefined for what no rel wrote. */
export function readSharedLine(line: unknown): SharedLine | undefined {
  if (!isRecord(line)) return undefined;
  if (line['rel'] === 'sync') return readOpening(line);
  const change = readChange(line);
  return change && { is: 'change', change };
}

type Given = Readonly<Record<string, unknown>>;

function readOpening({ form, schema, seen, forgotten }: Given): SharedLine | undefined {
  if (typeof form !== 'number' || typeof schema !== 'number') return undefined;
  if (form > FORM) return { is: 'opening', opening: { form, schema, seen: [], forgotten: [] } };
  if (!areIds(seen) || !areIds(forgotten)) return undefined;
  return { is: 'opening', opening: { form, schema, seen, forgotten } };
}

const areIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => isId(each));

const isId = (value: unknown): value is string => isText(value) && value !== '';

const HALF_A_PAIR = /[\ud800-\udfff]/u;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !HALF_A_PAIR.test(value) && !value.includes('\0');

function readChange(given: Given): WholeChange | undefined {
  const { change: id, command, device, at, day, operations, reversals } = given;
  if (!isId(id) || !isText(command) || !isId(device) || !isText(at)) return undefined;
  const read = typeof day === 'string' ? parseDay(day) : undefined;
  if (read === undefined || Number.isNaN(Date.parse(at))) return undefined;
  if (!Array.isArray(operations) || !Array.isArray(reversals)) return undefined;
  const steps = operations.map(readOperation);
  const back = reversals.map(readReversal);
  if (!areThere(steps) || !areThere(back)) return undefined;
  return { id, command, device, at, day: read satisfies Day, operations: steps, reversals: back };
}

const areThere = <T>(values: readonly (T | undefined)[]): values is readonly T[] =>
  values.every((value) => value !== undefined);

const CLOCK = /^\d{15}-[0-9a-f]{5}-/;

function readOperation(given: unknown): WholeChange['operations'][number] | undefined {
  if (!isRecord(given)) return undefined;
  const { id, kind, subject, customer, before, after, clock } = given;
  if (!isId(id) || !isId(subject) || !isId(clock) || !CLOCK.test(clock)) return undefined;
  if (kind !== 'settings' && kind !== 'customer' && kind !== 'person' && kind !== 'entry')
    return undefined;
  if (kind === 'settings' ? customer !== null : !isId(customer)) return undefined;
  const [was, is] = [lineText(kind, subject, before), lineText(kind, subject, after)];
  if (was === undefined || is === undefined || (was === null && is === null)) return undefined;
  return {
    id,
    kind,
    subject,
    customer: kind === 'settings' ? null : String(customer),
    before: was,
    after: is,
    clock,
  };
}

/** Undefined for what is no line of this kind, or one of something else. */
function lineText(
  kind: WholeChange['operations'][number]['kind'],
  subject: string,
  line: unknown,
): string | null | undefined {
  if (line === null) return null;
  const reading = readLine(line);
  if (reading.problem !== undefined || reading.value.is !== kind) return undefined;
  const isOther = reading.value.is === 'entry' && reading.value.entry.id !== subject;
  return isOther ? undefined : JSON.stringify(line);
}

function readReversal(given: unknown): WholeChange['reversals'][number] | undefined {
  if (!isRecord(given)) return undefined;
  const { does, target } = given;
  return (does === 'undo' || does === 'redo') && isId(target) ? { does, target } : undefined;
}

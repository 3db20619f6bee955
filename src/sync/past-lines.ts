import type { Json } from '../journal/fields.ts';
import { type OperationLine, writeOperation } from '../journal/past-line.ts';
import { placeOfChange, type WholeChange } from '../store/whole-changes.ts';
import { readSharedLine } from './shared-line.ts';

/** All that was done, one line a step, in the one order of all devices. */
export function* operationLines(
  changes: readonly WholeChange[],
): Generator<Readonly<Record<string, Json>>> {
  const placed = changes
    .map((change) => ({ change, place: placeOfChange(change) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const { change } of placed)
    for (const operation of linesOf(change)) yield writeOperation(operation);
}

type Step = WholeChange['operations'][number];

function linesOf({ id, day, operations, reversals, ...change }: WholeChange): OperationLine[] {
  const { at, device, command } = change;
  const common = { change: id, on: day, at, device, command };
  const targets = (does: 'undo' | 'redo'): readonly string[] =>
    reversals.filter((each) => each.does === does).map(({ target }) => target);
  const back = { ...some('undoes', targets('undo')), ...some('redoes', targets('redo')) };
  const [first, ...others] = operations.map((step) => ({ ...common, ...ofStep(step) }));
  return first === undefined ? [{ ...common, ...back }] : [{ ...first, ...back }, ...others];
}

const some = <Key extends string>(key: Key, ids: readonly string[]) =>
  (ids.length === 0 ? {} : { [key]: ids }) as Partial<Record<Key, readonly string[]>>;

function ofStep({ id, clock, kind, subject, customer, before, after }: Step) {
  return {
    id,
    clock,
    kind,
    subject,
    ...(customer === null ? {} : { customer }),
    ...(before === null ? {} : { before: parsed(before) }),
    ...(after === null ? {} : { after: parsed(after) }),
  };
}

const parsed = (text: string) => JSON.parse(text) as Readonly<Record<string, Json>>;

/** A line with its number in the file. */
type Numbered = OperationLine & { readonly line: number };

/** The changes that these lines tell of; or what is wrong with them, and in which line. */
export function changesTold(
  lines: readonly Numbered[],
): readonly WholeChange[] | { readonly line: number; readonly problem: string } {
  const byChange = new Map<string, Numbered[]>();
  for (const line of lines) {
    const own = byChange.get(line.change) ?? [];
    own.push(line);
    byChange.set(line.change, own);
  }
  const changes: WholeChange[] = [];
  const steps = new Set<string>();
  for (const own of byChange.values()) {
    const change = changeOf(own);
    const [{ line } = { line: 0 }] = own;
    if (change === undefined) return { line, problem: 'the step is none that rel writes' };
    for (const { id, line: at } of own) {
      if (id === undefined) continue;
      if (steps.has(id)) return { line: at, problem: `step ${id} comes twice` };
      steps.add(id);
    }
    const missing = change.reversals.find(({ target }) => !byChange.has(target));
    if (missing !== undefined)
      return { line, problem: `it takes back change ${missing.target}, which is not there` };
    changes.push(change);
  }
  return changes;
}

function changeOf(lines: readonly Numbered[]): WholeChange | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  const { change, on, at, device, command } = first;
  const read = readSharedLine({
    change,
    day: writeOperation(first)['on'],
    at,
    device,
    command,
    operations: lines
      .filter(({ id }) => id !== undefined)
      .map(({ id, kind, subject, customer = null, before = null, after = null, clock }) => {
        return { id, kind, subject, customer, before, after, clock };
      }),
    reversals: [
      ...lines.flatMap(({ undoes = [] }) => undoes.map((target) => ({ does: 'undo', target }))),
      ...lines.flatMap(({ redoes = [] }) => redoes.map((target) => ({ does: 'redo', target }))),
    ],
  });
  const isOne = lines.every((each) => each.device === device && each.on === on && each.at === at);
  return read?.is === 'change' && isOne ? read.change : undefined;
}

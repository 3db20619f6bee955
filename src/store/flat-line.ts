import { isRecord, type Json } from '../journal/fields.ts';
import type { Line } from './body.ts';

/**
 * The fields of a line, each by the JSON of its path and as the JSON of its value: groups of fields are taken apart, so
 * that a limit of one rule and one of another are two things.
 */
export type FlatLine = ReadonlyMap<string, string>;

export function flatLine(text: string, without: ReadonlySet<string>): FlatLine {
  const flat = new Map<string, string>();
  for (const [field, value] of Object.entries(JSON.parse(text) as Line))
    if (!without.has(field)) put(flat, [field], value);
  return flat;
}

function put(flat: Map<string, string>, path: readonly string[], value: Json): void {
  const inner = isRecord(value) ? (Object.entries(value) as (readonly [string, Json])[]) : [];
  if (inner.length === 0) flat.set(JSON.stringify(path), JSON.stringify(value));
  for (const [field, each] of inner) put(flat, [...path, field], each);
}

/** The line as an object again; its fields in no particular order. */
export function fieldsOf(flat: FlatLine): Record<string, unknown> {
  const root = new Map<string, unknown>();
  for (const [key, text] of flat) {
    const path = JSON.parse(key) as readonly string[];
    let at = root;
    for (const field of path.slice(0, -1)) {
      const inner = at.get(field);
      const group = inner instanceof Map ? (inner as typeof root) : new Map<string, unknown>();
      at.set(field, group);
      at = group;
    }
    const last = path.at(-1) ?? '';
    // A group that was emptied on one device and filled on another is a filled one.
    if (!(at.get(last) instanceof Map)) at.set(last, JSON.parse(text));
  }
  return objectOf(root);
}

const objectOf = (group: ReadonlyMap<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    [...group].map(([field, value]) => [
      field,
      value instanceof Map ? objectOf(value as Map<string, unknown>) : value,
    ]),
  );

export const isSameLine = (a: FlatLine, b: FlatLine): boolean =>
  a.size === b.size && [...a].every(([field, value]) => b.get(field) === value);

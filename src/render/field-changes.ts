import type { Json } from '../journal/fields.ts';
import { visible } from './visible.ts';

/** One field of a line of the journal before and after; null where it was absent. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

type Line = Readonly<Record<string, Json>>;

/** What differs, in the order of the fields. */
export function fieldChanges(before: Line, after: Line): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const change = { field, before: before[field] ?? null, after: after[field] ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

/** `feel: 1, was -1`; `note: removed, was “…”`. */
export function fieldChangeText({ field, before, after }: FieldChange): string {
  const now = after === null ? 'removed' : valueText(after);
  return visible(`${field}: ${now}${before === null ? '' : `, was ${valueText(before)}`}`);
}

export function valueText(value: Json): string {
  if (typeof value === 'string') return /\s/.test(value) || value === '' ? `“${value}”` : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueText).join(', ');
  return JSON.stringify(value);
}

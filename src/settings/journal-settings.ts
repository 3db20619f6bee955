import { RelError } from '../journal/error.ts';
import { isRecord, type Json, readFields } from '../journal/fields.ts';
import { writeSettings } from '../journal/line.ts';
import { SETTINGS_FIELDS, type Settings } from '../journal/settings.ts';

/** Where a setting stands: `['floor']`, `['cadence', 'A']`, `['rules', 'payment', 'warnOpenDays']`. */
export type Path = readonly [string, ...string[]];

/** The value that the journal has there; undefined where it has none. */
export function settingAt(settings: Settings, path: Path): Json | undefined {
  let found: unknown = settings;
  for (const part of path) found = isRecord(found) ? found[part] : undefined;
  // What the settings hold was read from JSON.
  return found as Json | undefined;
}

/**
 * The settings with another value at one place; undefined takes it away. Throws RelError('usage') where the journal
 * cannot hold it.
 */
export function withSetting(settings: Settings, path: Path, value: Json | undefined): Settings {
  const fields = Object.entries(writeSettings(settings)).filter(([key]) => key !== 'type');
  const read = readFields(SETTINGS_FIELDS, placed(Object.fromEntries(fields), path, value));
  if (read.problem !== undefined) throw new RelError('usage', read.problem, 'nothing was written');
  return read.value;
}

type Fields = Readonly<Record<string, unknown>>;

/** A group that becomes empty goes too. */
function placed(fields: Fields, [first, next, ...deeper]: Path, value: Json | undefined): Fields {
  const old = fields[first];
  const inner = isRecord(old) ? old : {};
  const filled = next === undefined ? value : placed(inner, [next, ...deeper], value);
  const isGone = filled === undefined || (isRecord(filled) && Object.keys(filled).length === 0);
  const others = Object.entries(fields).filter(([key]) => key !== first);
  return Object.fromEntries(isGone ? others : [...others, [first, filled]]);
}

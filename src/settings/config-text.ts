import { parse, TomlError } from 'smol-toml';
import { RelError } from '../journal/error.ts';
import { isRecord, type Reading } from '../journal/fields.ts';
import {
  type Config,
  configAt,
  type ConfigKey,
  CONFIG_NAMES,
  configProblem,
  isConfigKey,
  PARTS,
} from './config.ts';

/** Reads config.toml; the problem names the file, and the line or the key. */
export function readConfig(text: string, file: string): Reading<Config> {
  const table = parsed(text, file);
  if (table.problem !== undefined) return table;
  const config: Record<string, string> = {};
  for (const [key, value] of Object.entries(flat(table.value))) {
    if (key.startsWith(MAPPING)) {
      if (!isWords(value)) return { problem: `${file}: ${key} must be a list of words` };
      continue;
    }
    if (!isConfigKey(key)) {
      const names = CONFIG_NAMES.join(', ');
      return { problem: `${file}: ${key} is no setting of this file, which may hold ${names}` };
    }
    const wrong = configProblem(key, value);
    if (wrong !== undefined) return { problem: `${file}: ${key} ${wrong}` };
    config[PARTS[key]] = String(value);
  }
  return { value: config };
}

const MAPPING = 'mappings.';
const MAPPING_NAME = /^[A-Za-z0-9_-]{1,40}$/;

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** How tables are imported, by the name under which that was kept: the options as they were typed. */
export function mappingsIn(
  text: string,
  file: string,
): Reading<ReadonlyMap<string, readonly string[]>> {
  const table = parsed(text, file);
  if (table.problem !== undefined) return table;
  const kept = Object.entries(flat(table.value)).flatMap(([key, value]) =>
    key.startsWith(MAPPING) && isWords(value) ? [[key.slice(MAPPING.length), value] as const] : [],
  );
  return { value: new Map(kept) };
}

/** The text with these words kept under a name. Throws RelError('usage') as `withConfig` does. */
export function withMapping(
  text: string,
  name: string,
  words: readonly string[],
  file: string,
): string {
  if (!MAPPING_NAME.test(name))
    throw new RelError(
      'usage',
      `“${name}” cannot be the name of a mapping`,
      'take letters, digits, - and _: --save-mapping my-bank',
    );
  const written = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  const changed = withLine(text, 'mappings', name, written);
  const { value } = { value: undefined, ...mappingsIn(changed, file) };
  const isKept = JSON.stringify(value?.get(name)) === JSON.stringify(words);
  if (!isKept || readConfig(changed, file).problem !== undefined) throw unchangeable(file);
  return changed;
}

type Table = Readonly<Record<string, unknown>>;

function parsed(text: string, file: string): Reading<Table> {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [, reason = 'it is no TOML'] = /^Invalid TOML document: (.*)/.exec(error.message) ?? [];
    return { problem: `${file}, line ${error.line}: ${reason}` };
  }
}

/** `{ display: { colour: 'never' } }` as `{ 'display.colour': 'never' }`. */
function flat(table: Table): Table {
  const entries = Object.entries(table).flatMap(([name, value]): [string, unknown][] =>
    isRecord(value) && !(value instanceof Date)
      ? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, inner])
      : [[name, value]],
  );
  return Object.fromEntries(entries);
}

/**
 * The text with this key set, or taken out where the value is undefined; comments and the rest stay as they are. Throws
 * RelError('usage') where the file is written in a way that this cannot follow.
 */
export function withConfig(
  text: string,
  key: ConfigKey,
  value: string | undefined,
  file: string,
): string {
  const [table = '', name = ''] = key.split('.');
  const changed = withLine(text, table, name, value && JSON.stringify(value));
  const { value: read } = { value: undefined, ...readConfig(changed, file) };
  if (read === undefined || configAt(read, key) !== value) throw unchangeable(file);
  return changed;
}

const unchangeable = (file: string): RelError =>
  new RelError('usage', `${file} is written in a way that rel cannot change`, 'edit it by hand');

/** @param value as TOML writes it; undefined takes the line out */
function withLine(text: string, table: string, name: string, value: string | undefined): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const begin = lines.findIndex((line) => line.replace(/\s|#.*/g, '') === `[${table}]`);
  const after = lines.findIndex((line, index) => index > begin && /^\s*\[/.test(line));
  const end = begin < 0 || after < 0 ? lines.length : after;
  const at = lines.findIndex(
    (line, index) =>
      begin >= 0 && index > begin && index < end && line.split('=')[0]?.trim() === name,
  );
  const written = value === undefined ? [] : [`${name} = ${value}`];
  if (at >= 0) lines.splice(at, 1, ...written);
  else if (begin >= 0) lines.splice(lastWritten(lines, end) + 1, 0, ...written);
  else if (written.length > 0)
    lines.push(...(lines.length > 0 ? [''] : []), `[${table}]`, ...written);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The last line before `end` that is not blank. */
const lastWritten = (lines: readonly string[], end: number): number =>
  lines.findLastIndex((line, index) => index < end && line.trim() !== '');

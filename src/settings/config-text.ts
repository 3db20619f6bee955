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
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const begin = lines.findIndex((line) => line.replace(/\s|#.*/g, '') === `[${table}]`);
  const after = lines.findIndex((line, index) => index > begin && /^\s*\[/.test(line));
  const end = begin < 0 || after < 0 ? lines.length : after;
  const at = lines.findIndex(
    (line, index) =>
      begin >= 0 && index > begin && index < end && line.split('=')[0]?.trim() === name,
  );
  const written = value === undefined ? [] : [`${name} = ${JSON.stringify(value)}`];
  if (at >= 0) lines.splice(at, 1, ...written);
  else if (begin >= 0) lines.splice(lastWritten(lines, end) + 1, 0, ...written);
  else if (written.length > 0)
    lines.push(...(lines.length > 0 ? [''] : []), `[${table}]`, ...written);
  const changed = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  const { value: read } = { value: undefined, ...readConfig(changed, file) };
  if (read === undefined || configAt(read, key) !== value)
    throw new RelError(
      'usage',
      `${file} is written in a way that rel cannot change`,
      'edit it by hand',
    );
  return changed;
}

/** The last line before `end` that is not blank. */
const lastWritten = (lines: readonly string[], end: number): number =>
  lines.findLastIndex((line, index) => index < end && line.trim() !== '');

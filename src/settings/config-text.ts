import { parse, TomlError } from 'smol-toml';
import { RelError } from '../journal/error.ts';
import { isRecord } from '../journal/fields.ts';

export const SWITCHES = ['auto', 'always', 'never'] as const;
export type Switch = (typeof SWITCHES)[number];

/** What config.toml may hold: how things are shown, and where they are. Nothing in it changes a verdict. */
export interface Config {
  readonly colour?: Switch;
  readonly unicode?: Switch;
  /** The journal, where neither --db nor REL_DB names one. */
  readonly journal?: string;
}

export const CONFIG_NAMES = ['display.colour', 'display.unicode', 'journal.path'] as const;
export type ConfigKey = (typeof CONFIG_NAMES)[number];

/** Which part of Config each key is. */
const PARTS: Readonly<Record<ConfigKey, keyof Config>> = {
  'display.colour': 'colour',
  'display.unicode': 'unicode',
  'journal.path': 'journal',
};

/** What the file says of this key. */
export const configAt = (config: Config, key: ConfigKey): string | undefined => config[PARTS[key]];

export const isConfigKey = (key: string): key is ConfigKey => Object.hasOwn(PARTS, key);

/** Reads config.toml. Throws RelError('usage') that names the file, and the line or the key. */
export function readConfig(text: string, file: string): Config {
  const config: Record<string, string> = {};
  for (const [key, value] of Object.entries(flat(parsed(text, file)))) {
    if (!isConfigKey(key))
      throw new RelError(
        'usage',
        `${file}: ${key} is no setting of this file`,
        `it may hold ${CONFIG_NAMES.join(', ')}`,
      );
    const wrong = configProblem(key, value);
    if (wrong !== undefined)
      throw new RelError('usage', `${file}: ${key} ${wrong}`, 'mend the file');
    config[PARTS[key]] = String(value);
  }
  return config;
}

/** What is wrong with a value, as the end of a sentence; undefined where it is right. */
export function configProblem(key: ConfigKey, value: unknown): string | undefined {
  if (key === 'journal.path')
    return typeof value === 'string' && value !== '' ? undefined : 'must be the name of a file';
  return SWITCHES.some((each) => each === value)
    ? undefined
    : `must be one of ${SWITCHES.join(', ')}`;
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [, reason = 'it is no TOML'] = /^Invalid TOML document: (.*)/.exec(error.message) ?? [];
    throw new RelError(
      'usage',
      `${file}, line ${error.line}: ${reason}`,
      'mend the file, or delete it',
    );
  }
}

/** `{ display: { colour: 'never' } }` as `{ 'display.colour': 'never' }`. */
function flat(table: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(table).flatMap(([name, value]): [string, unknown][] =>
    isRecord(value)
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
  else if (begin >= 0) lines.splice(begin + 1, 0, ...written);
  else if (written.length > 0)
    lines.push(...(lines.length > 0 ? [''] : []), `[${table}]`, ...written);
  const changed = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  if (configAt(readConfig(changed, file), key) !== value)
    throw new RelError(
      'usage',
      `${file} is written in a way that rel cannot change`,
      'edit it by hand',
    );
  return changed;
}

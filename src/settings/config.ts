export const SWITCHES = ['auto', 'always', 'never'] as const;
type Switch = (typeof SWITCHES)[number];

/** What config.toml may hold: how things are shown, where they are, and whether they are backed up. Nothing in it changes a verdict. */
export interface Config {
  readonly colour?: Switch;
  readonly unicode?: Switch;
  /** Pictures and bars in text: where somebody reads it, in a pipe too, or none. */
  readonly graph?: Switch;
  /** The journal, where neither --db nor REL_DB names one. */
  readonly journal?: string;
  /** Backups after the first change of a day: of a journal that is not too big, of every one, or none. */
  readonly daily?: Switch;
}

export const CONFIG_NAMES = [
  'display.colour',
  'display.unicode',
  'display.graph',
  'journal.path',
  'backups.daily',
] as const;
export type ConfigKey = (typeof CONFIG_NAMES)[number];

/** Which part of Config each key is. */
export const PARTS: Readonly<Record<ConfigKey, keyof Config>> = {
  'display.colour': 'colour',
  'display.unicode': 'unicode',
  'display.graph': 'graph',
  'journal.path': 'journal',
  'backups.daily': 'daily',
};

/** What the file says of this key. */
export const configAt = (config: Config, key: ConfigKey): string | undefined => config[PARTS[key]];

export const isConfigKey = (key: string): key is ConfigKey => Object.hasOwn(PARTS, key);

/** What is wrong with a value, as the end of a sentence; undefined where it is right. */
export function configProblem(key: ConfigKey, value: unknown): string | undefined {
  if (key === 'journal.path') return isFileName(value) ? undefined : 'must be the name of a file';
  return SWITCHES.some((each) => each === value)
    ? undefined
    : `must be one of ${SWITCHES.join(', ')}`;
}

/** No system has a file with the zero byte in its name. */
const isFileName = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !value.includes('\0');

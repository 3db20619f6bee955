import type { Settings } from '../journal/settings.ts';
import { configFilePath, type ConfigFile, variable } from '../platform/config-file.ts';
import type { World } from '../platform/world.ts';
import type { ShownSetting } from '../render/config-text.ts';
import { configAt, CONFIG_NAMES, type ConfigKey } from '../settings/config.ts';
import { readConfig } from '../settings/config-text.ts';
import { settingAt } from '../settings/journal-settings.ts';
import { FILE_KEYS, isLimit, JOURNAL_KEYS, type JournalKey } from './config-keys.ts';

/** What decides before config.toml does. */
const VARIABLES: Readonly<Record<ConfigKey, readonly string[]>> = {
  'journal.path': ['REL_DB'],
  'display.colour': ['NO_COLOR', 'FORCE_COLOR'],
  'display.unicode': [],
  'display.graph': [],
  'backups.daily': [],
};

/** A setting of the journal, and where its value comes from. */
export function journalSetting(key: JournalKey, settings: Settings): ShownSetting {
  const { means, path, standard } = key;
  const [group, name] = path;
  // A limit for a tier may also have been set where those of the rules are.
  const set = settingAt(settings, path) ?? settingAt(settings, ['rules', group, name ?? '']);
  return {
    key: key.key,
    means,
    value: set ?? standard,
    standard,
    from: set === undefined ? 'default' : 'the journal',
  };
}

/** All that is not a limit, and those limits that are set. */
export const journalSettings = (settings: Settings): readonly ShownSetting[] =>
  JOURNAL_KEYS.filter((key) => !isLimit(key) || settingAt(settings, key.path) !== undefined).map(
    (key) => journalSetting(key, settings),
  );

/** What holds of display and paths on this call: an option, the environment, config.toml, or what is found out. */
export function fileSetting(
  key: ConfigKey,
  file: ConfigFile | undefined,
  world: World,
  db: string | undefined,
): ShownSetting {
  const written = writtenIn(file, key);
  const named = VARIABLES[key].find((name) => variable(name) !== undefined);
  const given = key === 'journal.path' && db !== undefined ? '--db' : named;
  return {
    key,
    means: FILE_KEYS[key],
    value: valueOf(key, given, written) ?? world.journalPath(db),
    standard: key === 'journal.path' ? null : 'auto',
    from: given ?? (written === undefined ? 'default' : 'config.toml'),
  };
}

/** What config.toml says of this key. */
export function writtenIn(file: ConfigFile | undefined, key: ConfigKey): string | undefined {
  // One that cannot be read ends every command before it begins.
  const read = file === undefined ? undefined : readConfig(file.text, file.path);
  return read?.problem === undefined && read !== undefined ? configAt(read.value, key) : undefined;
}

/** Undefined for the path of the journal, which the world knows. */
function valueOf(key: ConfigKey, given: string | undefined, written = 'auto'): string | undefined {
  if (key === 'journal.path') return undefined;
  if (given === undefined) return written;
  const forced = variable('FORCE_COLOR');
  return given === 'NO_COLOR' || forced === '0' || forced === 'false' ? 'never' : 'always';
}

export const fileSettings = (
  file: ConfigFile | undefined,
  world: World,
  db: string | undefined,
): readonly ShownSetting[] => CONFIG_NAMES.map((key) => fileSetting(key, file, world, db));

/** The heading of what config.toml holds. */
export const fileTitle = (file: ConfigFile | undefined): string =>
  file === undefined
    ? `Display, paths, backups (${configFilePath()}, not there yet)`
    : `Display, paths, backups (${file.path})`;

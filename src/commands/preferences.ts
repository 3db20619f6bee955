import path from 'node:path';
import type { ConfigFile } from '../platform/config-file.ts';
import type { Preferences } from '../platform/world.ts';
import { readConfig } from '../settings/config-text.ts';

/** What config.toml chooses. A path may begin with `~/`; another relative one lies beside the file. */
export function preferencesIn(file: ConfigFile): Preferences {
  const { journal, ...shown } = readConfig(file.text, file.path);
  if (journal === undefined) return shown;
  const whole = journal.replace(/^~(?=[/\\]|$)/, () => file.home);
  return { ...shown, journal: path.resolve(path.dirname(file.path), whole) };
}

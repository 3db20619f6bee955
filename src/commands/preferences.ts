import path from 'node:path';
import type { Reading } from '../journal/fields.ts';
import type { ConfigFile } from '../platform/config-file.ts';
import type { Preferences } from '../platform/world.ts';
import { readConfig } from '../settings/config-text.ts';

/**
 * What config.toml chooses, or what is wrong with it. A path may begin with `~/`; another relative one lies beside the
 * file. Plain values alone, for this is a file of its own in the build, loaded where somebody has a config.toml.
 */
export function preferencesIn(file: ConfigFile): Reading<Preferences> {
  const read = readConfig(file.text, file.path);
  if (read.problem !== undefined) return read;
  const { journal, ...shown } = read.value;
  if (journal === undefined) return { value: shown };
  const whole = journal.replace(/^~(?=[/\\]|$)/, () => file.home);
  return { value: { ...shown, journal: path.resolve(path.dirname(file.path), whole) } };
}

import { writeSettings } from '../journal/line.ts';
import type { Settings } from '../journal/settings.ts';
import { bodyOf } from './body.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';

const COLUMNS = new Set(['type']);

/** The journal's settings, or undefined where none were ever stored. */
export function storedSettings(connection: Connection): Settings | undefined {
  const row = connection.statement('SELECT body, crc FROM settings').get();
  if (row === undefined) return undefined;
  const [body, crc] = row as readonly [body: string, crc: number];
  if (checksum('settings', body) !== crc) throw damaged('the settings');
  return JSON.parse(body) as Settings;
}

export function writeSettingsRow(connection: Connection, settings: Settings): void {
  const body = bodyOf(writeSettings(settings), COLUMNS);
  connection
    .statement('INSERT OR REPLACE INTO settings (key, body, crc) VALUES (1, ?, ?)')
    .run(body, checksum('settings', body));
}

/** Back to the state before any were stored. */
export function deleteSettings(connection: Connection): void {
  connection.statement('DELETE FROM settings').run();
}

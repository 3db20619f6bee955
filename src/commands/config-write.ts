import { RelError } from '../journal/error.ts';
import type { Json } from '../journal/fields.ts';
import type { Settings } from '../journal/settings.ts';
import { configFile, configFilePath, writeConfigFile } from '../platform/config-file.ts';
import type { World } from '../platform/world.ts';
import { whatIf, type WhatIf } from '../practice/what-if.ts';
import { shortKey, valueText } from '../render/config-text.ts';
import { sign } from '../render/page.ts';
import { whatIfJson, whatIfText } from '../render/what-if-text.ts';
import { type ConfigKey, configProblem } from '../settings/config.ts';
import { withConfig } from '../settings/config-text.ts';
import { withSetting } from '../settings/journal-settings.ts';
import { readBook } from './book.ts';
import type { JournalOption } from './common.ts';
import { type JournalKey, keyNamed, valueTyped } from './config-keys.ts';
import { fileSetting, journalSetting, writtenIn } from './config-shown.ts';
import { countedAs } from './counting.ts';
import { readingFrom, writingTo } from './opening.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

/** Sets one value, and says what it does. */
export function setKey(
  world: World,
  typed: string,
  words: readonly string[],
  options: Options,
): Promise<void> {
  const key = keyNamed(typed);
  return typeof key === 'string'
    ? writeFile(world, key, words.join(' '), options)
    : writeJournal(world, key, valueTyped(key, words), options);
}

/** Takes one value away, so that the default holds. */
export function unsetKey(world: World, typed: string, options: Options): Promise<void> {
  const key = keyNamed(typed);
  return typeof key === 'string'
    ? writeFile(world, key, undefined, options)
    : writeJournal(world, key, undefined, options);
}

async function writeJournal(
  world: World,
  key: JournalKey,
  value: Json | undefined,
  options: Options,
): Promise<void> {
  const settings = readingFrom(world, options.db, (store) => store?.settings() ?? {});
  if (sameJson(changed(settings, key, value), settings)) {
    const { value: stands } = journalSetting(key, settings);
    return tell(world, { key: key.key, before: stands, after: stands, found: null }, options);
  }
  const { before, after, book } = writingTo(world, options.db, (store) =>
    store.change(world.words.join(' '), (writer) => {
      const old = store.settings();
      const fresh = changed(old, key, value);
      writer.putSettings(Object.keys(fresh).length === 0 ? undefined : fresh);
      return {
        before: old,
        after: fresh,
        book: readBook(store, undefined, countedAs(world, 'customers read')),
      };
    }),
  );
  const found = judges(key) ? whatIf(book.accounts, { before, after }, world.clock.today()) : null;
  return tell(
    world,
    {
      key: key.key,
      before: journalSetting(key, before).value,
      after: journalSetting(key, after).value,
      found,
    },
    options,
  );
}

/** A limit for a tier is taken from both places where a journal may have it. */
function changed(settings: Settings, key: JournalKey, value: Json | undefined): Settings {
  const [group, name] = key.path;
  const once =
    key.reads === 'days' && name !== undefined
      ? withSetting(settings, ['rules', group, name], undefined)
      : settings;
  return withSetting(once, key.path, value);
}

const judges = ({ reads }: JournalKey): boolean => reads !== 'text' && reads !== 'addresses';

const sameJson = (one: Settings, other: Settings): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

interface Written {
  readonly key: string;
  readonly before: Json;
  readonly after: Json;
  /** Null where nothing was written, or no verdict looks at it. */
  readonly found: WhatIf | null;
}

async function tell(world: World, written: Written, { json }: Options): Promise<void> {
  const { after, before, found, key } = written;
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  if (json === true) {
    const verdicts = found === null ? null : whatIfJson(found);
    world.print(
      `${JSON.stringify({ schema: 1, key, before, after, changed: !isSame, verdicts })}\n`,
    );
    return;
  }
  const page = await world.page();
  const lines = isSame
    ? [`${shortKey(key)} is ${valueText(after)} already; nothing was written`]
    : [
        `${shortKey(key)}: ${valueText(before)} ${sign(page).arrow} ${valueText(after)}`,
        ...(found === null ? [] : whatIfText(found, 'changes', page)),
      ];
  world.print(`${lines.join('\n')}\n`);
}

async function writeFile(
  world: World,
  key: ConfigKey,
  value: string | undefined,
  options: Options,
): Promise<void> {
  const wrong = value === undefined ? undefined : configProblem(key, value);
  if (wrong !== undefined)
    throw new RelError(
      'usage',
      `${key} ${wrong}, not “${value ?? ''}”`,
      `see: rel config get ${key}`,
    );
  const file = configFile();
  const standard = key === 'journal.path' ? null : 'auto';
  const path = configFilePath();
  const before = writtenIn(file, key);
  const text = withConfig(file?.text ?? '', key, value, path);
  if (before !== value) writeConfigFile(text);
  await tell(
    world,
    { key, before: before ?? standard, after: value ?? standard, found: null },
    options,
  );
  const { from } = fileSetting(key, undefined, world, options.db);
  if (from !== 'default') world.tell(`rel: ${from} comes before it on this call`);
}

import { Command } from 'commander';
import { configFile } from '../platform/config-file.ts';
import type { World } from '../platform/world.ts';
import { settingJson, settingsText, valueText } from '../render/config-text.ts';
import { isLimit, JOURNAL_KEYS, keyNamed } from './config-keys.ts';
import {
  fileSetting,
  fileSettings,
  fileTitle,
  journalSetting,
  journalSettings,
} from './config-shown.ts';
import { setKey, unsetKey } from './config-write.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { readingFrom } from './opening.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
  readonly explain?: boolean;
}

const MEANING = `
What changes a verdict is kept in the journal and goes along with its exports;
how things are shown, where they lie, and whether they are backed up, is in
config.toml. An option comes before the environment, that before a setting, a
setting before the default. Daily backups: auto leaves a journal above 50 MB to
rel backup, always makes one of every journal, never makes none.`;

export function configCommand(world: World): Command {
  const part = (name: string, description: string): Command =>
    withJournal(new Command(name)).description(description).option('--json', 'as JSON');
  const command = withJournal(new Command('config'))
    .description(
      'what you can set: the floor, cadences, limits of the rules, display, paths, backups',
    )
    .usage('[options] [list|get|set|unset] [KEY] [VALUE]')
    .option('--explain', 'where each value comes from')
    .option('--json', 'as JSON')
    .addHelpText('after', MEANING)
    .action((_: Options, self: Command) => list(world, self.optsWithGlobals()));
  const get = part('get', 'print one value alone')
    .argument('<key>', 'as rel config list shows it')
    .action((key: string, _: Options, self: Command) => getOne(world, key, self.optsWithGlobals()));
  const set = part('set', 'set a value, and say whose verdict that changes')
    .argument('<key>', 'as rel config list shows it; a limit as RULE.LIMIT')
    .argument('<value...>', 'what it shall be')
    .action((key: string, value: readonly string[], _: Options, self: Command) =>
      setKey(world, key, value, self.optsWithGlobals()),
    );
  const unset = part('unset', 'back to the default')
    .argument('<key>', 'as rel config list shows it')
    .action((key: string, _: Options, self: Command) =>
      unsetKey(world, key, self.optsWithGlobals()),
    );
  command.addCommand(
    withExamples(
      part('list', 'all settings with their values')
        .option('--explain', 'where each value comes from')
        .action((_: Options, self: Command) => list(world, self.optsWithGlobals())),
      'rel config list',
      'rel config list --explain',
    ),
  );
  command.addCommand(withExamples(get, 'rel config get floor', 'rel config get cadence.A --json'));
  command.addCommand(
    withExamples(
      set,
      'rel config set floor 60',
      'rel config set payment.warnOpenDays 20',
      'rel config set display.colour never',
      'rel config set backups.daily never',
    ),
  );
  command.addCommand(withExamples(unset, 'rel config unset floor', 'rel config unset cadence.A'));
  return withExamples(command, 'rel config', 'rel config --explain', 'rel config set cadence.A 21');
}

async function list(world: World, options: Options): Promise<void> {
  const file = configFile();
  const settings = readingFrom(world, options.db, (store) => store?.settings() ?? {});
  const shown = journalSettings(settings);
  const inFile = fileSettings(file, world, options.db);
  if (options.json === true) {
    const all = [...JOURNAL_KEYS.map((key) => journalSetting(key, settings)), ...inFile];
    world.print(`${JSON.stringify({ schema: 1, settings: all.map(settingJson) })}\n`);
    return;
  }
  const limits = JOURNAL_KEYS.filter(isLimit).length;
  const more = limits - shown.filter(({ key }) => key.startsWith('rules.')).length;
  const text = settingsText(
    [
      ['In the journal', shown],
      [fileTitle(file), inFile],
    ],
    { explain: options.explain === true, more },
    await world.page(),
  );
  world.print(text);
}

function getOne(world: World, typed: string, options: Options): void {
  const key = keyNamed(typed);
  const setting =
    typeof key === 'string'
      ? fileSetting(key, configFile(), world, options.db)
      : journalSetting(
          key,
          readingFrom(world, options.db, (store) => store?.settings() ?? {}),
        );
  const { value } = setting;
  if (options.json === true)
    world.print(`${JSON.stringify({ schema: 1, ...settingJson(setting) })}\n`);
  else world.print(`${value === null ? '' : valueText(value)}\n`);
}

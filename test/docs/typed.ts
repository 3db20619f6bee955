import type { Command } from 'commander';
import { CARD_SHEET, PERSON_SHEET } from '../../src/commands/edit-card.ts';
import { isFieldOf } from '../../src/commands/edit-fields.ts';
import { COMMANDS, type Listed } from '../../src/commands/catalogue.ts';
import { keyNamed } from '../../src/commands/config-keys.ts';
import { OPTIONS } from '../../src/commands/log-line.ts';
import { optionsFirst, parseLog } from '../../src/grammar/log.ts';
import { ENTRY_FIELDS } from '../../src/journal/entry.ts';
import { CHANGES, CONDITIONS } from '../../src/journal/vocabulary.ts';
import { systemWorld } from '../../src/platform/world.ts';
import { REMARKS } from '../../src/practice/remarks.ts';
import { RULES } from '../../src/rules/index.ts';
import { dayOf } from '../support/days.ts';
import { AS_OF } from '../support/lines.ts';

/** Names that stand alone: of rules, remarks, types of entry. */
const NAMES = new Set([
  ...RULES.map(({ name }) => name),
  ...REMARKS.map(({ name }) => name),
  ...Object.keys(ENTRY_FIELDS),
]);

/** What an entry of some type has, which `rel edit N` takes. */
const ENTRY_KEYS = new Set(Object.values(ENTRY_FIELDS).flatMap((fields) => Object.keys(fields)));

/** What a command takes from a closed list, by its place among the words after its name. */
const CLOSED: Readonly<Record<string, readonly [place: number, words: readonly string[]]>> = {
  change: [1, CHANGES],
  met: [1, CONDITIONS],
};

/**
 * Throws where rel would not understand it: a command line, some words of `rel log`, a field of a card, or the name of a
 * rule, a remark, a type of entry or a setting.
 */
export async function checkTyped(span: string): Promise<void> {
  if (NAMES.has(span)) return;
  const [first = '', ...words] = wordsOf(span);
  if (first === 'rel') await checkCommand(words);
  else if (isCardField(first)) return;
  else if (/^[\w-]+\.\w+$/.test(span)) keyNamed(span);
  else if (noteOf([first, ...words]) !== undefined) throw new Error(`${span} is no word of rel`);
}

async function checkCommand([name = '', ...words]: readonly string[]): Promise<void> {
  const listed = COMMANDS.find((each) => each.name === name);
  if (listed === undefined) throw new Error(`rel ${name} is no command`);
  if (listed.loadGrammar === undefined) return checkParsed(listed, words);
  const { options, words: free } = optionsFirst(words, OPTIONS);
  noteOf([...options, ...free.slice(1)]);
}

/** The note that is left when all words of the line were read. Throws where one cannot be read. */
const noteOf = (words: readonly string[]): string | undefined =>
  parseLog(words, { today: dayOf(AS_OF), commandOptions: OPTIONS }).entry.note;

async function checkParsed(listed: Listed, words: readonly string[]): Promise<void> {
  const load = await listed.load();
  const command = load(systemWorld());
  for (const each of [command, ...command.commands]) disarm(each);
  command.parse([...words], { from: 'user' });
  const [place, known] = CLOSED[listed.name] ?? [0, []];
  const given = words.filter((word) => !word.startsWith('-'))[place];
  if (given !== undefined && known.length > 0 && !known.includes(given))
    throw new Error(`rel ${listed.name} takes no ${given}`);
  const fields = listed.name === 'edit' ? words.filter((word) => word.includes(':')) : [];
  for (const field of fields)
    if (!isCardField(field) && !ENTRY_KEYS.has(field.split(':')[0] ?? ''))
      throw new Error(`rel edit knows no ${field}`);
}

/** Reads the words as ever, does nothing with them, and throws instead of leaving. */
const disarm = (command: Command): Command =>
  command
    .action(() => undefined)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });

const isCardField = (word: string): boolean => {
  const [, key] = /^([a-zA-Z-]+):./.exec(word) ?? [];
  return key !== undefined && [CARD_SHEET, PERSON_SHEET].some((sheet) => isFieldOf(sheet, key));
};

/** As a shell cuts them; quotes keep words together. */
const wordsOf = (line: string): readonly string[] =>
  (line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ''));

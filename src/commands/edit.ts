import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { fitted } from '../render/fitted.ts';
import { fieldChangeText } from '../render/field-changes.ts';
import { indented } from '../render/history-text.ts';
import type { Page } from '../render/page.ts';
import { visible } from '../render/visible.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { correcting, typed } from './correcting.ts';
import { wishesOf } from './edit-sheet.ts';
import { askedOf, textOfTarget } from './edit-target.ts';
import type { Wish } from './edit-words.ts';
import { type Edited, writeEdit } from './edit-write.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
  readonly input: boolean;
}

export function editCommand(world: World): Command {
  const command = withJournal(new Command('edit'))
    .description(
      'correct an entry by its number, a customer or a person; without fields in your editor',
    )
    .usage('N|CUSTOMER|PERSON [field:value…] [options]')
    .argument('<what...>', 'the number or name, then field:value, or field: to take it away')
    .option('--no-input', 'never open the editor')
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
The fields are those that rel show N prints, and the words of rel log:
  on:yesterday at:14:30 with:dana about:need,price feel:-1 minutes:40m :rude
A list is replaced (about:, tags:, aliases:, needs:), or grows by one (tag:,
alias:, need:). ref: takes the number of an entry.
`,
    )
    .action((words: readonly string[], options: Options) => edit(world, words, options));
  return withExamples(
    command,
    'rel edit 12 feel:-1 note:they moved to Austin',
    'rel edit harlan tier:A terms:30 alias:hs',
    'rel edit dana@harlan role:buyer',
  );
}

async function edit(world: World, words: readonly string[], options: Options): Promise<void> {
  const asked = correcting(world, options.db, (store) => {
    const { target, wishes } = askedOf(world, store, words);
    return { wishes, text: textOfTarget(world, store, target) };
  });
  const edited =
    asked.wishes.length > 0
      ? write(world, words, options, asked.wishes)
      : await inEditor(world, words, options, asked.text);
  if (options.json === true) world.print(editJson(edited));
  else world.print(fitted(answer(edited, await world.page()), world.terminalWidth));
}

const write = (
  world: World,
  words: readonly string[],
  { db }: Options,
  wishes: readonly Wish[],
): Edited =>
  correcting(world, db, (store) =>
    store.change(typed(world), (writer) =>
      writeEdit(world, store, writer, askedOf(world, store, words).target, wishes),
    ),
  );

async function inEditor(
  world: World,
  words: readonly string[],
  options: Options,
  text: string,
): Promise<Edited> {
  if (!world.interactive || !options.input || options.json === true) {
    throw new RelError(
      'usage',
      'rel edit needs to know what shall be otherwise',
      `type a field and its value after rel edit ${words.join(' ')}: note:they moved, feel:-1`,
    );
  }
  const changed = await world.editText(text);
  try {
    return write(world, words, options, wishesOf(text, changed));
  } catch (error) {
    if (!(error instanceof RelError) || error.kind !== 'usage') throw error;
    const kept = await world.keepText(changed);
    throw new RelError('usage', error.message, `nothing was written; your text is kept in ${kept}`);
  }
}

function answer({ headline, changed, notices, effects }: Edited, page: Page): string {
  if (changed.length === 0 && notices.length === 0)
    return `${visible(headline)}\n   is as it was; nothing was written\n`;
  const told = changed.filter(({ field }) => field !== 'offset');
  const lines = [...told.map(fieldChangeText), ...[...notices, ...effects].map(visible)];
  const after = [...lines, 'to take it back: rel undo'].flatMap((text) => indented(text, page));
  return `${[visible(headline), ...after].join('\n')}\n`;
}

export function editJson({ is, number, line, changed, notices, effects }: Edited): string {
  const now = number === null ? line : { number, ...line };
  return `${JSON.stringify({ schema: 1, [is]: now, changed, notices, effects })}\n`;
}

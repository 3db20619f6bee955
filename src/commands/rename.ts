import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { indented } from '../render/history-text.ts';
import { quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { oneCustomer } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { correcting, typed } from './correcting.ts';
import { realName } from './placeholder.ts';
import { editJson } from './edit.ts';
import { namedTarget } from './edit-target.ts';
import { writeEdit } from './edit-write.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

export function renameCommand(world: World): Command {
  const command = withJournal(new Command('rename'))
    .description(
      'give a customer, or a person, another name; the old one of a customer stays an alias',
    )
    .usage('CUSTOMER|PERSON NEW NAME [options]')
    .argument('<names...>', 'the name as it is, then the new one')
    .option('--json', 'answer as JSON')
    .action((words: readonly string[], options: Options) => rename(world, words, options));
  return withExamples(
    command,
    'rel rename harlan "Harlan & Sons"',
    'rel rename dana@harlan "Dana Whitfield"',
  );
}

/** `rel rename harlan to Harlan Inc`; a name that begins so is put in quotes. */
const renamed = ([first = '', ...others]: readonly string[]): readonly string[] =>
  first === 'to' ? others : [first, ...others];

async function rename(world: World, words: readonly string[], options: Options): Promise<void> {
  const { edited, was } = correcting(world, options.db, (store) =>
    store.change(typed(world), (writer) => {
      const names = {
        customers: store.customers().map(({ card }) => card),
        people: store.people(),
      };
      const { taken } = oneCustomer(words, names);
      const target = namedTarget(store, words.slice(0, taken));
      const newName = realName(renamed(words.slice(taken)).join(' '));
      const name = target.is === 'person' ? target.person.name : words.slice(0, taken).join(' ');
      if (newName.trim() === '') {
        const hint = `type it after: rel rename ${quotedName(name)}`;
        throw new RelError('usage', `“${name}” needs a new name`, hint);
      }
      const wish = { key: 'name', text: newName };
      return {
        edited: writeEdit(world, store, writer, target, [wish]),
        was: target.is === 'customer' ? target.customer.card.name : name,
      };
    }),
  );
  if (options.json === true) {
    world.print(editJson(edited));
    return;
  }
  if (edited.changed.length === 0) {
    world.print(`${visible(edited.headline)} is the name already; nothing was written\n`);
    return;
  }
  const page = await world.page();
  const finds = edited.is === 'customer' ? [`“${was}” still finds them`] : [];
  const after = [...finds, ...edited.notices, 'to take it back: rel undo'];
  const lines = after.flatMap((text) => indented(visible(text), page));
  world.print(`${[`${visible(was)} is now ${visible(edited.headline)}`, ...lines].join('\n')}\n`);
}

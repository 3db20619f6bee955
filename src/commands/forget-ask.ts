import { foldName } from '../journal/fold-name.ts';
import type { Asker } from '../platform/asker.ts';
import type { World } from '../platform/world.ts';
import { STOPPED_BY_CTRL_C } from './sure.ts';

export interface ForgetChoice {
  /** Where everything about them is written first; undefined where it is not wanted. */
  readonly file: string | undefined;
  /** Whether the name is replaced where others mention it. */
  readonly mentions: boolean;
}

/**
 * Asks what the options leave open, and for the name as the last word; undefined where whoever sits there would rather
 * not.
 * @param given what needs no question: the file, false for none; whether mentions are replaced
 */
export async function askForget(
  world: World,
  name: string,
  given: { readonly file: string | false | undefined; readonly mentions: boolean | undefined },
): Promise<ForgetChoice | undefined> {
  const choice = await world.converse(async (ask) => {
    const file = given.file ?? (await askFile(ask, name));
    const mentions = given.mentions ?? (await askMentions(ask));
    await ask.text({
      message: `Type the name to erase it for good (Ctrl-C leaves):`,
      check: (text) => (foldName(text) === foldName(name) ? undefined : 'that is not the name'),
    });
    const isWanted = file !== false && file.trim() !== '-';
    return { file: isWanted ? file.trim() : undefined, mentions };
  });
  if (choice !== undefined) return choice;
  world.tell('nothing was erased');
  world.end(STOPPED_BY_CTRL_C);
  return undefined;
}

const askFile = (ask: Asker, name: string): Promise<string> =>
  ask.text({
    message: 'First export everything about them to (- for nowhere):',
    usual: fileFor(name),
    check: (text) => (text.trim() === '' ? 'the name of a new file, or -' : undefined),
  });

async function askMentions(ask: Asker): Promise<boolean> {
  const answer = await ask.key({
    message: 'Put … in place of the name where others mention it?',
    choices: [
      { key: 'y', value: 'yes', says: 'yes' },
      { key: 'n', value: 'no', says: 'no' },
    ],
    usual: 'no',
  });
  return answer === 'yes';
}

/** `brazos-rentals.jsonl`. */
function fileFor(name: string): string {
  const plain = foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'subject' : plain}.jsonl`;
}

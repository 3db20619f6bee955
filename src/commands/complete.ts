import type { World } from '../platform/world.ts';
import { COMMANDS } from './catalogue.ts';
import { bashWord, bashWords } from './complete-bash.ts';
import { logWordsFor } from './complete-log.ts';
import { lookingUp } from './complete-names.ts';
import { beginning, dbIn, type Offer } from './complete-offers.ts';
import { visible } from '../render/visible.ts';

/**
 * The hidden command behind the completions: `rel complete SHELL -- WORDS… WORD`, of which the last word is the one that
 * is being typed; bash gives its whole line. Prints a line each, with a tab before what it means. Whatever goes wrong,
 * nothing is said: who presses a key in the middle of a line wants no message there.
 */
export async function complete(world: World, [shell = '', , ...given]: readonly string[]) {
  // Not a copy: that would ask the world for everything it knows.
  const quiet = Object.assign(Object.create(world) as World, { tell: () => undefined });
  try {
    const line = shell === 'bash' ? bashWords(given[0] ?? '') : { words: given, isQuoted: false };
    let answer = '';
    for (const { value, means } of await offersFor(quiet, line.words)) {
      // What cannot be seen cannot be chosen either; such a name is called by a part of it.
      if (visible(value) !== value) continue;
      const shown =
        shell === 'bash' ? bashWord(value, line.isQuoted) : `${value}\t${visible(means)}`;
      answer += `${shown}\n`;
    }
    world.print(answer);
  } catch {
    world.end(0);
  }
}

async function offersFor(world: World, words: readonly string[]): Promise<readonly Offer[]> {
  const current = words.at(-1) ?? '';
  const [name, ...before] = words.slice(0, -1);
  if (name === undefined) return beginning(current, commandOffers());
  const listed = COMMANDS.find((each) => each.name === name);
  if (name === 'help') return beginning(current, commandOffers());
  if (listed === undefined) return [];
  if (listed.loadGrammar !== undefined && !current.startsWith('--')) {
    return lookingUp(world, dbIn(before), (directory) =>
      logWordsFor(before, current, directory, name === 'work' ? 'work' : 'touch'),
    );
  }
  const { commandWords } = await import('./complete-options.ts');
  return beginning(current, await commandWords(world, name, before, current));
}

const commandOffers = (): readonly Offer[] =>
  COMMANDS.map(({ name, summary }) => ({ value: name, means: summary }));

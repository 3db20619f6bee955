import { Command } from 'commander';
import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import { type Condition, CONDITIONS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { openConditions } from '../practice/turn-points.ts';
import { quotedName } from '../render/quoted.ts';
import type { Book } from './book.ts';
import { withExamples } from './common.ts';
import { entryNumbered, readNumber } from './entry-number.ts';
import {
  noted,
  recordTurn,
  type Scene,
  type Stand,
  type Telling,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';
import { type OfCustomer, ofCustomer } from './turn-words.ts';
import { unlessIdle } from './won-lost.ts';

interface MetOptions extends TurnOptions {
  readonly shownBy?: number;
}

export function metCommand(world: World): Command {
  const command = withTurnOptions(new Command('met'))
    .description('the notice ended well; or what a dropped customer brought')
    .usage(`[options] CUSTOMER [${CONDITIONS.join('|')}…] [WORDS…]`)
    .argument('[customer...]', 'who, for a dropped one the conditions, then words for a note')
    .option('--shown-by <number>', 'the entry in which they brought it', readNumber)
    .action((words: readonly string[], options: MetOptions) => met(world, words, options));
  return withExamples(
    command,
    'rel met brazos',
    'rel met harlan apology explanation --shown-by 41',
    'rel met harlan assurance in writing',
  );
}

function met(world: World, words: readonly string[], options: MetOptions): Promise<void> {
  const read = ofCustomer(world, words, options);
  const find = (book: Book) => ({ ...read(book), book });
  return recordTurn(world, options, find, (scene, found) => {
    const brought = conditionsIn(found.rest);
    if (brought.length > 0 || options.shownBy !== undefined)
      return conditions(scene, found, brought, options.shownBy);
    unlessIdle('met', scene, found);
    scene.add({ type: 'met', ...noted(found.rest) });
    return () => ({
      stage: true,
      says: [
        'their conduct counts afresh from this day; what they owe stays owed',
        'if it happens again the verdict is DROP, without a notice',
      ],
    });
  });
}

/** The conditions that the words begin with, `apology, explanation` with their commas. */
function conditionsIn(words: readonly string[]): readonly Condition[] {
  const brought: Condition[] = [];
  for (const word of words) {
    const said = word.toLowerCase().replace(/,$/, '');
    const known = CONDITIONS.find((each) => each === said);
    if (known === undefined) {
      refuseSlip(said);
      break;
    }
    brought.push(known);
  }
  return brought;
}

function refuseSlip(said: string): void {
  const [near] = said.length < 5 ? [] : nearWords(said, CONDITIONS);
  if (near === undefined) return;
  throw new RelError(
    'usage',
    `“${said}” is no condition`,
    `did you mean ${near}? Nothing was written`,
  );
}

function conditions(
  scene: Scene,
  found: OfCustomer & { readonly book: Book },
  brought: readonly Condition[],
  shownBy: number | undefined,
): (after: Stand) => Telling {
  unlessIdle('conditions', scene, found);
  const name = quotedName(found.customer);
  const open = openConditions(scene.standing);
  if (!brought.some((each) => open.includes(each))) {
    throw new RelError(
      'usage',
      brought.length === 0
        ? 'say what they brought'
        : `${found.customer} brought ${brought.join(' and ')} already`,
      open.length > 0
        ? `still open: rel met ${name} ${open.join(' ')}`
        : `nothing is open: rel return ${name}`,
    );
  }
  const shown =
    shownBy === undefined ? undefined : entryNumbered(found.book, shownBy, found.customer);
  scene.add({
    type: 'conditions',
    conditions: [...new Set(brought)],
    ...(shown === undefined ? {} : { ref: shown.id }),
    ...noted(found.rest.slice(brought.length)),
  });
  return ({ history: { standing } }) => {
    const left = openConditions(standing);
    return {
      stage: true,
      says: [
        ...(left.length > 0
          ? [`still open: ${left.join(', ')}`]
          : ['all three conditions are met']),
        ...(standing.once ? ['dropped twice: there is no further chance'] : []),
      ],
      next:
        left.length > 0
          ? `rel met ${name} ${left[0] ?? ''}`
          : standing.once
            ? `rel why ${name}`
            : `rel return ${name}`,
    };
  };
}

import { Command } from 'commander';
import { nearWords } from '../grammar/likeness.ts';
import { spokenDay } from '../journal/days.ts';
import { droppedSince } from '../journal/dropped.ts';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { byOrder, until } from '../journal/order.ts';
import { type Condition, CONDITIONS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { openConditions } from '../practice/turn-points.ts';
import { quotedName } from '../render/quoted.ts';
import { heardIn } from '../verdict/conditions.ts';
import type { OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { entryNumbered, readNumber } from './entry-number.ts';
import { afreshSays, trialSays } from './return.ts';
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
  const find = (book: OpenBook) => ({ ...read(book), book });
  return recordTurn(world, options, find, (scene, found) => {
    const brought = conditionsIn(found.rest);
    if (brought.length > 0 || options.shownBy !== undefined)
      return conditions(scene, found, brought, options.shownBy);
    unlessIdle('met', scene, found);
    scene.add({ type: 'met', ...noted(found.rest) });
    const { conditions: asked = [] } = scene.standing.notice ?? {};
    return (after) => ({
      stage: true,
      says: [
        ...(asked.length === 0 ? [] : [`taken as done: ${asked.join(', ')}`]),
        ...afreshSays(scene.before, after),
        ...trialSays(after),
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
  found: OfCustomer & { readonly book: OpenBook },
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
  const since = droppedSince(until(scene.entries, found.on));
  refuseBefore(shown, since?.drop);
  const note = noted(found.rest.slice(brought.length));
  const shownIn = (condition: Condition) => shown ?? heardIn(since?.after ?? [], condition);
  const proofs = new Set(brought.map(shownIn));
  for (const proof of proofs)
    scene.add({
      type: 'conditions',
      conditions: [...new Set(brought.filter((each) => shownIn(each) === proof))],
      ...(proof === undefined ? {} : { ref: proof.id }),
      ...note,
    });
  // What nobody has heard from them yet is not to be written down by the next paste.
  const nextOf = (left: readonly Condition[], once: boolean): string => {
    const heard = left.filter((each) => heardIn(since?.after ?? [], each) !== undefined);
    if (heard.length > 0) return `rel met ${name} ${heard.join(' ')}`;
    if (left.length > 0) return `rel show ${name}`;
    return once ? `rel why ${name}` : `rel return ${name}`;
  };
  return ({ history: { standing } }) => {
    const left = openConditions(standing);
    return {
      stage: true,
      says: [
        ...proofWords(brought, shownIn),
        ...(left.length > 0
          ? [`still open: ${left.join(', ')}`]
          : ['all three conditions are met']),
        ...(standing.once ? ['dropped twice: there is no further chance'] : []),
      ],
      next: nextOf(left, standing.once),
    };
  };
}

/** What they said before they were dropped is why they were dropped. */
function refuseBefore(shown: Recorded | undefined, drop: Recorded | undefined): void {
  if (shown === undefined || drop === undefined || byOrder(shown, drop) > 0) return;
  throw new RelError(
    'usage',
    `#${shown.seq} of ${spokenDay(shown.on)} was before the drop of ${spokenDay(drop.on)}`,
    'a condition is shown by what came after it; nothing was written',
  );
}

function proofWords(
  brought: readonly Condition[],
  shownIn: (condition: Condition) => Recorded | undefined,
): readonly string[] {
  const told = brought.flatMap((each) => {
    const proof = shownIn(each);
    return proof === undefined ? [] : [`${each} is shown by #${proof.seq}`];
  });
  const bare = brought.filter((each) => shownIn(each) === undefined);
  return [
    ...(told.length === 0 ? [] : [told.join(', ')]),
    ...(bare.length === 0
      ? []
      : [`no entry shows the ${bare.join(' and the ')}: --shown-by N names it`]),
  ];
}

import { Command, InvalidArgumentError, Option } from 'commander';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { until } from '../journal/order.ts';
import { standingOf } from '../journal/stage.ts';
import { CONSIDERING, LOSS_CAUSES } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { lastEnd } from '../practice/end-of-business.ts';
import { isUnexplained, lastLoss, type Loss } from '../practice/leaving.ts';
import { foresightWords } from '../render/end-of-business-text.ts';
import { quotedName } from '../render/quoted.ts';
import { entriesIn, type OpenBook } from './book.ts';
import { withExamples } from './common.ts';
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

type Cause = (typeof LOSS_CAUSES)[number];

interface LostOptions extends TurnOptions {
  /** True where `--cause` stands alone. */
  readonly cause?: Cause | true;
  readonly harm?: number;
  readonly until?: readonly string[];
  readonly considering?: boolean;
}

/** What was typed, every word of it read. */
interface Told extends OfCustomer {
  readonly cause: Cause | undefined;
  readonly harm: number | undefined;
}

export function lostCommand(world: World): Command {
  const command = withTurnOptions(new Command('lost'))
    .description(
      'they left, or told you that they will: the relationship is lost, and may be rebuilt',
    )
    .usage('[options] CUSTOMER [WORDS…]')
    .argument('[customer...]', 'who, then words for a note')
    .addOption(
      new Option('--cause [who]', 'why they left; for a loss without one, the answer').choices(
        LOSS_CAUSES,
      ),
    )
    .option('--harm <size>', 'how much it hurts: 1, 2 or 3', readHarm)
    .option('--until <date...>', 'the last day of their contract, where it still runs')
    .option('--considering', 'they think about it: nothing is lost yet, and nothing decided')
    .action((words: readonly string[], options: LostOptions) => lost(world, words, options));
  return withExamples(
    command,
    'rel lost brazos --cause price went to the rival for 5% less',
    'rel lost vantage --until "31 dec" will not renew',
    'rel lost harlan --considering their new finance man compares',
    'rel lost harlan --cause us --harm 3 --on "last friday"',
  );
}

function readHarm(word: string): number {
  if (!/^[123]$/.test(word)) throw new InvalidArgumentError('It is 1, 2 or 3.');
  return Number(word);
}

function lost(world: World, words: readonly string[], options: LostOptions): Promise<void> {
  const read = ofCustomer(world, words, options, { until: 'future' });
  const find = (book: OpenBook): Told => {
    const found = read(book);
    const { cause, harm } = options;
    if (cause === true) throw noCause(book, found);
    return { ...found, cause, harm };
  };
  const write = options.considering === true ? recordConsidering : recordLoss;
  return recordTurn(world, options, find, (scene, found) => {
    const loss = lastLoss(scene.entries);
    const isOpen = loss !== undefined && isUnexplained(loss);
    if (isOpen && scene.standing.stage === 'lost' && options.considering !== true) {
      if (found.cause !== undefined) return explain(scene, found, loss);
      const hint = `once you know: rel lost ${quotedName(found.customer)} --cause price`;
      throw new RelError('usage', `${found.customer} is lost, and nobody knows why yet`, hint);
    }
    return write(scene, found);
  });
}

function noCause(book: OpenBook, { customer, on }: OfCustomer): RelError {
  const causes = `one of ${LOSS_CAUSES.join(', ')}`;
  const answer = `rel lost ${quotedName(customer)} --cause price`;
  const entries = until(entriesIn(book, customer), on);
  const loss = lastLoss(entries);
  const isBack = standingOf(entries, on).stage === 'rebuilding';
  return loss !== undefined && isBack && isUnexplained(loss)
    ? // The same command would write down that they left again.
      new RelError(
        'usage',
        `say why they left on ${spokenDay(loss.on)}`,
        `${causes}: rel edit ${loss.seq} cause:price; if they left again: ${answer}`,
      )
    : new RelError('usage', 'say why they left', `${causes}: ${answer}`);
}

/** Whether rel could have told. */
function foresight({ medianOn }: Scene, { on }: Told, { relationship }: Stand): readonly string[] {
  const end = lastEnd(relationship, on, medianOn);
  return end === undefined ? [] : [foresightWords(end)];
}

function recordLoss(scene: Scene, found: Told): (after: Stand) => Telling {
  unlessIdle('lost', scene, found);
  const { cause, harm } = found;
  const until = found.days.until?.day;
  if (until !== undefined && until < found.on) {
    throw new RelError(
      'usage',
      `the last day, ${spokenDay(until)}, lies before ${spokenDay(found.on)}, when they told you`,
      'leave it out where the contract had ended',
    );
  }
  scene.add({
    type: 'lost',
    ...(cause === undefined ? {} : { cause }),
    ...(harm === undefined ? {} : { harm }),
    ...noted(found.rest),
  });
  if (until !== undefined) scene.add({ type: 'renewal', renewsOn: until, note: 'it ends then' });
  const name = quotedName(found.customer);
  const ours = cause === 'us';
  const unknown = cause === undefined || cause === 'unknown';
  return (after) => ({
    stage: true,
    says: [
      ...foresight(scene, found, after),
      ...(until === undefined || until === found.on
        ? []
        : [
            `decided: their contract runs until ${spokenWeekday(until)} ${spokenDay(until)}, ${until - found.on} days; serve it well, and do not besiege them`,
          ]),
      ...(unknown ? [`no cause is known: ask them, then: rel lost ${name} --cause price`] : []),
      ...(ours ? ['what did we do? As an incident it is looked at first'] : []),
      ...(after.history.standing.stage === 'lost'
        ? [
            `if it is over: rel refuse ${name}`,
            `when something changes there: rel change ${name} rival-failing`,
          ]
        : []),
    ],
    ...(ours
      ? { next: `rel log ${name} call :problem fault:us harm:${harm ?? 2}` }
      : unknown
        ? { next: `rel log ${name} call :listened` }
        : {}),
  });
}

/** The why of a loss that was written down without one. */
function explain(scene: Scene, { cause, customer, harm, rest }: Told, loss: Loss): () => Telling {
  const words = [loss.note ?? '', rest.join(' ')].filter((each) => each !== '');
  const { note } = noted(words.length < 2 ? words : [words.join('; ')]);
  scene.replace({
    ...loss,
    ...(cause === undefined ? {} : { cause }),
    ...(harm === undefined ? {} : { harm }),
    ...(note === undefined ? {} : { note }),
  });
  const name = quotedName(customer);
  return () => ({
    stage: false,
    says: [
      cause === 'unknown'
        ? 'still unknown: it stays in rel today until you know'
        : `now it is known why; what you learned from it: rel lesson ${name}`,
    ],
    ...(cause === 'us' ? { next: `rel log ${name} call :problem fault:us harm:${harm ?? 2}` } : {}),
  });
}

/** They think about it. No stage changes, and no verdict: what is not decided can still be turned. */
function recordConsidering(scene: Scene, found: Told): (after: Stand) => Telling {
  const { stage } = scene.standing;
  const name = quotedName(found.customer);
  if (stage === 'lost' || stage === 'dropped') {
    throw new RelError(
      'usage',
      `${found.customer} is ${stage}: there is nothing left to consider`,
      `when they come back: rel return ${name}`,
    );
  }
  if (found.cause !== undefined || found.harm !== undefined || found.days.until !== undefined) {
    throw new RelError(
      'usage',
      'nothing is lost yet: --considering takes no cause, harm or last day',
      `when their contract ends: rel renewal ${name}; when they have left: rel lost ${name}`,
    );
  }
  scene.add({ type: 'change', kind: 'other', tags: [CONSIDERING], ...noted(found.rest) });
  return () => ({
    stage: true,
    says: [
      'nothing is decided: go there and ask what would make them stay',
      `once they have decided: rel lost ${name}, or rel renewal ${name}`,
    ],
    next: `rel log ${name} visit :need :review`,
  });
}

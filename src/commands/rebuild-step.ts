import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { CONDITION, FORCED, type Step, STEP_TITLES, STEPS, WAIT } from '../journal/ladder.ts';
import type { World } from '../platform/world.ts';
import { alreadyBegun, notRebuildable, tooEarlyFor } from '../practice/rebuild/gates.ts';
import { CLIMBS } from '../practice/rebuild/next.ts';
import { wayBack } from '../practice/rebuild/page.ts';
import { factsOf, rungAdvice } from '../practice/rebuild/rungs.ts';
import type { Refusal } from '../practice/turn-points.ts';
import { quotedName } from '../render/quoted.ts';
import { commandOf } from '../render/rebuild-words.ts';
import { bareDatesAtEnd, contextOf } from './bare-dates.ts';
import type { OpenBook } from './book.ts';
import { reasonToForce } from './reason-option.ts';
import {
  noted,
  recordTurn,
  type Scene,
  type Stand,
  type Telling,
  type TurnOptions,
} from './turn.ts';
import { answerIn, conditionIn, readStep, refuseStrayDates, sayWhat } from './rebuild-words.ts';
import type { OfCustomer } from './turn-words.ts';

export const BY_UNTIL = { by: 'future', until: 'future' } as const;

export interface RebuildOptions extends TurnOptions {
  readonly by?: readonly string[];
  readonly until?: readonly string[];
  readonly force?: boolean;
  readonly reason?: string;
}

/** Records that a step of the way back was taken, unless one that comes first is open. */
export function recordStep(
  world: World,
  find: (book: OpenBook) => OfCustomer,
  options: RebuildOptions,
): Promise<void> {
  const reason = reasonToForce(options);
  return recordTurn(world, options, find, (scene, typedIn) => {
    const found = withBareDates(world, typedIn);
    const [word = '', ...others] = found.rest;
    const step = readStep(word);
    const typed = quotedName(found.customer);
    const before = { ...scene.before, typed };
    const way = wayBack(scene.before);
    refuse(notRebuildable(before, way.broken));
    refuseStrayDates(step, found);
    if (step === WAIT) return wait(scene, found, others);
    refuse(beforeTheBreak(way.broken?.since, found.on));
    if (step === 'sell') refuse(alreadyBegun(before, way.ladder));
    const { broken, ladder } = way;
    const early =
      broken === undefined || ladder === undefined
        ? undefined
        : tooEarlyFor(step, ladder, (each) => {
            const facts = factsOf(way.regarded, broken, ladder);
            return commandOf({ ...way, next: rungAdvice(each, facts, ladder) }) ?? '';
          });
    if (options.force !== true && early !== undefined)
      refuse({ ...early, hint: `${early.hint}; all the same: --force --reason "…"` });
    const forced = options.force === true && early !== undefined;
    return take(step, scene, found, forced ? reason : undefined);
  });
}

/** `wait until 3 dec`, `asked yes the late lorries by 3 dec`. */
function withBareDates(world: World, found: OfCustomer): OfCustomer {
  const [step = '', ...rest] = found.rest;
  const context = contextOf(world, BY_UNTIL);
  const said = bareDatesAtEnd({ rest, days: found.days }, 'by', context);
  return { ...found, rest: [step, ...said.rest], days: said.days };
}

/** What was done before it broke is no step back. */
const beforeTheBreak = (since: Day | undefined, on: Day): Refusal | undefined =>
  since === undefined || on >= since
    ? undefined
    : {
        message: `${spokenDay(on)} was before it broke, on ${spokenDay(since)}`,
        hint: 'type a later day with --on, or leave it out for today',
      };

/** @param because why it was taken out of its turn; undefined where it was not */
function take(
  step: Step,
  scene: Scene,
  found: OfCustomer,
  because: string | undefined,
): (after: Stand) => Telling {
  const [answer, said] = answerIn(step, found.rest.slice(1), found);
  const what = noted(said).note;
  if (step === 'fixed' && what === undefined) sayWhat('what was put right', step, found);
  const solve = step === 'asked' && answer !== 'no' ? conditionIn(what, found) : undefined;
  const parts = [what, because].filter((part) => part !== undefined);
  const entry = scene.add({
    type: 'step',
    step,
    ...(answer === undefined ? {} : { answer }),
    ...(parts.length === 0 ? {} : noted([parts.join('; ')])),
    ...(because === undefined ? {} : { tags: [FORCED] }),
  });
  if (solve !== undefined)
    scene.add({
      type: 'promise',
      by: 'us',
      what: solve.what,
      due: solve.due,
      source: { importer: CONDITION, key: entry.id },
    });
  const begins = step === 'sell' && scene.standing.stage === 'lost';
  if (begins) scene.add({ type: 'return' });
  return (after) => tellingOf(after, begins, because !== undefined);
}

function tellingOf(after: Stand, begins: boolean, forced: boolean): Telling {
  const way = wayBack(after);
  const { ladder } = way;
  const next = ladder?.next;
  const command = commandOf(way);
  return {
    stage: begins,
    says: [
      ...(forced ? ['out of its turn; the reason is kept'] : []),
      ...(next === undefined ? ['the way back is done'] : []),
      ...(next !== undefined && CLIMBS.has(way.course)
        ? [
            `step ${STEPS.indexOf(next.step) + 1} of ${STEPS.length} comes next: ${STEP_TITLES[next.step]}`,
          ]
        : []),
      way.next.say,
      ...(way.next.words === undefined ? [] : [`say: “${way.next.words}”`]),
    ],
    ...(command === undefined ? {} : { next: command }),
  };
}

function wait(scene: Scene, { days, customer }: OfCustomer, words: readonly string[]) {
  const until = days.until?.day;
  const name = quotedName(customer);
  if (until === undefined)
    throw new RelError(
      'usage',
      'until when?',
      `type it: rel rebuild ${name} wait --until "in 3 months"`,
    );
  if (until <= scene.today)
    throw new RelError(
      'usage',
      `${spokenDay(until)} is not ahead`,
      'type a later day: --until "in 3 months"',
    );
  scene.add({ type: 'step', step: WAIT, next: until, ...noted(words) });
  return (): Telling => ({
    stage: false,
    says: [
      `rel today reminds you on ${spokenWeekday(until)} ${spokenDay(until)}`,
      'a change over there ends it at once',
    ],
    next: `rel rebuild ${name}`,
  });
}

function refuse(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new RelError('usage', refusal.message, refusal.hint);
}

import { spokenDay } from '../../journal/days.ts';
import { type Ladder, type Step, STEP_TITLES, STEPS } from '../../journal/ladder.ts';
import type { Refusal } from '../turn-points.ts';
import type { Break, Regarded } from './broken.ts';

interface Asked extends Regarded {
  /** The customer as it is typed. */
  readonly typed: string;
}

/** Why nothing is to be rebuilt with them now; undefined where one may begin. */
export function notRebuildable(
  { history, judgement, relationship, typed }: Asked,
  broken: Break | undefined,
): Refusal | undefined {
  const { standing } = history;
  const { name } = relationship.customer;
  if (standing.stage === 'dropped')
    return {
      message: `${name} was dropped: the way back is theirs, not yours`,
      hint: `what they bring is recorded with: rel met ${typed} apology`,
    };
  if (standing.refused && standing.stage === 'lost')
    return {
      message: `${name} refused: it is over`,
      hint: `if they come back after all: rel return ${typed}`,
    };
  if (broken !== undefined) return undefined;
  return {
    message: `nothing is broken between you and ${name}: the verdict is ${judgement.verdict}`,
    hint: `if they have left: rel lost ${typed} --cause us; what else to do: rel why ${typed}`,
  };
}

/** A new start is made once. */
export function alreadyBegun({ typed }: Asked, ladder: Ladder | undefined): Refusal | undefined {
  const begun = ladder?.rungs.find(({ step, state }) => step === 'sell' && state === 'done')?.entry;
  if (begun === undefined) return undefined;
  return {
    message: `you began again on ${spokenDay(begun.on)} (#${begun.seq})`,
    hint: `what comes next: rel why ${typed}`,
  };
}

/** Why a step comes too early; undefined where it may be taken. `--force` may take it all the same. */
export function tooEarlyFor(
  step: Step,
  { condition, rungs }: Ladder,
  command: (rung: Step) => string,
): Refusal | undefined {
  const before = rungs.slice(0, STEPS.indexOf(step));
  const isFixed = before.some((rung) => rung.step === 'fixed' && rung.state === 'done');
  if (step === 'explained' && !isFixed)
    return {
      message: 'there is nothing to explain yet: nothing was put right on your side',
      hint: `first: ${command('fixed')}`,
    };
  const missing = before.find(({ state }) => state === 'open' || state === 'no');
  if (missing?.state === 'no' && missing.entry !== undefined)
    return {
      message: `they said no on ${spokenDay(missing.entry.on)} (#${missing.entry.seq}), when it was to ${STEP_TITLES[missing.step]}`,
      hint: `if they think otherwise by now: ${command(missing.step)}`,
    };
  if (missing !== undefined)
    return {
      message: `first comes ${missing.step}: ${STEP_TITLES[missing.step]}`,
      hint: `it is recorded with: ${command(missing.step)}`,
    };
  // Whoever asks again has solved what they named.
  if (step !== 'again' || condition === undefined || condition.resolution?.type === 'done')
    return undefined;
  const { seq, what = 'to solve it' } = condition.promise;
  return {
    message: `you promised “${what}”, and it is not done`,
    hint: `when it is: rel kept ${seq}`,
  };
}

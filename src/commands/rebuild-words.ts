import { nearWords } from '../grammar/likeness.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { type Answer, ANSWERS, QUESTIONS, type Step, STEPS, WAIT } from '../journal/ladder.ts';
import { quotedName } from '../render/quoted.ts';
import { dueDay } from './turn.ts';
import type { OfCustomer } from './turn-words.ts';

const WORDS = [...STEPS, WAIT] as const;

/** Throws RelError('usage') for what is none. */
export function readStep(word: string): Step | typeof WAIT {
  const said = word.toLowerCase();
  const step = WORDS.find((each) => each === said);
  if (step !== undefined) return step;
  const [near] = nearWords(said, WORDS);
  throw new RelError(
    'usage',
    `“${word}” is no step`,
    near === undefined ? `one of ${WORDS.join(', ')}` : `did you mean ${near}? Nothing was written`,
  );
}

/** The answer that a question got, and the words that follow it. Throws RelError('usage') where there is none. */
export function answerIn(
  step: Step,
  words: readonly string[],
  { customer }: OfCustomer,
): readonly [Answer | undefined, readonly string[]] {
  if (!QUESTIONS.has(step)) return [undefined, words];
  const [first = '', ...others] = words;
  const answer = ANSWERS.find((each) => each === first.toLowerCase().replace(/,$/, ''));
  if (answer !== undefined) return [answer, others];
  throw new RelError(
    'usage',
    first === '' ? 'what did they answer?' : `“${first}” is no answer`,
    `${ANSWERS.join(', ')}: rel rebuild ${quotedName(customer)} ${step} yes`,
  );
}

interface Solved {
  readonly what: string;
  readonly due: Day;
}

/** What we would have to solve, and by when: a promise of ours. */
export function conditionIn(what: string | undefined, found: OfCustomer): Solved {
  if (what === undefined) sayWhat('what you would have to solve', 'asked yes', found);
  const { by } = found.days;
  if (by !== undefined) {
    const due = dueDay(by, found.on);
    if (due >= found.on) return { what: `solve: ${what}`, due };
    throw new RelError(
      'usage',
      `${spokenDay(due)} was before they answered`,
      'type a later day: --by "in 3 weeks"',
    );
  }
  throw new RelError(
    'usage',
    'a promise to yourself needs its day',
    `add --by "in 3 weeks", when you will have solved ${what}`,
  );
}

/** Throws RelError('usage'): something must be said. */
export function sayWhat(what: string, step: string, { customer }: OfCustomer): never {
  throw new RelError(
    'usage',
    `say ${what}`,
    `type it: rel rebuild ${quotedName(customer)} ${step} the late lorries`,
  );
}

/** A date that the step does not take would be lost without a word. */
export function refuseStrayDates(step: Step | typeof WAIT, { days, rest }: OfCustomer): void {
  const asks = step === 'asked' && rest[1]?.toLowerCase() !== 'no';
  if (days.by !== undefined && !asks)
    throw new RelError(
      'usage',
      `--by does not go with ${step === 'asked' ? 'asked no' : step}`,
      'it goes with asked yes and asked perhaps',
    );
  if (days.until !== undefined && step !== WAIT)
    throw new RelError('usage', `--until does not go with ${step}`, 'it goes with wait');
}

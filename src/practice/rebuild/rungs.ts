import { spokenDay } from '../../journal/days.ts';
import type { Recorded } from '../../journal/entry.ts';
import { isOurFailure, openFailures } from '../../journal/failures.ts';
import { isStep, type Ladder, type Step } from '../../journal/ladder.ts';
import type { Standing as PromiseStanding } from '../../journal/promises.ts';
import type { Subject } from '../../journal/vocabulary.ts';
import type { NextStep } from '../../verdict/next-step.ts';
import type { Break, Regarded } from './broken.ts';

/** What can be said to them without reading the journal aloud. */
interface Facts {
  /** Somebody else had them before. */
  readonly inherited: boolean;
  /** It was our doing. */
  readonly ours: boolean;
  /** `the delivery problem`. */
  readonly what: string;
  /** ` with the deliveries`, or nothing. */
  readonly withWhat: string;
  /** `May 2024`; undefined where nobody wrote down when. */
  readonly when: string | undefined;
  /** What we have done about it, in our own words. */
  readonly fixes: readonly string[];
  /** They still buy, and this harm of ours is not accepted as mended. */
  readonly mended: Recorded | undefined;
}

/** What went wrong, and with what. */
const WENT_WRONG: Readonly<Partial<Record<Subject, readonly [what: string, withWhat: string]>>> = {
  delivery: ['the delivery problem', ' with the deliveries'],
  admin: ['the trouble with the paperwork', ' with the paperwork'],
  order: ['the trouble with the orders', ' with the orders'],
  price: ['the trouble with the prices', ' with the prices'],
};
const SOMETHING = ['what went wrong', ''] as const;

export function factsOf({ history, relationship }: Regarded, broken: Break, ladder: Ladder): Facts {
  const failures = history.ever.occasions.filter(isOurFailure);
  const worst = failures.reduce<(typeof failures)[number] | undefined>(
    (most, each) => ((each.harm ?? 0) > (most?.harm ?? 0) ? each : most),
    undefined,
  );
  const subject = worst?.about?.find((each) => WENT_WRONG[each] !== undefined);
  const [what, withWhat] = (subject && WENT_WRONG[subject]) ?? SOMETHING;
  const told = history.ever.entries
    .filter(isStep)
    .filter(({ step, on }) => step === 'fixed' && on >= broken.since);
  return {
    inherited: relationship.customer.inheritedFrom !== undefined,
    ours: broken.ours,
    what,
    withWhat,
    when: worst && spokenDay(worst.on).replace(/^\d+ /, ''),
    // What is private is said to nobody.
    fixes: [
      ...ladder.fixed.filter(({ promise }) => promise.private !== true).map((p) => p.promise.what),
      ...told.filter((step) => step.private !== true).map(({ note }) => note),
    ].filter((fix) => fix !== undefined),
    mended: broken.kind === 'failure' ? openFailures(history.ever.entries)[0] : undefined,
  };
}

/** What to do on a rung, words for it, and what records it. */
export function rungAdvice(step: Step, facts: Facts, ladder: Ladder): NextStep {
  return { words: undefined, entry: undefined, ...ADVICE[step](facts, ladder) };
}

type Advised = Pick<NextStep, 'say' | 'command'> & Partial<NextStep>;

const ADVICE: Readonly<Record<Step, (facts: Facts, ladder: Ladder) => Advised>> = {
  history: ({ inherited }) => ({
    say: 'Read what happened before you call: the brief, the files, and ask whoever was there.',
    // Reading the brief of an account that somebody else had is noted by itself.
    command: inherited ? 'brief --record' : 'rebuild history',
  }),
  heard: ({ ours, when, withWhat }) => ({
    say: 'Go and listen. Let them unload, defend nothing, write it down.',
    words: ours
      ? `I have read what happened${inMonth(when)}${withWhat}. Before I say anything: how was it for you?`
      : 'You left, and I never asked you properly. How was it with us, from where you stand?',
    command: 'log visit :problem :vent :listened',
  }),
  asked: ({ what, withWhat }) => ({
    say: 'Ask the question, and record their answer: yes, perhaps or no. What you would have to solve becomes a promise of yours.',
    words: `If we could solve ${what}, would we do business together?`,
    command: `rebuild asked yes ${withWhat === '' ? '' : `${what} `}--by "in 3 weeks"`,
  }),
  fixed: (_, { fixing }) => {
    const [soonest] = [...fixing].sort((a, b) => a.due - b.due);
    if (soonest !== undefined) return keeping(soonest);
    return {
      say: 'Put it right in your own house. Each thing to be done gets a promise to yourself, with who does it: me:"…" by:DATE. What is done already is recorded at once.',
      command: 'rebuild fixed',
    };
  },
  reviewed: ({ ours, when, withWhat }) => ({
    say: 'Clear the air: go through the mistake with them, without an excuse.',
    words: ours
      ? `This is what went wrong${inMonth(when)}${withWhat}, and it was ours. Have I left anything out?`
      : 'This is what went wrong between us, as far as I can see. What have I left out?',
    command: 'log visit :problem :review we-blame:us',
  }),
  explained: ({ fixes }) => ({
    say: 'Explain what has changed, so that it cannot happen again.',
    words:
      fixes.length === 0
        ? 'This is what we do differently since then, and how you can tell.'
        : `This is what we have done since: ${fixes.join('; ')}. Is anything missing?`,
    command: 'rebuild explained',
  }),
  again: (_, { condition }) =>
    isOpen(condition)
      ? keeping(condition)
      : {
          say: 'Ask whether business is possible again, and record the answer: yes, perhaps or no.',
          words: 'Knowing all this: is it possible that we do business again?',
          command: 'rebuild again yes',
        },
  behind: () => ({
    say: 'Ask whether they can put it behind them. Without that, no order will last.',
    words: 'Can you leave it behind you? If not, I would rather hear it now.',
    command: 'rebuild behind yes',
  }),
  sell: ({ mended }) =>
    mended === undefined
      ? {
          say: 'Begin as if you had just met: need, personal win, solution, and only then business.',
          words:
            'We begin at the beginning: what do you need now, and what would make it worth your while?',
          command: 'rebuild sell',
        }
      : {
          say: 'They can leave it behind them: record that it is mended.',
          command: 'accept',
          entry: mended.seq,
        },
};

const isOpen = (promised: PromiseStanding | undefined): promised is PromiseStanding =>
  promised !== undefined && promised.resolution?.type !== 'done';

const keeping = ({ due, promise }: PromiseStanding): Advised => ({
  say: `First keep your word in your own house: ${promise.what ?? 'what you promised'}, by ${spokenDay(due)}.`,
  command: 'kept',
  entry: promise.seq,
});

const inMonth = (when: string | undefined): string => (when === undefined ? '' : ` in ${when}`);

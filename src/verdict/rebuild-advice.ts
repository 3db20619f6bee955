import { chronicleOf } from '../journal/chronicle.ts';
import { addDays, spokenDay } from '../journal/days.ts';
import { isTouch, isTwoWay, ofTypes } from '../journal/entry.ts';
import { isOurFailure } from '../journal/failures.ts';
import { isChange, ladderOf, type Rung, STEP_TITLES, STEPS } from '../journal/ladder.ts';
import {
  type Advice,
  type Course,
  isAbout,
  knows,
  type Ladder,
  reachedBy,
  signalled,
  talkedAbout,
} from '../rules/advice.ts';

/** Lost customers hear from us about once a quarter. */
const SLOW_TOUCH_DAYS = 90;

/** The slow road back: an opening is used at once, the air is cleared when they speak, else a touch now and then. */
export function waitingForThem(own: Advice, course: Course): Ladder {
  const { asOf, ever } = course;
  const lost = ever.findLast(ofTypes('lost'));
  const after = lost === undefined ? ever : ever.slice(ever.indexOf(lost) + 1);
  const change = after.findLast(isChange);
  const talks = after.filter(isTwoWay);
  const opening = change !== undefined && !talks.some(({ on }) => on >= change.on);
  const way = lost === undefined ? undefined : ladderOf(chronicleOf(ever), lost.on, asOf);
  const next = way?.begun === true ? way.next : undefined;
  if (opening && next !== undefined && next.state !== 'no')
    return [
      {
        say: `Something has changed over there: go on with the way back. Next, ${placeOf(next)}.`,
        command: 'rebuild',
      },
    ];
  if (opening)
    return [
      {
        say: 'Something has changed over there: ring now, and ask what it means for them.',
        words: 'I heard that something has changed with you. What does it mean for your work?',
        command: 'log call :need',
      },
    ];
  if (next !== undefined) return [onTheLadder(next)];
  const review = talks.some((talk) => isAbout(talk, 'review'));
  const isOurs = lost?.cause === 'us' || ever.some(isOurFailure);
  if (talks.length > 0 && !review) return [isOurs ? CLEARING_THE_AIR : ASKING_BACK];
  if (review) return [isOurs ? CLEARED : BEGINNING_AGAIN];
  const rested = addDays(asOf, -SLOW_TOUCH_DAYS);
  const touched = after.findLast(
    (entry) => isTouch(entry) && entry.type !== 'heard' && entry.on >= rested,
  );
  return touched === undefined
    ? [own]
    : [
        {
          say: `You were in touch on ${spokenDay(touched.on)}: let it rest, and watch for a change over there.`,
        },
      ];
}

/** It was ours, and they know it. */
const CLEARING_THE_AIR: Advice = {
  say: 'They speak to you again: clear the air. What went wrong, what you changed, and whether they would try you again.',
  words:
    'We let you down, and I know with what. This is what we have changed since. Would you try us again?',
  command: 'log visit :problem :review',
};

/** They left for something else. */
const ASKING_BACK: Advice = {
  say: 'They speak to you again: ask how it is where they are now, and what would bring them back.',
  words: 'How is it with the others? And what would have to be different for you to try us again?',
  command: 'log visit :need :review',
};

const CLEARED: Advice = {
  say: 'The air is cleared: ask whether they can put it behind them, and begin with what they need.',
  words: 'If that were solved, could we do business together again?',
  command: 'log call :need',
};

const BEGINNING_AGAIN: Advice = {
  say: 'You have talked about how it was: begin with what they need.',
  words: 'If you began with us again, what would it have to solve?',
  command: 'log call :need',
};

const placeOf = ({ step }: Rung, between = ': '): string =>
  `step ${STEPS.indexOf(step) + 1} of ${STEPS.length}${between}${STEP_TITLES[step]}`;

function onTheLadder(rung: Rung): Advice {
  return {
    say:
      rung.state === 'no'
        ? `They said no when you came to ${placeOf(rung, ', to ')}: see whether it is over.`
        : `You are on the way back with them. Next, ${placeOf(rung)}.`,
    command: 'rebuild',
  };
}

/** Need, personal win, solution, business: none of them skipped. */
export function fromTheStart(own: Advice, course: Course): Ladder {
  const known: Ladder = [
    {
      ...own,
      say: 'Begin with what they need, and keep the answer with need:',
      command: 'log visit :need',
      taken: (course) => knows('need')(course) || talkedAbout('need', 7)(course),
    },
    {
      say: 'You talked about it this week: write down what they need, with need:"…" or on the card.',
      command: 'show',
      taken: knows('need'),
    },
    {
      say: 'You know the need: ask what the person wants to win by it, and keep it with win:',
      words: 'If this works out, what does it do for you yourself?',
      command: 'log call :personal',
      taken: knows('win'),
    },
  ];
  if (course.since.some(({ type }) => type === 'won')) return [...known, ...ONCE_BOUGHT];
  return [
    ...known,
    {
      say: 'You know need and win: work out a solution together with them.',
      words: 'Let us draw it up together: what must be in it, and what may be left out?',
      command: 'log meeting :co-created',
      taken: signalled('co-created'),
    },
    {
      say: 'The solution is theirs as much as yours: ask for the business.',
      words: 'That is what we worked out together. Shall we do it?',
      command: 'log meeting :order',
      taken: reachedBy(['meeting'], 7),
    },
    { say: 'You have just met: keep what was agreed, and wait for their word.' },
  ];
}

const ONCE_BOUGHT: Ladder = [
  {
    say: 'They have bought again: see to it that it comes as you said, and ring to hear how it went.',
    words: 'Did it come as we said? Is there anything you would have had otherwise?',
    command: 'log call :delivery',
    taken: talkedAbout('delivery', 28),
  },
  { say: 'They have bought, and you have asked how it went: keep in touch, and give it time.' },
];

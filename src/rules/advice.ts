import type { Day } from '../journal/days.ts';
import { isTwoWay, type Recorded } from '../journal/entry.ts';
import type { Channel, Signal, Subject } from '../journal/vocabulary.ts';

/** What the journal shows of a finding, and of what was done about it. */
export interface Course {
  readonly asOf: Day;
  /** In Order, from the day of the first entry that the finding rests on. */
  readonly since: readonly Recorded[];
  /** In Order, all there are up to the review date. */
  readonly ever: readonly Recorded[];
  readonly numbers: Readonly<Record<string, number>>;
}

/** One thing to do. */
export interface Advice {
  readonly say: string;
  /** Words that one could really say. */
  readonly words?: string;
  /** What records it once it is done, or shows what is to be settled; the customer comes after its first word. */
  readonly command?: string;
  /** The command is about the last entry that the finding rests on, not about the customer. */
  readonly aboutEntry?: true;
  /** The journal shows that it was done, so the next one is due. Left out of the last one. */
  readonly taken?: (course: Course) => boolean;
}

/** In the order in which one would do them, the first one first. */
export type Ladder = readonly [Advice, ...Advice[]];

/** The first advice that was not taken yet; the last one where all were. */
export function dueAdvice(ladder: Ladder, course: Course): Advice {
  const due = ladder.find(({ taken }) => taken?.(course) !== true);
  return due ?? ladder.at(-1) ?? ladder[0];
}

/** The course of what began on `from`; nothing has been done where it is undefined. */
export const courseFrom = (
  ever: readonly Recorded[],
  from: Day | undefined,
  asOf: Day,
  numbers: Course['numbers'] = {},
): Course => ({
  asOf,
  ever,
  since: from === undefined ? [] : ever.filter(({ on }) => on >= from),
  numbers,
});

type Sign = (course: Course) => boolean;

/** An entry since the finding began, and of the last so many days. */
export const did =
  (what: (entry: Recorded) => boolean, days = Infinity): Sign =>
  ({ asOf, since }) =>
    since.some((entry) => asOf - entry.on <= days && what(entry));

export const isAbout = (entry: Recorded, subject: Subject): boolean =>
  'about' in entry && entry.about.includes(subject);

export const talkedAbout = (subject: Subject, days?: number): Sign =>
  did((entry) => isTwoWay(entry) && isAbout(entry, subject), days);

export const signalled = (signal: Signal, days?: number): Sign =>
  did(({ signals = [] }) => signals.includes(signal), days);

/** We asked what they would change on their end. */
export const askedThem: Sign = did((entry) => 'asked' in entry && entry.asked);

/** We reached for them in one of these ways. */
export const reachedBy = (channels: readonly Channel[], days?: number): Sign =>
  did(
    (entry) =>
      entry.type !== 'heard' &&
      'channel' in entry &&
      channels.some((channel) => channel === entry.channel),
    days,
  );

/** A promise got a new date that both sides agreed to. */
export const agreedNewDate: Sign = did((entry) => entry.type === 'moved' && entry.agreed === true);

/** Something was learned at any time: what they need, or what the person wants to win. */
export const knows =
  (what: 'need' | 'win'): Sign =>
  ({ ever }) =>
    ever.some((entry) => 'learned' in entry && entry.learned.includes(what));

/** How to reach somebody who does not answer: another way, in person, a last word, and then rest. */
export const REACHING: Ladder = [
  {
    say: 'Reach for them by another channel than before, and say plainly what you need and by when.',
    words: 'I need your answer by Thursday. If it is a bad time, tell me so and I plan without it.',
    command: 'log text',
    taken: reachedBy(['text', 'chat', 'email', 'letter'], 28),
  },
  {
    say: 'You wrote already: go there, or ring somebody else in the house.',
    words: 'I have not been able to reach them for weeks. Is there something I should know?',
    command: 'log visit',
    taken: reachedBy(['visit', 'meeting', 'event'], 28),
  },
  {
    say: 'Tell them that you stop asking, and leave the next move to them.',
    words: 'I have tried a few times and will not chase you. When you want to go on, ring me.',
    command: 'log letter :fyi',
    taken: did(({ type }) => type === 'sent', 28),
  },
  { say: 'You said all there is to say: let it rest, the next move is theirs.' },
];

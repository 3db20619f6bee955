import { spokenDay } from '../journal/days.ts';
import { type Customer, type EntryOf, isTouch, type Recorded } from '../journal/entry.ts';
import type { Standing } from '../journal/promises.ts';
import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { PAUSE_DAYS } from './takeover.ts';
import type { Trouble } from './troubles.ts';

/** What to do and say first. */
export interface FirstWords {
  readonly do: string;
  /** Words that one could really say; null where there is nothing to be said. */
  readonly words: string | null;
  /** What records how it went, its subject left out after the first word; null where nothing is to be recorded. */
  readonly command: string | null;
  /** The number of the entry that the command names instead of the customer. */
  readonly entry: number | null;
}

interface Situation {
  readonly review: Pick<CustomerReview, 'judgement' | 'relationship'>;
  readonly troubles: readonly Trouble[];
  /** What the predecessor wrote; its tags name what may go on. */
  readonly left: Recorded<EntryOf<'change'>> | undefined;
  /** Ours that are open. */
  readonly promises: readonly Standing[];
}

/** To somebody who does not know us yet, what the predecessor left behind; to all others what the review says is next. */
export function firstWords({ left, review, troubles, promises }: Situation): FirstWords {
  const { judgement, relationship } = review;
  const { customer, entries } = relationship;
  const from = predecessor(customer);
  if (from === undefined || knowsUs(entries, judgement.asOf)) {
    const { command, entry, say, words } = nextStep(review);
    return { do: say, words: words ?? null, command: command ?? null, entry: entry ?? null };
  }
  const introduction = `I have taken over from ${from}`;
  const wrong = troubles.some(({ state, whose }) => state !== 'past' && whose !== 'theirs');
  if (wrong || left?.tags !== undefined || judgement.standing.stage === 'lost') {
    return {
      do: 'Listen before anything else: let them say all of it, and defend nothing.',
      words: `${introduction} and have read what went wrong. Before anything else I would like to hear it from you.`,
      command: 'log visit :listened',
      entry: null,
    };
  }
  const [promised] = promises;
  if (promised !== undefined) {
    const { due, promise } = promised;
    const what = promise.what ?? 'something';
    return {
      do: 'Take over the promise before you ask for anything.',
      words: `${introduction}. You were promised: ${what}, by ${spokenDay(due)}. I will see to it.`,
      command: 'log call :review',
      entry: null,
    };
  }
  const [need] = customer.needs ?? [];
  return {
    do: 'Ask before you offer: all you know is hearsay.',
    words:
      need === undefined
        ? `${introduction}. What do you need most, and what should I do differently?`
        : `${introduction}. My notes say that you need ${need}: is that still so?`,
    command: 'log call :need',
    entry: null,
  };
}

/** `Graham` of `Graham, who had the north`. */
const predecessor = ({ inheritedFrom }: Customer): string | undefined =>
  inheritedFrom?.split(',')[0]?.trim();

const knowsUs = (entries: readonly Recorded[], asOf: number): boolean =>
  entries.some(
    (entry) => isTouch(entry) && entry.source === undefined && asOf - entry.on <= PAUSE_DAYS,
  );

import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { ourPromises, type Standing, theirPromises } from '../journal/promises.ts';
import { isOverdue } from './kept-rates.ts';
import type { Trouble } from './troubles.ts';

const YEAR = 365;

export const THEIR_PAYMENTS = 'their payments';

/** The words that were not kept, as troubles: ours, theirs, and their payments. @param entries in Order, up to `asOf` */
export function unkept(entries: readonly Recorded[], asOf: Day): readonly Trouble[] {
  // Those from before a new start no longer count; they are still part of what happened.
  const theirs = theirPromises(entries, undefined, asOf);
  const isPayment = ({ promise }: Standing): boolean => promise.kind === 'payment';
  return [
    ...troubleIn('our promises', 'ours', ourPromises(entries, asOf), asOf),
    ...troubleIn(
      'their promises',
      'theirs',
      theirs.filter((each) => !isPayment(each)),
      asOf,
    ),
    ...troubleIn(THEIR_PAYMENTS, 'theirs', theirs.filter(isPayment), asOf),
  ];
}

function troubleIn(
  kind: string,
  whose: Trouble['whose'],
  promises: readonly Standing[],
  asOf: Day,
): readonly Trouble[] {
  const missed = promises
    .filter(({ status }) => status === 'late' || status === 'broken')
    .sort((a, b) => a.due - b.due);
  const [first] = missed;
  const last = missed.at(-1);
  if (first === undefined || last === undefined) return [];
  const again = missed.length > 1 && asOf - last.due <= YEAR;
  return [
    {
      kind,
      state: again || missed.some(isOverdue) ? 'continuing' : 'past',
      whose,
      times: missed.length,
      first: first.due,
      last: last.due,
      harm: null,
      mended: null,
      beforeStart: false,
      entries: missed.map(({ promise }) => promise),
    },
  ];
}

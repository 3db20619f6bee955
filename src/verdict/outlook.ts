import { addDays, type Day } from '../journal/days.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { progressOf } from './ampleness.ts';
import { keptSightOf, type Sight, sightOf } from './holding.ts';
import { type Judgement, verdictSeen } from './judge.ts';
import { economicsSum, type LevelOf, type Sums, theirSum } from './sums.ts';

/** Where a notice leads if nothing else happens. */
export interface Outlook {
  /** The verdict is DROP already. */
  readonly now: boolean;
  /** The first day on which the verdict is DROP; undefined where it is not within eight weeks. */
  readonly dropFrom: Day | undefined;
  /** Contacts on days of their own that are missing until then. */
  readonly contacts: number;
  /** What else keeps the verdict from DROP; none where a day is known. */
  readonly because: readonly string[];
}

const AHEAD_DAYS = 56;

/** The missing contacts are taken for tries that nobody answers, one a day. */
export function outlookOf(
  relationship: Relationship,
  judgement: Judgement,
  notice: Recorded<EntryOf<'notice'>>,
): Outlook {
  const { asOf, sums, verdict } = judgement;
  const ever = until(relationship.entries, asOf);
  const known =
    ever === relationship.entries
      ? keptSightOf(relationship)
      : sightOf({ ...relationship, entries: ever });
  const { contacts } = progressOf(known, notice.on, known.history(asOf));
  if (verdict === 'DROP') return { now: true, dropFrom: asOf, contacts: 0, because: [] };
  if (notice.deadline === undefined)
    return { now: false, dropFrom: undefined, contacts, because: [] };
  const sight =
    contacts === 0
      ? known
      : sightOf({ ...relationship, entries: [...ever, ...unanswered(ever, asOf, contacts)] });
  const first = Math.max(asOf, notice.deadline) + 1;
  for (let day = addDays(asOf, first - asOf); day <= first + AHEAD_DAYS; day = addDays(day, 1))
    if (isDrop(sight, day)) return { now: false, dropFrom: day, contacts, because: [] };
  return {
    now: false,
    dropFrom: undefined,
    contacts,
    because: becauseOf(sums),
  };
}

function isDrop(sight: Sight, day: Day): boolean {
  const levelOf: LevelOf = (rule) => sight.published(rule, day);
  const sums = { theirs: theirSum(levelOf), economics: economicsSum(levelOf) };
  // The rest is looked at only where these leave the question open, on few of the many days.
  return !isLittle(sums) && verdictSeen(sight, day) === 'DROP';
}

/** Too little for any row of the table by which a notice ends in DROP. */
const isLittle = ({ economics, theirs }: Pick<Sums, 'economics' | 'theirs'>): boolean =>
  theirs < 2 && economics < 2;

/** What a notice that has run out lacks (row N1). */
function becauseOf({ economics, ours, theirs }: Sums): readonly string[] {
  const little = isLittle({ economics, theirs });
  return [
    ...(little ? [`too little counts against them (theirs ${theirs}, it takes 2)`] : []),
    ...(ours > 2 ? [`what you owe them weighs more (yours ${ours}, 2 at most)`] : []),
    ...(little || ours > 2 ? [] : ['what counts against them fades before it ends']),
  ];
}

function unanswered(
  ever: readonly Recorded[],
  asOf: Day,
  count: number,
): readonly Recorded<EntryOf<'tried'>>[] {
  const customer = ever[0]?.customer ?? '';
  const last = ever.reduce((most, { seq }) => Math.max(most, seq), 0);
  return Array.from({ length: count }, (_, index) => ({
    type: 'tried',
    channel: 'call',
    outcome: 'no-answer',
    id: `try to come ${index + 1}`,
    seq: last + index + 1,
    customer,
    on: addDays(asOf, index + 1),
  }));
}

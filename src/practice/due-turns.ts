import { addDays, formatDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { isChange } from '../journal/ladder.ts';
import renewalRule from '../rules/renewal.ts';
import { judge } from '../verdict/judge.ts';
import { type Due, remedyOf, type Seen } from './due.ts';

/** A renewal date that passed longer ago is history, not something to do. */
const RENEWAL_PAST_DAYS = 90;
const YEAR = 365;

/** A renewal inside its horizon, one nobody talked about first; or one whose date has gone by. */
export function renewals({ history, relationship }: Seen): readonly Due[] {
  const { ever } = history;
  const { level, numbers } = renewalRule.check(history);
  const entry = ever.entries.findLast((each) => each.type === 'renewal');
  const { ahead, horizon } = numbers;
  if (level === null || entry === undefined || ahead === undefined || horizon === undefined)
    return [];
  if (ahead > horizon || ahead < -RENEWAL_PAST_DAYS) return [];
  const shared = {
    kind: 'renewal',
    customer: relationship.customer.name,
    entry,
    day: entry.renewsOn,
    dated: true,
  } as const;
  if (ahead < 0) {
    const words = formatDay(addDays(entry.renewsOn, YEAR));
    return [
      {
        ...shared,
        overdue: true,
        what: 'renewed, or lost?',
        command: { verb: 'renewal', of: 'customer', words },
        urgency: YEAR,
      },
    ];
  }
  const talked = level === 0;
  return [
    {
      ...shared,
      overdue: false,
      what: talked ? 'talked about' : 'not talked about yet',
      command: talked
        ? { verb: 'timeline', of: 'customer', words: '--last 5' }
        : remedyOf(renewalRule),
      urgency: (talked ? 0 : YEAR) - ahead,
    },
  ];
}

const isAfter = (a: Recorded, b: Recorded): boolean =>
  a.on > b.on || (a.on === b.on && a.seq > b.seq);

/** Lost, and something has changed over there since: worth a try, until we have talked. */
export function openings({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever, standing } = history;
  const waiting = standing.stage === 'lost' || standing.stage === 'rebuilding';
  if (!waiting) return [];
  const lost = ever.entries.findLast((entry) => entry.type === 'lost');
  const change = ever.entries.findLast(isChange);
  if (change === undefined || (lost !== undefined && isAfter(lost, change))) return [];
  if (ever.twoWay.some((talk) => isAfter(talk, change))) return [];
  if (judge(relationship, asOf).verdict !== 'REBUILD') return [];
  return [
    {
      kind: 'opening',
      customer: relationship.customer.name,
      entry: change,
      day: change.on,
      dated: false,
      overdue: false,
      what: `${change.kind}${change.note === undefined ? '' : `: ${change.note}`}`,
      command: { verb: 'rebuild', of: 'customer', words: '' },
      urgency: change.on - asOf,
    },
  ];
}

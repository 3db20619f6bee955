import { counted } from '../journal/counted.ts';
import { addDays, type Day, spokenDay } from '../journal/days.ts';
import { GRACE_DAYS, type Standing } from '../journal/promises.ts';

/** What became of a promise by `asOf`: `kept on 16 Nov 2026`, `open, due in 3 days`. */
export function outcomeText(standing: Standing, asOf: Day): string {
  const { due, lateness, promise, resolution, status, unresolved } = standing;
  const moved = due === promise.due ? '' : `, moved to ${spokenDay(due)}`;
  if (status === 'waived') return 'waived';
  if (resolution !== undefined) {
    const late = lateness > 0 ? `, ${days(lateness)} late` : '';
    const owed = unresolved ? ', still owed' : '';
    const verb = resolution.type === 'broken' ? 'broken' : 'kept';
    return `${verb} on ${spokenDay(resolution.on)}${late}${owed}${moved}`;
  }
  if (asOf <= due) {
    return `open, due ${asOf === due ? 'today' : `in ${days(due - asOf)}`}${moved}`;
  }
  const grace = asOf <= addDays(due, GRACE_DAYS) ? ', no matter yet' : '';
  return `${status === 'broken' ? 'broken' : 'open'}, ${days(asOf - due)} late${grace}${moved}`;
}

const days = (count: number): string => counted(count, 'day');

import { addWorkdays } from '../journal/days.ts';
import { droppedSince } from '../journal/dropped.ts';
import { isTouch, isTwoWay, type Recorded, type Touch } from '../journal/entry.ts';
import { isService } from '../journal/service.ts';
import type { Channel } from '../journal/vocabulary.ts';
import cadence from '../rules/cadence.ts';
import { type Due, logging, remedyOf, type Seen } from './due.ts';

/** After so many days nobody waits for a reply any more: they did not answer. */
const REPLY_DAYS = 28;
/** A reply is late after as many working days as an attempt has to be answered. */
const REPLY_WORKDAYS = 3;

const WRITTEN: Readonly<Partial<Record<Channel, string>>> = {
  email: 'e-mail',
  text: 'text',
  chat: 'chat message',
  letter: 'letter',
};

/** What was written last and has no answer yet; one line, however often we wrote. */
export function awaited({ history, relationship }: Seen): readonly Due[] {
  const { asOf, away, ever, standing } = history;
  if (standing.stage === 'dropped') return [];
  const talked = ever.touches.findLastIndex(isTwoWay);
  const written = ever.touches
    .slice(talked + 1)
    .filter((touch) => isWaiting(touch) && asOf - touch.on <= REPLY_DAYS);
  const [first] = written;
  const last = written.at(-1);
  if (first === undefined || last === undefined) return [];
  const overdue = asOf > addWorkdays(first.on, REPLY_WORKDAYS) && !away.includes(asOf);
  const wrote = WRITTEN[last.channel ?? 'email'] ?? 'message';
  const many = written.length > 1 ? `, ${written.length} times` : '';
  return [
    {
      kind: 'reply',
      customer: relationship.customer.name,
      entry: last,
      day: first.on,
      dated: false,
      overdue,
      what: `${wrote}${last.person === undefined ? '' : ` to ${last.person}`}${many}`,
      command: logging(overdue ? 'call' : `in ${last.channel ?? 'email'}`),
      urgency: asOf - first.on,
    },
  ];
}

const isWaiting = ({ type, outcome, channel }: Touch): boolean =>
  type === 'tried' &&
  outcome === undefined &&
  channel !== undefined &&
  WRITTEN[channel] !== undefined;

/** Each `next:` that no touch has followed yet, whenever it is; after a drop only what was set for service since. */
export function reminders({ history, relationship }: Seen): readonly Due[] {
  const { asOf, ever } = history;
  const lastTouch = ever.entries.findLastIndex(isTouch);
  const dropped = droppedSince(ever.entries);
  return ever.entries.flatMap((entry, index): readonly Due[] => {
    if (entry.next === undefined || index < lastTouch) return [];
    if (dropped !== undefined && !(dropped.after.includes(entry) && isServing(entry))) return [];
    return [
      {
        kind: 'reminder',
        customer: relationship.customer.name,
        entry,
        day: entry.next,
        dated: true,
        overdue: entry.next < asOf,
        what: aboutWhat(entry),
        command: logging('call'),
        urgency: asOf - entry.next,
      },
    ];
  });
}

const isServing = (entry: Recorded): boolean =>
  entry.type === 'work' || entry.type === 'heard' || (isTouch(entry) && isService(entry));

function aboutWhat(entry: Recorded): string {
  if (entry.note !== undefined) return entry.note;
  const person = 'person' in entry ? entry.person : undefined;
  return person === undefined ? 'get in touch' : `get in touch with ${person}`;
}

/** Whom we have left alone for longer than their tier allows. */
export function neglected({ history, relationship }: Seen): readonly Due[] {
  const { level, evidence, numbers } = cadence.check(history);
  const from = history.ever.touches.find(({ id }) => id === evidence[0]);
  const { days, target } = numbers;
  if (level === null || level === 0) return [];
  if (from === undefined || days === undefined || target === undefined) return [];
  return [
    {
      kind: 'cadence',
      customer: relationship.customer.name,
      entry: from,
      day: from.on,
      dated: false,
      overdue: true,
      what: `${target} d at tier ${history.tier}`,
      // Who left wants a sign of life, and to be asked for nothing.
      command: history.standing.stage === 'lost' ? logging('letter :fyi') : remedyOf(cadence),
      urgency: level,
    },
  ];
}

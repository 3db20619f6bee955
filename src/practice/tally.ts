import { spokenDay } from '../journal/days.ts';
import type { History } from '../journal/history.ts';
import type { Standing } from '../journal/promises.ts';
import type { Recorded } from '../journal/entry.ts';
import { isTwoWay } from '../journal/entry.ts';
import type { Side } from '../journal/vocabulary.ts';

/** What a new entry adds up to, in one line each: the reward for having logged it. */
export function talliesOf(entry: Recorded, history: History, customer: string): readonly string[] {
  return [
    ...reachTally(entry, history),
    ...promiseTally('them', history.theirPromises, `${customer} keeps`),
    ...promiseTally('us', history.ourPromises, 'you keep'),
  ];
}

function reachTally(entry: Recorded, { ever }: History): readonly string[] {
  if (entry.type === 'tried') {
    const lastTalk = ever.touches.findLast((touch) => isTwoWay(touch));
    const tries = ever.touches.filter(
      ({ type, on }) => type === 'tried' && on >= (lastTalk?.on ?? 0),
    );
    const [first] = tries;
    if (first === undefined || tries.length < 2) return [];
    return [`${tries.length} tries since ${spokenDay(first.on)}, nobody reached`];
  }
  if (entry.type !== 'spoke' && entry.type !== 'heard') return [];
  const talks = ever.twoWay;
  const before = talks.at(talks.findIndex(({ id }) => id === entry.id) - 1);
  if (talks.length < 2 || before === undefined || before.on >= entry.on) return [];
  const days = entry.on - before.on;
  return [
    `${talks.length} talks so far, the last one ${days === 1 ? 'a day' : `${days} days`} before`,
  ];
}

function promiseTally(side: Side, promises: readonly Standing[], who: string): readonly string[] {
  const settled = promises.filter(({ status }) => status !== 'open' && status !== 'waived');
  if (settled.length === 0) return [];
  const kept = settled.filter(({ status }) => status === 'kept').length;
  const owed = promises.filter(
    ({ promise, unresolved, status }) => promise.by === side && unresolved && status !== 'open',
  );
  return [
    `${who} ${kept} of ${settled.length} promises${owed.length > 0 ? `, ${owed.length} overdue` : ''}`,
  ];
}

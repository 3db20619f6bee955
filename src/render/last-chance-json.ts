import { type Day, formatDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import { cameWords } from '../verdict/came-of-it.ts';
import type { LastChance } from '../verdict/last-chance.ts';

type JsonObject = Readonly<Record<string, Json>>;

/** What a customer was told that decides; the text of a private notice is shown by `rel show` alone. */
export function lastChanceJson(chance: LastChance | undefined): JsonObject | null {
  switch (chance?.kind) {
    case undefined:
      return null;
    case 'notice': {
      const { came, daysLeft, notice, outlook } = chance;
      return {
        kind: 'notice',
        ...noticeJson(notice),
        daysLeft,
        tries: ids(came.tries),
        talks: ids(came.talks),
        kept: ids(came.kept),
        orders: ids(came.orders),
        brought: [...came.brought].map(([condition, entry]) => ({ condition, entry: entry.id })),
        came: cameWords(came),
        dropFrom: dayOrNull(outlook.dropFrom),
        contactsMissing: outlook.contacts,
        because: outlook.because,
      };
    }
    case 'dropped':
      return {
        kind: 'dropped',
        entry: chance.drop.id,
        since: formatDay(chance.drop.on),
        once: chance.once,
        conditions: chance.conditions.map(({ condition, met, shownBy, state, without }) => ({
          condition,
          state,
          entry: met?.id ?? null,
          shownBy: shownBy?.id ?? null,
          without: ids(without),
        })),
      };
    case 'probation':
      return {
        kind: 'probation',
        entry: chance.begun.id,
        since: formatDay(chance.begun.on),
        until: formatDay(chance.until),
        daysLeft: chance.daysLeft,
        forGood: chance.forGood,
        notice: chance.notice === undefined ? null : noticeJson(chance.notice),
      };
  }
}

function noticeJson(notice: Extract<Recorded, { type: 'notice' }>): JsonObject {
  const isPrivate = notice.private === true;
  return {
    entry: notice.id,
    sent: formatDay(notice.on),
    channel: notice.channel ?? null,
    deadline: dayOrNull(notice.deadline),
    words: isPrivate ? null : (notice.words ?? null),
    conditions: isPrivate ? [] : (notice.conditions ?? []),
  };
}

const dayOrNull = (on: Day | undefined): string | null => (on === undefined ? null : formatDay(on));
const ids = (entries: readonly Recorded[]): readonly string[] => entries.map(({ id }) => id);

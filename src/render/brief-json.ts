import { type Day, formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import type { Brief } from '../practice/brief.ts';
import { lastChanceJson } from './last-chance-json.ts';
import { pasteable } from './next-command.ts';
import { entryJson } from './entry-json.ts';
import { promiseJson } from './promise-json.ts';
import { quotedName } from './quoted.ts';

/** All that the page shows; days are ISO, null where nothing is known. */
export function briefJson(brief: Brief): Readonly<Record<string, Json>> {
  const { confirm, first, people, review, stake } = brief;
  const { judgement, relationship } = review;
  const { customer } = relationship;
  const typed = quotedName(customer.name);
  return {
    customer: writeCustomer(customer),
    asOf: formatDay(judgement.asOf),
    stage: judgement.standing.stage,
    verdict: judgement.verdict,
    reason: brief.reason,
    tooEarly: judgement.tooEarly,
    since: dayOrNull(brief.since),
    inheritedFrom: customer.inheritedFrom ?? null,
    read: dayOrNull(brief.read),
    lastChance: lastChanceJson(lastChanceOf(review)),
    left: brief.left?.note ?? null,
    troubles: brief.troubles.map(({ entries, first: from, last, mended, ...trouble }) => ({
      ...trouble,
      first: formatDay(from),
      last: formatDay(last),
      mended: dayOrNull(mended ?? undefined),
      entries: entries.map(entryJson),
    })),
    turns: brief.turns.map(entryJson),
    strengths: brief.strengths.map(({ entries, ...strength }) => ({
      ...strength,
      entries: entries.map(({ id }) => id),
    })),
    people: people.map(({ card, lastTalk, name, talks }) => ({
      name,
      card: card === undefined ? null : writePerson(card),
      talks,
      lastTalk: dayOrNull(lastTalk),
    })),
    needs: customer.needs ?? [],
    promises: brief.promises.map(promiseJson),
    money: { ...stake, renewal: dayOrNull(stake.renewal ?? undefined) },
    confirm: confirm.map(({ asks, command, since, why }) => ({
      asks,
      why,
      since: dayOrNull(since ?? undefined),
      command: pasteable(command, typed),
    })),
    first: {
      do: first.do,
      words: first.words,
      command:
        first.command === null ? null : pasteable(first.command, first.entry?.toString() ?? typed),
    },
  };
}

const dayOrNull = (day: Day | undefined): string | null =>
  day === undefined ? null : formatDay(day);

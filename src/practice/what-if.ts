import type { Day } from '../journal/days.ts';
import type { Settings } from '../journal/settings.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { type Account, bookOf } from '../verdict/book.ts';
import { compareNames, severity } from '../verdict/review.ts';
import { judgementsOn, mediansOf } from '../verdict/track.ts';
import { firstWeek, weeklyDays } from '../verdict/weeks.ts';
import type { Watch } from './watch.ts';

/** Weeks in a row in which other settings give another verdict. */
export interface Spell {
  readonly customer: string;
  readonly from: Day;
  readonly to: Day;
  readonly before: Verdict;
  readonly after: Verdict;
}

export interface WhatIf {
  readonly customers: number;
  /** Those whose verdict is another one today, the worst new verdict first; `from` is since when. */
  readonly today: readonly Spell[];
  /** Those that are over, the latest first. */
  readonly earlier: readonly Spell[];
  /** The first day looked at. */
  readonly first: Day;
}

/** Whose verdict other settings would change, today and on the same weekday of half a year before. */
export function whatIf(
  accounts: readonly Account[],
  settings: { readonly before: Settings; readonly after: Settings },
  today: Day,
  watch: Watch = (each) => each,
): WhatIf {
  const days = weeklyDays(firstWeek(today), today);
  const [before, after] = [settings.before, settings.after].map((each) =>
    bookOf(accounts, each, today),
  );
  const medianOn = mediansOf(before ?? []);
  const spells = Array.from(watch(before ?? []), (relationship, index): readonly Spell[] => {
    const other = after?.[index];
    if (other === undefined) return [];
    const [old, fresh] = [relationship, other].map((each) => judgementsOn(each, days, medianOn));
    const pairs = days.map((day, at) => ({
      day,
      before: old?.[at]?.verdict,
      after: fresh?.[at]?.verdict,
    }));
    return spellsIn(relationship.customer.name, pairs);
  }).flat();
  return {
    customers: accounts.length,
    first: days[0] ?? today,
    today: spells.filter(({ to }) => to === today).sort(byUrgency),
    earlier: spells.filter(({ to }) => to !== today).sort((a, b) => b.to - a.to || byUrgency(a, b)),
  };
}

interface Pair {
  readonly day: Day;
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

function spellsIn(customer: string, pairs: readonly Pair[]): readonly Spell[] {
  const spells: Spell[] = [];
  let running: Spell | undefined;
  for (const { day, before, after } of pairs) {
    if (before === undefined || after === undefined || before === after) {
      running = undefined;
      continue;
    }
    const goesOn = running?.before === before && running.after === after;
    if (goesOn) spells.pop();
    running = { customer, from: goesOn && running ? running.from : day, to: day, before, after };
    spells.push(running);
  }
  return spells;
}

const byUrgency = (a: Spell, b: Spell): number =>
  severity(b.after) - severity(a.after) || compareNames(a.customer, b.customer);

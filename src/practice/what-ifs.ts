import { often } from '../journal/counted.ts';
import { addDays, type Day, spokenDay, WEEK } from '../journal/days.ts';
import type { Entry, Recorded } from '../journal/entry.ts';
import { historyOf, type Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { CONDITIONS } from '../journal/vocabulary.ts';
import type { Judgement } from '../verdict/judge.ts';
import type { WhatIf } from '../verdict/what-would-change.ts';
import { moneyOwed } from './at-stake.ts';

/** More than there can be in one week. */
const MOST_PLACES = 100_000;
/** So many single promises are looked at, the oldest ones first. */
const MOST_PROMISES = 3;

type Unplaced<E extends Entry = Entry> = E extends Entry
  ? Omit<E, 'id' | 'customer' | 'on'>
  : never;

/** What could happen next with a customer, as far as it touches what was found. */
export function whatIfs(relationship: Relationship, judgement: Judgement): readonly WhatIf[] {
  const { asOf, rules, standing, verdict } = judgement;
  const ever = until(relationship.entries, asOf);
  const levels = new Map<string, number>(rules.map(({ rule, level }) => [rule.name, level ?? 0]));
  const found = (...names: readonly string[]): boolean =>
    names.some((name) => (levels.get(name) ?? 0) > 0);
  const make = maker(relationship, asOf);
  const once = (says: (on: Day) => string, ...entries: readonly Unplaced[]): WhatIf => {
    const made = entries.map((entry) => make(entry)(0));
    return { says: (_times, on) => says(on), entries: () => made, weekly: false };
  };
  const weekly = (what: (times: number) => string, entry: Unplaced): WhatIf => {
    const inWeek = make(entry);
    return {
      says: (times, on) =>
        times === 1
          ? `${what(1)} on ${spokenDay(on)}`
          : `${what(times)}, one a week until ${spokenDay(on)}`,
      entries: (weeks) => Array.from({ length: weeks + 1 }, (_, week) => inWeek(week)),
      weekly: true,
    };
  };
  const settle = settling(relationship, judgement, once);

  return [
    ...(found('own-failure') ? accepted(ever, judgement, once) : []),
    ...settle,
    ...(found('discovery') ? learning(ever, once) : []),
    ...(found('cadence', 'order-taking', 'renewal', 'price-only')
      ? [weekly((n) => `you talk ${often(n)} about what they need`, { ...TALK, about: ['need'] })]
      : []),
    ...(found('single-thread')
      ? [
          once((on) => `you talk to somebody else there on ${spokenDay(on)}`, {
            ...TALK,
            person: SOMEBODY,
          }),
        ]
      : []),
    ...(found('responsiveness', 'change', 'silence', 'toll') || standing.stage === 'lost'
      ? [
          weekly(
            (n) => (n === 1 ? 'they answer your call' : `they answer your next ${n} calls`),
            TALK,
          ),
        ]
      : []),
    ...(found('provider-bashing')
      ? [
          once((on) => `asked on ${spokenDay(on)}, they name a part of their own`, {
            ...TALK,
            asked: true,
            blames: 'both',
          }),
        ]
      : []),
    ...(found('blame-shifting')
      ? [
          weekly((n) => `they own their part ${often(n)} when something goes wrong`, {
            type: 'heard',
            fault: 'both',
            blames: 'both',
          }),
        ]
      : []),
    ...(found('reciprocity', 'concessions')
      ? [weekly((n) => `they do you a middling favour ${often(n)}`, { type: 'heard', got: ['m'] })]
      : []),
    ...(found('return-on-time') ? earning(judgement, once) : []),
    ...turns(judgement, once),
    ...(verdict === 'KEEP'
      ? [
          {
            ...weekly(
              (n) =>
                n === 1
                  ? 'they leave your call unanswered'
                  : `they leave your next ${n} calls unanswered`,
              { type: 'tried', channel: 'call', outcome: 'no-answer' },
            ),
            worse: true as const,
          },
        ]
      : []),
  ];
}

type Once = (says: (on: Day) => string, ...entries: readonly Unplaced[]) => WhatIf;

const TALK = { type: 'spoke', channel: 'call' } as const;
const SOMEBODY = 'Somebody else';

/** Entries that nobody recorded, after all that were; each place has an id of its own in each week. */
function maker({ customer, entries }: Relationship, asOf: Day) {
  const last = entries.reduce((most, { seq }) => Math.max(most, seq), 0);
  const known = new Set(entries.map(({ id }) => id));
  let places = 0;
  return (entry: Unplaced) => {
    places += 1;
    const place = places;
    return (week: number): Recorded => {
      let id = `if-${place}-${week + 1}`;
      while (known.has(id)) id = `${id}-`;
      const seq = last + week * MOST_PLACES + place;
      return { ...entry, id, customer: customer.name, on: addDays(asOf, week * WEEK), seq };
    };
  };
}

/** Promises of both sides that wait: each of theirs by itself, all of theirs, all of ours. */
function settling(
  relationship: Relationship,
  { asOf, rules }: Judgement,
  once: Once,
): readonly WhatIf[] {
  const { ourPromises, theirPromises } = historyOf(relationship, asOf);
  const ever = until(relationship.entries, asOf);
  const isFound = (name: string): boolean =>
    rules.some(({ rule, level }) => rule.name === name && (level ?? 0) > 0);
  const theirs = theirPromises.filter(({ unresolved }) => unresolved).sort((a, b) => a.due - b.due);
  const owed = ourPromises.filter(({ unresolved, lateness }) => unresolved && lateness > 0);
  const done = (promise: (typeof theirs)[number]['promise']): readonly Unplaced[] => {
    const amount = moneyOwed(ever, promise);
    return [
      ...(amount > 0 ? [{ type: 'income', amount } as const] : []),
      { type: 'done', ref: promise.id },
    ];
  };
  const verb = (promise: (typeof theirs)[number]['promise']): string =>
    promise.kind === 'payment' ? 'they pay' : 'they do';
  const single = theirs
    .slice(0, MOST_PROMISES)
    .map(({ promise }) =>
      once((on) => `${verb(promise)} #${promise.seq} on ${spokenDay(on)}`, ...done(promise)),
    );
  const all = once(
    (on) => `they settle all ${theirs.length} open promises on ${spokenDay(on)}`,
    ...theirs.flatMap(({ promise }) => done(promise)),
  );
  return [
    ...(isFound('promises') || isFound('payment')
      ? [...single, ...(theirs.length > 1 ? [all] : [])]
      : []),
    ...(owed.length > 0
      ? [
          once(
            (on) =>
              `you settle ${owed.map(({ promise }) => `#${promise.seq}`).join(', ')} on ${spokenDay(on)}`,
            ...owed.map(({ promise }) => ({ type: 'done', ref: promise.id }) as const),
          ),
        ]
      : []),
  ];
}

function accepted(ever: readonly Recorded[], { rules }: Judgement, once: Once): readonly WhatIf[] {
  const evidence = rules.find(({ rule }) => rule.name === 'own-failure')?.outcome.evidence ?? [];
  const open = ever.filter(({ id }) => evidence.includes(id));
  const which = open.map(({ seq }) => `#${seq}`).join(' and ');
  return open.length === 0
    ? []
    : [
        once(
          (on) => `they accept ${which} as mended on ${spokenDay(on)}`,
          ...open.map(({ id }) => ({ type: 'accept', ref: id }) as const),
        ),
      ];
}

function learning(ever: readonly Recorded[], once: Once): readonly WhatIf[] {
  const unknown = (['need', 'win'] as const).filter(
    (what) => !ever.some((entry) => 'learned' in entry && entry.learned.includes(what)),
  );
  const words = { need: 'what they need', win: 'what the person wants to win' };
  return unknown.length === 0
    ? []
    : [
        once(
          (on) =>
            `you learn ${unknown.map((what) => words[what]).join(' and ')} on ${spokenDay(on)}`,
          {
            ...TALK,
            about: unknown.map((what) => (what === 'need' ? 'need' : 'personal')),
            learned: unknown,
          },
        ),
      ];
}

/** What is missing to the level at which an hour is paid well enough. */
function earning({ rules }: Judgement, once: Once): readonly WhatIf[] {
  const numbers = rules.find(({ rule }) => rule.name === 'return-on-time')?.outcome.numbers ?? {};
  const { hours, income, reference } = numbers;
  if (hours === undefined || income === undefined || reference === undefined) return [];
  const amount = Math.ceil(hours * reference - income) + 1;
  return amount > 0
    ? [once((on) => `they bring in ${amount} more on ${spokenDay(on)}`, { type: 'income', amount })]
    : [];
}

function turns({ standing }: Judgement, once: Once): readonly WhatIf[] {
  if (standing.stage === 'dropped' && !standing.once) {
    const open = CONDITIONS.filter((each) => !standing.conditions.has(each));
    return open.length === 0
      ? []
      : [
          once((on) => `they bring ${open.join(', ')} by ${spokenDay(on)}`, {
            type: 'conditions',
            conditions: open,
          }),
        ];
  }
  if (standing.stage === 'lost')
    return [once((on) => `they come back on ${spokenDay(on)} (rel return)`, { type: 'return' })];
  return [];
}

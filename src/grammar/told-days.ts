import { addDays, type Day, formatDay } from '../journal/days.ts';
import { LONGEST_DATE, readDate } from './dates.ts';
import { withoutComma } from './spelled.ts';

/** A day, and how it is offered. */
export interface Then {
  readonly means: string;
  readonly head: string;
}

/** The day that is told here, each that it can be, none where it is today; undefined where none is. */
export function whenAt(said: readonly string[], at: number, today: Day) {
  const skipped = /^(?:on|back|over|at)$/.test(said[at] ?? '') ? 1 : 0;
  const words = said.slice(at + skipped);
  for (let taken = Math.min(LONGEST_DATE, words.length); taken > 0; taken -= 1) {
    const run = words.slice(0, taken).map(withoutComma).join(' ');
    if (skipped === 0 && /^(?:sat|sun)$/.test(run)) return undefined;
    const days = vague(run, today) ?? exact(run.replace(/'s$/, ''), today);
    if (days !== undefined) return { days, taken: taken + skipped, isOwner: run.endsWith("'s") };
  }
  return undefined;
}

function exact(run: string, today: Day): readonly Then[] | undefined {
  const day = /^(?:the|end|this)(?: |$)/.test(run) ? undefined : readDate(run, today, 'past');
  if (day === undefined || day > today) return undefined;
  if (day === today) return [];
  return [{ means: 'it was then', head: run }];
}

const VAGUE: readonly (readonly [RegExp, readonly (readonly [string, number])[]])[] = [
  [/^(?:last night|yesterday (?:morning|afternoon|evening|night))$/, [['it was then', 1]]],
  [
    /^(?:the other day|(?:a )?(?:couple|few)(?: of)? days (?:ago|back))$/,
    [
      ['2 days ago', 2],
      ['3 days ago', 3],
    ],
  ],
  [/^(?:a |1 )?week back$/, [['it was then', 7]]],
];

/** Days that are told, but no one day; each that it can be is offered. */
function vague(run: string, today: Day): readonly Then[] | undefined {
  if (run === 'last week')
    return weekdays(today, [
      ['on Monday of it', 'mon'],
      ['on Friday of it', 'fri'],
    ]);
  if (/^(?:the |last )?weekend$/.test(run))
    return [
      { means: 'on Saturday', head: 'last saturday' },
      { means: 'on Sunday', head: 'last sunday' },
    ];
  if (run === 'last month') return [{ means: 'a month ago', head: 'a month ago' }];
  const row = VAGUE.find(([pattern]) => pattern.test(run));
  return row?.[1].map(([means, ago]) => ({
    means,
    head: ago === 1 ? 'yesterday' : formatDay(addDays(today, -ago)),
  }));
}

const weekdays = (today: Day, days: readonly (readonly [string, string])[]): readonly Then[] =>
  days.flatMap(([means, weekday]) => {
    const day = readDate(`${weekday} last week`, today, 'past');
    return day === undefined ? [] : [{ means, head: formatDay(day) }];
  });

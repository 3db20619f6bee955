import { counted } from '../journal/counted.ts';
import { askedThem, signalled, talkedAbout } from './advice.ts';
import { spokenDay } from '../journal/days.ts';
import { limitsOf } from './limits.ts';
import { defineRule, finding, notEnough, worst, percent } from './rule.ts';
import type { AttemptDay } from '../journal/attempts.ts';
import type { History } from '../journal/history.ts';
import { chanceOfSoFew } from './statistics.ts';

/** Both limits can be met exactly, by 4 of 6 after 18 of 18 for one; a sum of fractions must not miss them. */
const ROUNDING = 1e-9;

const NAME = 'change';
const THRESHOLDS = {
  triesBefore: 8,
  tries: 5,
  baselineDays: 365,
  warnChance: 0.05,
  warnFall: 0.25,
  seriousChance: 0.01,
  seriousFall: 0.4,
};

export default defineRule({
  name: NAME,
  side: 'theirs',
  family: 'response',
  holds: true,
  asks: 'Do they answer less than they used to?',
  source: 'dumping-best-customer: a dramatic change against their own past (Harmeling et al. 2015)',
  formula:
    'Recent attempt-days against those of the year before: warn if a fall this deep has a chance of at most 5 % and is a quarter of the whole or more; serious at 1 % and two fifths. At most a note when the last two were answered.',
  thresholds: THRESHOLDS,
  why: 'Each customer is measured against themselves: one who always took three calls to reach has not changed, one who always picked up and now does not has. Both numbers are shown.',
  advice: [
    {
      say: 'Name the change to them, and ask.',
      words: 'We used to talk within a day. What is different now?',
      command: 'log call :confronted',
      taken: signalled('confronted'),
    },
    {
      say: 'You named it: ask what would have to change, on both ends, for it to be as before.',
      words: 'What would have to be different, with us or with you, for it to work as it did?',
      command: 'log call :asked-change',
      taken: askedThem,
    },
    {
      say: 'You asked: agree how fast you answer each other from now on.',
      words: 'Let us settle it: within how many days does each of us answer?',
      command: 'log meeting :review',
      taken: talkedAbout('review', 28),
    },
    { say: 'It is agreed: hold them to it, and yourself.', command: 'log call' },
  ],
  limits: ({ triesBefore, tries, warnChance, warnFall, seriousChance, seriousFall }) => ({
    2: `${tries} recent and ${triesBefore} earlier days or more: a fall by ${percent(warnFall)} of all days or more, whose chance is at most ${percent(warnChance)}`,
    3: `a fall by ${percent(seriousFall)} or more, whose chance is at most ${percent(seriousChance)}`,
  }),
  measured: ({ tries = 0, answered = 0, triesBefore = 0, answeredBefore = 0, chance, atOnce }) =>
    chance === undefined
      ? `${tries} recent and ${triesBefore} earlier days`
      : `from ${percent(answeredBefore / triesBefore)} to ${percent(answered / tries)}${sameDay(atOnce, answered)}; the chance of so few is ${percent(chance)}`,
  baseline: ({ answeredBefore, triesBefore = 0, atOnceBefore }) =>
    answeredBefore === undefined
      ? undefined
      : `reached on ${answeredBefore} of ${counted(triesBefore, 'day')} in the year before${sameDay(atOnceBefore, answeredBefore)}`,
  ofYourself: 'What did you do differently with them before it changed?',
  falseAlarm: 'Your contact moved to another job: log the new person and start again.',
  examples: {
    flagged: {
      asOf: '2026-05-31',
      level: 3,
      lines: `
        {"type":"spoke","on":"2026-01-05"}
        {"type":"spoke","on":"2026-01-12"}
        {"type":"spoke","on":"2026-01-19"}
        {"type":"spoke","on":"2026-01-26"}
        {"type":"spoke","on":"2026-02-02"}
        {"type":"spoke","on":"2026-02-09"}
        {"type":"spoke","on":"2026-02-16"}
        {"type":"spoke","on":"2026-02-23"}
        {"type":"tried","on":"2026-04-01"}
        {"type":"tried","on":"2026-04-08"}
        {"type":"tried","on":"2026-04-15"}
        {"type":"tried","on":"2026-04-22"}
        {"type":"tried","on":"2026-04-29"}
        {"type":"tried","on":"2026-05-06"}
        {"type":"tried","on":"2026-05-13"}
        {"type":"tried","on":"2026-05-20"}`,
    },
    clean: {
      asOf: '2026-05-31',
      lines: `
        {"type":"tried","on":"2026-01-05"}
        {"type":"spoke","on":"2026-01-12"}
        {"type":"tried","on":"2026-01-19"}
        {"type":"tried","on":"2026-01-26"}
        {"type":"spoke","on":"2026-02-02"}
        {"type":"tried","on":"2026-02-09"}
        {"type":"tried","on":"2026-02-16"}
        {"type":"spoke","on":"2026-02-23"}
        {"type":"tried","on":"2026-04-01"}
        {"type":"spoke","on":"2026-04-08"}
        {"type":"tried","on":"2026-04-15"}
        {"type":"tried","on":"2026-04-22"}
        {"type":"tried","on":"2026-04-29"}
        {"type":"spoke","on":"2026-05-06"}
        {"type":"tried","on":"2026-05-13"}
        {"type":"tried","on":"2026-05-20"}`,
    },
  },
  check(history, limits) {
    const { recent } = history;
    const first = recent[0]?.day;
    const baseline = earlierTries(history, limits.baselineDays);
    const [tries, triesBefore] = [recent.length, baseline.length];
    if (first === undefined || tries < limits.tries || triesBefore < limits.triesBefore) {
      const needs = `${limits.tries} recent and ${limits.triesBefore} earlier ones are needed`;
      return notEnough(() => ({
        message: `${tries} recent tries, ${triesBefore} earlier; ${needs}`,
        numbers: { tries, triesBefore },
      }));
    }
    const answered = recent.filter((attempt) => attempt.answered).length;
    const answeredBefore = baseline.filter((attempt) => attempt.answered).length;
    const chance = chanceOfSoFew(answered, tries, answeredBefore, triesBefore);
    // The fall of the share, times both counts.
    const fall = answeredBefore * tries - answered * triesBefore;
    const whole = tries * triesBefore;
    const level = worst({
      2: chance <= limits.warnChance + ROUNDING && fall >= limits.warnFall * whole - ROUNDING,
      3: chance <= limits.seriousChance + ROUNDING && fall >= limits.seriousFall * whole - ROUNDING,
    });
    const backInTouch = recent.slice(-2).every((attempt) => attempt.answered);
    return finding(backInTouch ? worst({ 1: level > 0 }) : level, () => ({
      message: `used to be reached on ${answeredBefore} of ${triesBefore} days, now on ${answered} of ${tries}, since ${spokenDay(first)}`,
      evidence: recent.flatMap((attempt) => attempt.entries),
      numbers: {
        tries,
        answered,
        triesBefore,
        answeredBefore,
        chance,
        atOnce: recent.filter((attempt) => attempt.atOnce).length,
        atOnceBefore: baseline.filter((attempt) => attempt.atOnce).length,
      },
    }));
  },
});

/** How fast they answer: in time is within three workdays, at once is better. */
const sameDay = (atOnce: number | undefined, answered: number): string =>
  atOnce === undefined || answered === 0
    ? ''
    : `, ${atOnce === answered ? 'all' : `${atOnce} of ${answered}`} answers the same day`;

/** What the recent attempts are compared with: those of so many days before the first of them, since the last new start. */
function earlierTries({ fresh, recent }: History, days: number): readonly AttemptDay[] {
  const first = recent[0]?.day;
  if (first === undefined) return [];
  const end = fresh.attempts.findLastIndex(({ day }) => day < first) + 1;
  return fresh.attempts.slice(0, end).filter(({ day }) => first - day <= days);
}

/** Share of the attempts before the recent ones that was answered, 0 to 1; undefined where there are too few to compare with. */
export function answeredBefore(history: History): number | undefined {
  const limits = limitsOf({ name: NAME, thresholds: THRESHOLDS }, history.settings);
  const tries = earlierTries(history, limits.baselineDays);
  if (tries.length < limits.triesBefore) return undefined;
  return tries.filter(({ answered }) => answered).length / tries.length;
}

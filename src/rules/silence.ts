import { counted } from '../journal/counted.ts';
import { REACHING } from './advice.ts';
import { spokenDay } from '../journal/days.ts';
import type { History } from '../journal/history.ts';
import { limitsOf } from './limits.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

const NAME = 'silence';
const THRESHOLDS = { gaps: 9, factor: 1.25, tries: 2 };

export default defineRule({
  name: NAME,
  side: 'theirs',
  family: 'response',
  holds: true,
  asks: 'Have they been silent longer than ever, although we tried?',
  source: 'dumping-best-customer: "I never heard from him" (Wübben & von Wangenheim 2008)',
  formula:
    'Warn if the present silence is more than 1.25 times the longest of the last two years and at least two attempts since the last talk are decided. Never more than a warning.',
  thresholds: THRESHOLDS,
  why: 'Rhythm differs from customer to customer, so the measure is their own longest gap. It speaks only when we tried: a silence that we share is `cadence`, and ours.',
  advice: REACHING,
  limits: ({ gaps, factor, tries }) => ({
    2: `after ${gaps} gaps or more: longer than ${factor} times the longest, with ${tries} tries or more in it`,
  }),
  measured: ({ current, longest = 0, tries = 0, gaps = 0 }) =>
    current === undefined
      ? counted(gaps, 'gap')
      : `${current} days against ${longest}, ${counted(tries, 'try', 'tries')}`,
  baseline: ({ current, longest = 0, gaps = 0 }) =>
    current === undefined
      ? undefined
      : `the longest of ${counted(gaps, 'gap')} before was ${longest} days`,
  ofYourself: 'What did you leave open when you last spoke?',
  falseAlarm: 'Seasonal customers: a year of gaps teaches the rule their winter.',
  examples: {
    flagged: {
      asOf: '2026-04-30',
      level: 2,
      lines: `
        {"type":"spoke","on":"2026-01-05"}
        {"type":"spoke","on":"2026-01-12"}
        {"type":"spoke","on":"2026-01-19"}
        {"type":"spoke","on":"2026-01-26"}
        {"type":"spoke","on":"2026-02-02"}
        {"type":"spoke","on":"2026-02-09"}
        {"type":"spoke","on":"2026-02-16"}
        {"type":"spoke","on":"2026-02-23"}
        {"type":"spoke","on":"2026-03-02"}
        {"type":"spoke","on":"2026-03-09"}
        {"type":"tried","on":"2026-04-01"}
        {"type":"tried","on":"2026-04-14"}`,
    },
    clean: {
      asOf: '2026-04-30',
      lines: `
        {"type":"spoke","on":"2026-01-05"}
        {"type":"spoke","on":"2026-01-12"}
        {"type":"spoke","on":"2026-01-19"}
        {"type":"spoke","on":"2026-01-26"}
        {"type":"spoke","on":"2026-02-02"}
        {"type":"spoke","on":"2026-02-09"}
        {"type":"spoke","on":"2026-02-16"}
        {"type":"spoke","on":"2026-02-23"}
        {"type":"spoke","on":"2026-03-02"}
        {"type":"spoke","on":"2026-03-09"}
        {"type":"tried","on":"2026-04-14"}`,
    },
  },
  check({ fresh, gaps }, limits) {
    const { past, current, last } = gaps;
    if (last === undefined || current === undefined || past.length < limits.gaps) {
      return notEnough(() => ({
        message: `${counted(past.length, 'gap')} between talks; ${limits.gaps} are needed`,
        numbers: { gaps: past.length },
      }));
    }
    const longest = Math.max(...past);
    const { attempts } = fresh;
    const tried = attempts.slice(attempts.findLastIndex(({ day }) => day <= last.on) + 1);
    const silent = current > longestUsual(past, limits.factor) && tried.length >= limits.tries;
    return finding(worst({ 2: silent }), () => {
      const rank = (1 + past.filter((gap) => gap >= current).length) / (past.length + 1);
      return {
        message: `${counted(current, 'day')} of silence since ${spokenDay(last.on)}, the longest before was ${longest}; ${counted(tried.length, 'try', 'tries')} in it (rank ${rank.toFixed(2)})`,
        evidence: [last, ...tried.flatMap((attempt) => attempt.entries)],
        numbers: { current, longest, gaps: past.length, tries: tried.length, rank },
      };
    });
  },
});

/** @param past at least one */
const longestUsual = (past: readonly number[], factor: number): number =>
  factor * Math.max(...past);

/** The longest silence that is still like those before it; 0 where there was none. */
interface Usual {
  readonly days: number;
  /** There were enough of them to tell. */
  readonly isKnown: boolean;
}

export function usualSilence({ gaps: { past }, settings }: History): Usual {
  const { gaps, factor } = limitsOf({ name: NAME, thresholds: THRESHOLDS }, settings);
  return {
    days: past.length === 0 ? 0 : longestUsual(past, factor),
    isKnown: past.length >= gaps,
  };
}

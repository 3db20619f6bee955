import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import { among, isTouch, type Touch } from '../journal/entry.ts';
import type { History } from '../journal/history.ts';
import { limitsOf, limitsSet } from './limits.ts';
import { isMoreThanRoutine, isRoutine } from './routine.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

const NAME = 'cadence';
const THRESHOLDS = { A: 30, B: 60, C: 120, lostFactor: 3, warnFactor: 2, seriousFactor: 3 };

export default defineRule({
  name: NAME,
  side: 'ours',
  holds: false,
  asks: 'Do we keep in touch beyond the next order?',
  source: 'lost-best-client: existing clients should never be left alone',
  formula:
    'Days since the last touch of ours that was not about order, price or admin alone (or theirs about more than that): a note beyond 30, 60 or 120 days for tier A, B, C, a warning beyond twice, serious beyond three times that. Lost customers have three times as long; none is due on notice or after a drop.',
  thresholds: THRESHOLDS,
  why: 'The most valuable business is the one you already have, and it is the one that nobody rings. A call about the next order does not count as attention. `cadence` in the settings replaces the days.',
  advice: [
    {
      say: 'Ring them about something that is theirs, not about an order.',
      words: 'I am not calling about an order. How did it turn out, what you were planning?',
      command: 'log call :need',
    },
  ],
  limits: ({ A, B, C, lostFactor, warnFactor, seriousFactor }) => ({
    1: `more than ${A}, ${B} or ${C} days at tier A, B or C (${lostFactor} times as long for a lost customer)`,
    2: `more than ${warnFactor} times that`,
    3: `more than ${seriousFactor} times that`,
  }),
  measured: ({ days, target }) =>
    days === undefined ? 'no touch is due' : `${days} days, where ${target ?? 0} are the most`,
  falseAlarm: 'They asked to be left alone: make it tier C, or log `away`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 2,
      lines: `
        {"type":"customer","tier":"A"}
        {"type":"spoke","on":"2026-04-15","about":["need"]}
        {"type":"spoke","on":"2026-06-22","about":["order"]}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"customer","tier":"A"}
        {"type":"spoke","on":"2026-06-01","about":["need"]}`,
    },
  },
  check(history, limits) {
    const { asOf, away, ever, standing, tier } = history;
    if (standing.stage === 'notice' || standing.stage === 'dropped')
      return finding(0, () => ({ message: 'none is due now' }));
    const from = ever.of(isAttention).at(-1) ?? ever.touches[0];
    if (from === undefined) return notEnough(() => ({ message: 'no touch yet' }));
    const target = touchEvery(history);
    const days = asOf - from.on - away.daysBetween(from.on, asOf);
    return finding(
      worst({
        1: days > target,
        2: days > limits.warnFactor * target,
        3: days > limits.seriousFactor * target,
      }),
      () => ({
        message: `${counted(days, 'day')} since ${spokenDay(from.on)}, the last touch beyond orders, price and admin (tier ${tier}: at most ${target}${isOwn(history) ? ', your own limit' : ''})`,
        evidence: [from],
        numbers: { days, target, ...regarding(history, from) },
      }),
    );
  },
});

/** The seller set this limit, and breaks it. */
const isOwn = ({ settings, tier }: History): boolean =>
  limitsSet({ name: NAME, thresholds: THRESHOLDS }, settings)[tier] !== undefined;

/** What else the days are: 1 where it is so. */
function regarding(history: History, { on }: Touch): Readonly<Record<string, number>> {
  const routine = history.ever.touches.some((touch) => touch.on > on && isOurRoutine(touch));
  return { ...(isOwn(history) ? { own: 1 } : {}), ...(routine ? { routine: 1 } : {}) };
}

const isOurRoutine = (touch: Touch): boolean => touch.type !== 'heard' && isRoutine(touch);

/** How many days may pass without a touch, at their tier and stage. */
export function touchEvery({ settings, standing, tier }: History): number {
  const limits = limitsOf({ name: NAME, thresholds: THRESHOLDS }, settings);
  return limits[tier] * (standing.stage === 'lost' ? limits.lostFactor : 1);
}

/** A touch that is about more than orders, price and admin. */
export const isAttention = among(isTouch, (entry): entry is Touch => {
  if (!isTouch(entry)) return false;
  return entry.type === 'heard' ? isMoreThanRoutine(entry) : !isRoutine(entry);
});

import { addDays } from '../../journal/days.ts';
import { effortOf, hourlyReturn, COMPARABLE_HOURS } from '../../journal/effort.ts';
import type { RemarkKind } from '../remark.ts';

/** The year before the last one. */
const YEAR_BEFORE_DAYS = 366;
const FALLEN_TO = 2 / 3;

const diminishingReturn: RemarkKind = {
  name: 'diminishing-return',
  side: 'economics',
  asks: 'Do they take more of your time than a year ago, and bring no more?',
  source: 'firing-your-customer: "No Soup For You"',
  why: 'A return that falls each year ends below what it costs. Seen early it is a talk about scope; seen late it is a notice.',
  observe({ history: { asOf, effort: now, ever, standing } }) {
    const earns = hourlyReturn(now, COMPARABLE_HOURS * 60);
    const [first, ...more] = now.entries;
    if (standing.stage === 'prospect' || earns === undefined || first === undefined)
      return undefined;
    const before = effortOf(ever.entries, addDays(asOf, -YEAR_BEFORE_DAYS));
    const earned = hourlyReturn(before, COMPARABLE_HOURS * 60);
    if (earned === undefined) return undefined;
    if (now.income > before.income || earns > earned * FALLEN_TO) return undefined;
    return {
      says: `an hour with them brought ${earns.toFixed(0)}, the year before ${earned.toFixed(0)}: ${hours(now.minutes)} hours instead of ${hours(before.minutes)}, ${now.income.toFixed(0)} instead of ${before.income.toFixed(0)}`,
      evidence: [first, ...more],
      command: 'log meeting :review',
    };
  },
};

const hours = (minutes: number): string => (minutes / 60).toFixed(0);

export default diminishingReturn;

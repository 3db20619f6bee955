import { thousands } from '../../journal/amount-words.ts';
import { COMPARABLE_HOURS, hourlyReturn } from '../../journal/effort.ts';
import { yearBefore } from '../year-before.ts';
import type { RemarkKind } from '../remark.ts';

const FALLEN_TO = 1 / 2;

const diminishingReturn: RemarkKind = {
  name: 'diminishing-return',
  side: 'economics',
  asks: 'Does an hour with them bring half of what it did a year ago?',
  source: 'firing-your-customer: "No Soup For You"',
  why: 'A return that falls each year ends below what it costs. Seen early it is a talk about scope; seen late it is a notice.',
  observe({ history: { asOf, effort: now, ever, standing } }) {
    const earns = hourlyReturn(now, COMPARABLE_HOURS * 60);
    const [first, ...more] = now.entries;
    if (standing.stage === 'prospect' || earns === undefined || first === undefined)
      return undefined;
    const before = yearBefore(ever.entries, asOf);
    const earned = hourlyReturn(before, COMPARABLE_HOURS * 60);
    if (earned === undefined) return undefined;
    // Where nothing came at all, the remark nothing-comes says it.
    if (now.income === 0 || now.income > before.income || earns > earned * FALLEN_TO)
      return undefined;
    return {
      says: `an hour with them brought ${thousands(earns)}, the year before ${thousands(earned)}: ${hours(now.minutes)} hours instead of ${hours(before.minutes)}, ${thousands(now.income)} instead of ${thousands(before.income)}`,
      evidence: [first, ...more],
      command: 'log meeting :review',
    };
  },
};

const hours = (minutes: number): string => (minutes / 60).toFixed(0);

export default diminishingReturn;

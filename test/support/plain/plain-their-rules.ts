import { counted } from '../../../src/journal/counted.ts';
import { lately } from './plain-history.ts';
import type { Occasion } from '../../../src/journal/entry.ts';
import { partOf, worst } from '../../../src/rules/rule.ts';
import { wilson } from '../../../src/rules/statistics.ts';
import theBlameShifting from '../../../src/rules/blame-shifting.ts';
import { spokenDay } from '../../../src/journal/days.ts';
import theDealbreaker from '../../../src/rules/dealbreaker.ts';
import type { Standing } from './plain-promises.ts';
import {
  RECORD_THRESHOLDS,
  judgedPromises,
  promiseEvidence,
  promiseRecord,
  promised,
} from './plain-promise-record.ts';
import thePayment from '../../../src/rules/payment.ts';
import thePromises from '../../../src/rules/promises.ts';
import theProviderBashing from '../../../src/rules/provider-bashing.ts';
import { SIZES, type Size } from '../../../src/journal/vocabulary.ts';
import theReciprocity from '../../../src/rules/reciprocity.ts';
import theRespect from '../../../src/rules/respect.ts';
import { finding, notEnough, plainRule } from './plain-rule.ts';

export const blameShifting = plainRule({
  rule: theBlameShifting,
  thresholds: {
    incidents: 2,
    horizonDays: 730,
    warnShifted: 2,
    warnAbove: 0.25,
    seriousShifted: 3,
    seriousAbove: 0.5,
  },
  check({ asOf, fresh }, limits) {
    const incidents = lately(fresh.occasions, asOf, limits.horizonDays).filter(
      ({ fault, blames }) =>
        blames !== undefined && (fault === 'them' || fault === 'both' || fault === 'outside'),
    );
    if (incidents.length < limits.incidents) {
      return notEnough(
        `${counted(incidents.length, 'incident')} that they had a part in; ${limits.incidents} are needed`,
        {
          incidents: incidents.length,
        },
      );
    }
    const shifted = incidents.filter(shiftsBlame);
    const { lower } = wilson(shifted.length, incidents.length);
    return finding(
      worst({
        2: shifted.length >= limits.warnShifted && lower > limits.warnAbove,
        3: shifted.length >= limits.seriousShifted && lower > limits.seriousAbove,
      }),
      `blame shifted in ${shifted.length} of ${counted(incidents.length, 'incident')}`,
      shifted.length > 0 ? shifted : incidents,
      { incidents: incidents.length, shifted: shifted.length, lower },
    );
  },
});

function shiftsBlame({ fault, blames }: Occasion): boolean {
  if (blames === 'nobody') return fault === 'them' || fault === 'both';
  return blames === 'us' || blames?.startsWith('other:') === true;
}

/** Both limits can be met exactly, by 4 of 6 after 18 of 18 for one; a sum of fractions must not miss them. */
export const dealbreaker = plainRule({
  rule: theDealbreaker,
  thresholds: { horizonDays: 365 },
  check({ asOf, ever }, limits) {
    const broke = lately(ever.occasions, asOf, limits.horizonDays).filter(
      (entry) => entry.dealbreaker === true,
    );
    const last = broke.at(-1);
    if (last === undefined) return finding(0, 'none', []);
    return finding(4, `deal-breaker on ${spokenDay(last.on)}`, broke, { incidents: broke.length });
  },
});

export const payment = plainRule({
  rule: thePayment,
  thresholds: {
    last: 5,
    horizonDays: 365,
    warnPayments: 2,
    warnMeanDays: 14,
    warnOpenDays: 30,
    seriousPayments: 3,
    seriousMeanDays: 30,
    seriousOpenDays: 60,
    criticalOpenDays: 90,
  },
  check({ asOf, theirPromises }, limits) {
    const payments = theirPromises.filter(({ promise }) => promise.kind === 'payment');
    const judged = judgedPromises(payments, asOf, limits);
    if (judged.length === 0) return notEnough('no payment came due', { payments: 0 });
    const mean = meanLateness(judged);
    const open = Math.max(
      0,
      ...judged.filter(({ unresolved }) => unresolved).map(({ lateness }) => lateness),
    );
    const level = worst({
      2:
        (judged.length >= limits.warnPayments && mean > limits.warnMeanDays) ||
        open > limits.warnOpenDays,
      3:
        (judged.length >= limits.seriousPayments && mean > limits.seriousMeanDays) ||
        open > limits.seriousOpenDays,
      4: open > limits.criticalOpenDays,
    });
    const overdue = open > 0 ? `one ${counted(open, 'day')} overdue; ` : '';
    return finding(
      level,
      `${overdue}the last ${counted(judged.length, 'payment')} ${mean.toFixed(0)} days late on average`,
      promiseEvidence(judged),
      { payments: judged.length, meanDays: mean, openDays: open },
    );
  },
});

/** Days beyond terms, weighted by amount; an unknown amount weighs 1, and where all weigh nothing all weigh the same. */
function meanLateness(payments: readonly Standing[]): number {
  const weights = payments.map(({ promise }) => promise.amount ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0)
    return payments.reduce((sum, { lateness }) => sum + lateness, 0) / payments.length;
  return (
    payments.reduce((sum, { lateness }, index) => sum + lateness * (weights[index] ?? 0), 0) / total
  );
}

export const promises = plainRule({
  rule: thePromises,
  thresholds: RECORD_THRESHOLDS,
  check({ asOf, theirPromises }, limits) {
    const judged = judgedPromises(theirPromises, asOf, limits);
    if (judged.length < limits.promises) {
      return notEnough(
        `${counted(judged.length, 'promise')} of theirs came due; ${limits.promises} are needed`,
        {
          promises: judged.length,
        },
      );
    }
    const { level, missed, broken, bounds } = promiseRecord(judged, limits);
    return finding(
      level,
      `${partOf(missed, judged.length)} promises not kept, ${broken} broken${oldestOpen(judged)}`,
      promiseEvidence(judged),
      { promises: judged.length, missed, broken, lower: bounds.lower },
    );
  },
});

/** The one to ask for first. */
function oldestOpen(judged: readonly Standing[]): string {
  const oldest = judged.find(({ unresolved }) => unresolved);
  return oldest === undefined ? '' : `; still open: ${promised(oldest)}`;
}

export const providerBashing = plainRule({
  rule: theProviderBashing,
  thresholds: { horizonDays: 730, warn: 2, serious: 3 },
  check({ asOf, fresh }, limits) {
    const bashing = lately(fresh.occasions, asOf, limits.horizonDays).filter(({ blames }) =>
      blames?.startsWith('other:'),
    );
    const providers = new Set(bashing.map(({ blames }) => blames)).size;
    if (providers === 0) return notEnough('no other provider was blamed', { providers });
    const owned = fresh.occasions.find(({ blames }) => blames === 'them' || blames === 'both');
    if (owned !== undefined) {
      return finding(
        0,
        `${counted(providers, 'provider')} blamed, and a part of their own owned`,
        [owned],
        { providers },
      );
    }
    const asked = fresh.occasions.filter((entry) => entry.asked === true);
    return finding(
      worst({
        2: providers >= limits.warn,
        3: providers >= limits.serious,
        4: providers >= limits.serious && asked.length > 0,
      }),
      `${counted(providers, 'provider')} blamed, never themselves${asked.length > 0 ? ', not even when asked' : ''}`,
      [...bashing, ...asked.filter((entry) => !bashing.includes(entry))],
      { providers, asked: asked.length },
    );
  },
});

export const reciprocity = plainRule({
  rule: theReciprocity,
  thresholds: { favours: 5, horizonDays: 365, warnBelow: 0.5, seriousBelow: 0.25 },
  check({ asOf, fresh }, limits) {
    const favours = lately(fresh.occasions, asOf, limits.horizonDays).filter(
      ({ gave = [], got = [] }) => gave.length + got.length > 0,
    );
    const gave = favours.flatMap((entry: Occasion) => entry.gave ?? []);
    const got = favours.flatMap((entry: Occasion) => entry.got ?? []);
    const all = gave.length + got.length;
    if (all < limits.favours) {
      return notEnough(`${counted(all, 'favour')} in a year; ${limits.favours} are needed`, {
        gave: gave.length,
        got: got.length,
      });
    }
    const dominated = SIZES.every((size) => atLeast(got, size) <= atLeast(gave, size));
    const { upper } = wilson(got.length, all);
    return finding(
      worst({
        2: dominated && upper < limits.warnBelow,
        3: dominated && upper < limits.seriousBelow,
      }),
      `${counted(gave.length, 'favour')} from us, ${got.length} from them in a year`,
      favours,
      { gave: gave.length, got: got.length, upper },
    );
  },
});

const atLeast = (favours: readonly Size[], size: Size): number =>
  favours.filter((favour) => SIZES.indexOf(favour) >= SIZES.indexOf(size)).length;

export const respect = plainRule({
  rule: theRespect,
  thresholds: { horizonDays: 180, note: 1, warn: 2, serious: 4 },
  check({ asOf, fresh }, limits) {
    if (fresh.touches.length === 0) return notEnough('no touch yet');
    const rude = lately(fresh.occasions, asOf, limits.horizonDays).filter(
      (entry) => entry.rude === true,
    );
    const days = new Set(rude.map(({ on }) => on)).size;
    return finding(
      worst({ 1: days >= limits.note, 2: days >= limits.warn, 3: days >= limits.serious }),
      `${counted(days, 'day')} with disrespect in half a year`,
      rude,
      { days },
    );
  },
});

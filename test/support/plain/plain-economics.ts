import { thousands } from '../../../src/journal/amount-words.ts';
import { counted } from '../../../src/journal/counted.ts';
import { lately } from './plain-history.ts';
import { partOf, worst } from '../../../src/rules/rule.ts';
import theConcessions from '../../../src/rules/concessions.ts';
import { wilson } from '../../../src/rules/statistics.ts';
import thePriceOnly from '../../../src/rules/price-only.ts';
import { COMPARABLE_HOURS, hourlyReturn } from './plain-effort.ts';
import theReturnOnTime from '../../../src/rules/return-on-time.ts';
import theToll from '../../../src/rules/toll.ts';
import { finding, notEnough, plainRule } from './plain-rule.ts';

export const concessions = plainRule({
  rule: theConcessions,
  thresholds: { horizonDays: 365, answerDays: 30, warn: 3, serious: 5 },
  check({ asOf, fresh }, limits) {
    const conceded = fresh.occasions.filter((entry) => entry.conceded === true);
    if (conceded.length === 0 && fresh.twoWay.length === 0) return notEnough('no talk yet');
    const favours = fresh.occasions.filter(({ got = [] }) => got.length > 0);
    const unanswered = lately(conceded, asOf, limits.horizonDays).filter(
      ({ on }) =>
        asOf - on > limits.answerDays &&
        !favours.some((favour) => favour.on >= on && favour.on - on <= limits.answerDays),
    );
    return finding(
      worst({ 2: unanswered.length >= limits.warn, 3: unanswered.length >= limits.serious }),
      `${counted(unanswered.length, 'concession')} in a year, nothing came back`,
      unanswered,
      { unanswered: unanswered.length },
    );
  },
});

export const priceOnly = plainRule({
  rule: thePriceOnly,
  thresholds: {
    talks: 5,
    last: 12,
    horizonDays: 365,
    warnTalks: 3,
    warnAbove: 0.25,
    seriousAbove: 0.5,
  },
  check({ asOf, fresh }, limits) {
    const talks = lately(fresh.twoWay, asOf, limits.horizonDays)
      .filter(({ about = [] }) => about.length > 0)
      .slice(-limits.last);
    if (talks.length < limits.talks) {
      return notEnough(
        `${counted(talks.length, 'talk')} with a subject; ${limits.talks} are needed`,
        { talks: talks.length },
      );
    }
    const price = talks.filter(({ about = [] }) => about.every((subject) => subject === 'price'));
    const { lower } = wilson(price.length, talks.length);
    const often = price.length >= limits.warnTalks;
    return finding(
      worst({ 2: often && lower > limits.warnAbove, 3: often && lower > limits.seriousAbove }),
      `${partOf(price.length, talks.length)} talks about price alone`,
      price.length > 0 ? price : talks,
      { talks: talks.length, priceOnly: price.length, lower },
    );
  },
});

export const returnOnTime = plainRule({
  rule: theReturnOnTime,
  thresholds: { hours: COMPARABLE_HOURS, floorSerious: 0.5, medianWarn: 0.5, medianSerious: 0.25 },
  check({ effort, medianReturn, settings, standing }, limits) {
    if (standing.stage === 'prospect') return notEnough('a prospect owes no return yet');
    const hours = effort.minutes / 60;
    const earned = hourlyReturn(effort, limits.hours * 60);
    if (earned === undefined)
      return notEnough(`${hours.toFixed(1)} hours in a year; ${limits.hours} are needed`, {
        hours,
      });
    const { floor = 0 } = settings;
    if (floor === 0 && medianReturn === undefined) {
      return notEnough(
        `${thousands(earned)} an hour; no floor is set, and fewer than five customers to compare with`,
        {
          hours,
          perHour: earned,
        },
      );
    }
    const [reference, warn, serious] =
      floor > 0
        ? [floor, floor, floor * limits.floorSerious]
        : [
            medianReturn ?? 0,
            (medianReturn ?? 0) * limits.medianWarn,
            (medianReturn ?? 0) * limits.medianSerious,
          ];
    return finding(
      worst({ 2: earned < warn, 3: earned < serious }),
      `${thousands(effort.income)} in a year for ${hours.toFixed(0)} hours: ${thousands(earned)} an hour (${floor > 0 ? 'the floor' : 'the median'} is ${thousands(reference)})`,
      effort.entries,
      { income: effort.income, hours, perHour: earned, reference },
    );
  },
});

export const toll = plainRule({
  rule: theToll,
  thresholds: { touches: 8, recentDays: 28, warnAbove: 0.5 },
  check({ asOf, fresh }, limits) {
    const recent = fresh.touches.filter(({ on }) => asOf - on < limits.recentDays);
    const touches = recent.length >= limits.touches ? recent : fresh.touches.slice(-limits.touches);
    const felt = fresh.touches.some(({ feel }) => feel !== undefined);
    if (touches.length < limits.touches || !felt) {
      const why = felt ? `${limits.touches} are needed` : 'no feeling was logged';
      return notEnough(`${touches.length} touches; ${why}`, { touches: touches.length });
    }
    const bad = touches.filter(({ feel = 0 }) => feel < 0);
    const { lower } = wilson(bad.length, touches.length);
    return finding(
      worst({ 2: lower > limits.warnAbove }),
      `${partOf(bad.length, touches.length)} touches felt bad`,
      bad,
      { touches: touches.length, bad: bad.length, lower },
    );
  },
});

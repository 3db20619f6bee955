import { counted } from '../../../src/journal/counted.ts';
import { spokenDay } from '../../../src/journal/days.ts';
import type { Occasion, Recorded, Touch } from '../../../src/journal/entry.ts';
import { isMoreThanRoutine, isRoutine } from '../../../src/rules/routine.ts';
import { partOf, type Level, worst } from '../../../src/rules/rule.ts';
import theCadence from '../../../src/rules/cadence.ts';
import theDiscovery from '../../../src/rules/discovery.ts';
import { lately } from './plain-history.ts';
import { isOngoing } from '../../../src/rules/ongoing.ts';
import { wilson } from '../../../src/rules/statistics.ts';
import theOrderTaking from '../../../src/rules/order-taking.ts';
import theOwnFailure from '../../../src/rules/own-failure.ts';
import {
  RECORD_THRESHOLDS,
  judgedPromises,
  promiseEvidence,
  promiseRecord,
  promised,
} from './plain-promise-record.ts';
import { GRACE_DAYS } from './plain-promises.ts';
import theOwnPromises from '../../../src/rules/own-promises.ts';
import theRenewal from '../../../src/rules/renewal.ts';
import theSingleThread from '../../../src/rules/single-thread.ts';
import { finding, notEnough, plainRule } from './plain-rule.ts';

export const cadence = plainRule({
  rule: theCadence,
  thresholds: { A: 30, B: 60, C: 120, lostFactor: 3, warnFactor: 2, seriousFactor: 3 },
  check({ asOf, away, ever, settings, standing, tier }, limits) {
    if (standing.stage === 'notice' || standing.stage === 'dropped')
      return finding(0, 'none is due now', []);
    const from = ever.touches.findLast(isAttention) ?? ever.touches[0];
    if (from === undefined) return notEnough('no touch yet');
    const target =
      (settings.cadence?.[tier] ?? limits[tier]) *
      (standing.stage === 'lost' ? limits.lostFactor : 1);
    const days = asOf - from.on - away.daysBetween(from.on, asOf);
    const isOwn = (settings.cadence?.[tier] ?? limits[tier]) !== theCadence.thresholds[tier];
    const isRoutineSince = ever.touches.some(
      (touch) => touch.type !== 'heard' && isRoutine(touch) && touch.on > from.on,
    );
    return finding(
      worst({
        1: days > target,
        2: days > limits.warnFactor * target,
        3: days > limits.seriousFactor * target,
      }),
      `${counted(days, 'day')} since ${spokenDay(from.on)}, the last touch beyond orders, price and admin (tier ${tier}: at most ${target}${isOwn ? ', your own limit' : ''})`,
      [from],
      { days, target, ...(isOwn && { own: 1 }), ...(isRoutineSince && { routine: 1 }) },
    );
  },
});

function isAttention(touch: Touch): boolean {
  return touch.type === 'heard' ? isMoreThanRoutine(touch) : !isRoutine(touch);
}

export const discovery = plainRule({
  rule: theDiscovery,
  thresholds: { talks: 3, warnTalks: 5 },
  check({ ever, standing }, limits) {
    const { stage } = standing;
    if (stage === 'lost' || stage === 'dropped' || stage === 'notice')
      return notEnough('not asked at this stage');
    const talks = ever.twoWay.length;
    if (talks < limits.talks)
      return notEnough(`${counted(talks, 'talk')}; ${limits.talks} are needed`, { talks });
    const needUnknown = !knows(ever.entries, 'need');
    const winUnknown = !knows(ever.entries, 'win');
    const prospect = stage === 'prospect';
    const level = worst({
      1: needUnknown || winUnknown,
      2: (prospect && winUnknown) || (needUnknown && talks >= limits.warnTalks),
      3: prospect && needUnknown,
    });
    const unknown = [
      ...(needUnknown ? ['what they need'] : []),
      ...(winUnknown ? ['what the person wants to win'] : []),
    ];
    const said =
      unknown.length === 0
        ? 'need and personal win are known'
        : `unknown after ${counted(talks, 'talk')}: ${unknown.join(' and ')}`;
    return finding(level, said, ever.twoWay, {
      talks,
      needUnknown: Number(needUnknown),
      winUnknown: Number(winUnknown),
    });
  },
});

function knows(
  entries: readonly Recorded[],
  what: NonNullable<Occasion['learned']>[number],
): boolean {
  return entries.some((entry) => 'learned' in entry && entry.learned.includes(what));
}

export const orderTaking = plainRule({
  rule: theOrderTaking,
  thresholds: { talks: 5, last: 8, horizonDays: 365, warnAbove: 0.5, personalDays: 180 },
  check({ asOf, ever, standing, tier }, limits) {
    if (!isOngoing(standing)) return notEnough('not an ongoing business');
    const talks = lately(ever.twoWay, asOf, limits.horizonDays)
      .filter(({ about = [] }) => about.length > 0)
      .slice(-limits.last);
    if (talks.length < limits.talks) {
      return notEnough(
        `${counted(talks.length, 'talk')} with a subject; ${limits.talks} are needed`,
        { talks: talks.length },
      );
    }
    const routine = talks.filter(isRoutine);
    const { lower } = wilson(routine.length, talks.length);
    const personal = lately(ever.twoWay, asOf, limits.personalDays).some(({ about = [] }) =>
      about.includes('personal'),
    );
    const warn = lower > limits.warnAbove;
    return finding(
      worst({ 2: warn, 3: warn && routine.length === talks.length && !personal && tier !== 'C' }),
      `${partOf(routine.length, talks.length)} talks about order, price or admin alone`,
      routine,
      { talks: talks.length, routine: routine.length, lower },
    );
  },
});

export const ownFailure = plainRule({
  rule: theOwnFailure,
  thresholds: { smallDays: 365, mediumDays: 730 },
  check({ asOf, ever }, limits) {
    if (ever.touches.length === 0) return notEnough('no touch yet');
    const accepted = new Set(
      ever.entries.flatMap((entry) => (entry.type === 'accept' ? [entry.ref] : [])),
    );
    const open = ever.occasions.filter(
      (entry) => !accepted.has(entry.id) && severity(entry, asOf - entry.on, limits) > 0,
    );
    const level = open.reduce<Level>((most, entry) => {
      const each = severity(entry, asOf - entry.on, limits);
      return each > most ? each : most;
    }, 0);
    const last = open.at(-1);
    if (last === undefined) return finding(0, 'no harm of ours is open', []);
    const what = open.length === 1 ? 'a failure' : `${open.length} failures`;
    return finding(
      level,
      `${what} of ours, last on ${spokenDay(last.on)}, not yet accepted as mended`,
      open,
      {
        failures: open.length,
      },
    );
  },
});

function severity(
  { fault, harm, blames, weBlame }: Occasion,
  age: number,
  limits: { readonly smallDays: number; readonly mediumDays: number },
): Level {
  if (harm === undefined || (fault !== 'us' && fault !== 'both')) return 0;
  if ((harm === 1 && age > limits.smallDays) || (harm === 2 && age > limits.mediumDays)) return 0;
  const denied = weBlame === 'them' || weBlame === 'nobody';
  return worst({
    2: harm === 1,
    3: harm === 2 || (harm === 3 && blames === 'both') || denied,
    4: harm === 3 && blames !== 'both',
  });
}

export const ownPromises = plainRule({
  rule: theOwnPromises,
  thresholds: RECORD_THRESHOLDS,
  check({ asOf, ourPromises }, limits) {
    const owed = ourPromises.filter(({ unresolved, due }) => unresolved && asOf - due > GRACE_DAYS);
    const judged = judgedPromises(ourPromises, asOf, limits);
    if (owed.length === 0 && judged.length < limits.promises) {
      return notEnough(
        `${counted(judged.length, 'promise')} of ours came due; ${limits.promises} are needed`,
        {
          promises: judged.length,
        },
      );
    }
    const { level, missed, broken, bounds } = promiseRecord(judged, limits);
    const weighed = judged.length < limits.promises ? 0 : level;
    const [oldest] = owed;
    const parts = [
      ...(oldest === undefined
        ? []
        : [`${counted(owed.length, 'promise')} of ours overdue: ${promised(oldest)}`]),
      ...(judged.length < limits.promises
        ? []
        : [`${partOf(missed, judged.length)} promises of ours not kept, ${broken} broken`]),
    ];
    return finding(
      owed.length > 0 ? worst({ 2: true, 3: weighed === 3 }) : weighed,
      parts.join('; '),
      promiseEvidence([...owed, ...judged.filter((each) => !owed.includes(each))]),
      { promises: judged.length, missed, broken, owed: owed.length, lower: bounds.lower },
    );
  },
});

export const renewal = plainRule({
  rule: theRenewal,
  thresholds: { A: 240, B: 150, C: 90, talkDays: 90, seriousPart: 0.5 },
  check({ asOf, ever, settings, standing, tier }, limits) {
    if (!isOngoing(standing)) return notEnough('not an ongoing business');
    const renewal = ever.entries.findLast((entry) => entry.type === 'renewal');
    if (renewal === undefined) return notEnough('no renewal date is known');
    const ahead = renewal.renewsOn - asOf;
    const horizon = settings.renewal?.[tier] ?? limits[tier];
    if (ahead < 0 || ahead > horizon)
      return finding(0, `renews on ${spokenDay(renewal.renewsOn)}`, [renewal], { ahead, horizon });
    const talked = lately(ever.twoWay, asOf, limits.talkDays).findLast(isAboutUs);
    if (talked !== undefined) {
      return finding(
        0,
        `renews in ${counted(ahead, 'day')}; talked about on ${spokenDay(talked.on)}`,
        [renewal, talked],
        { ahead, horizon },
      );
    }
    return finding(
      worst({ 2: true, 3: ahead <= horizon * limits.seriousPart }),
      `renews on ${spokenDay(renewal.renewsOn)}, in ${counted(ahead, 'day')}, and no talk about need, review or people for ${limits.talkDays} days`,
      [renewal],
      { ahead, horizon },
    );
  },
});

function isAboutUs({ about = [] }: Touch): boolean {
  return (
    !about.includes('price') &&
    about.some((subject) => subject === 'need' || subject === 'review' || subject === 'personal')
  );
}

export const singleThread = plainRule({
  rule: theSingleThread,
  thresholds: { talks: 8, horizonDays: 365 },
  check({ asOf, ever, solo, standing, tier }, limits) {
    if (!isOngoing(standing)) return notEnough('not an ongoing business');
    if (solo) return notEnough('there is only one person');
    if (tier === 'C') return notEnough('not asked of tier C');
    const talks = lately(ever.twoWay, asOf, limits.horizonDays);
    const people = new Set(talks.map(({ person }) => person));
    if (talks.length < limits.talks) {
      return notEnough(`${counted(talks.length, 'talk')} in a year; ${limits.talks} are needed`, {
        talks: talks.length,
      });
    }
    const single = people.size === 1;
    return finding(
      worst({ 1: single, 2: single && tier === 'A' }),
      `${counted(talks.length, 'talk')} in a year with ${single ? ([...people][0] ?? 'nobody named') : counted(people.size, 'person', 'people')}${single ? ' alone' : ''}`,
      talks,
      { talks: talks.length, people: people.size },
    );
  },
});

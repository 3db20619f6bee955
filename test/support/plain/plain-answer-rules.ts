import { counted } from '../../../src/journal/counted.ts';
import { worst } from '../../../src/rules/rule.ts';
import { chanceOfSoFew, wilson } from '../../../src/rules/statistics.ts';
import { spokenDay } from '../../../src/journal/days.ts';
import theChange from '../../../src/rules/change.ts';
import theResponsiveness from '../../../src/rules/responsiveness.ts';
import theSilence from '../../../src/rules/silence.ts';
import { finding, notEnough, plainRule } from './plain-rule.ts';

const ROUNDING = 1e-9;
export const change = plainRule({
  rule: theChange,
  thresholds: {
    triesBefore: 8,
    tries: 5,
    baselineDays: 365,
    warnChance: 0.05,
    warnFall: 0.25,
    seriousChance: 0.01,
    seriousFall: 0.4,
  },
  check({ fresh, recent }, limits) {
    const first = recent[0]?.day;
    const baseline = fresh.attempts.filter(
      ({ day }) => first !== undefined && day < first && first - day <= limits.baselineDays,
    );
    const [tries, triesBefore] = [recent.length, baseline.length];
    if (first === undefined || tries < limits.tries || triesBefore < limits.triesBefore) {
      const needs = `${limits.tries} recent and ${limits.triesBefore} earlier ones are needed`;
      return notEnough(`${tries} recent tries, ${triesBefore} earlier; ${needs}`, {
        tries,
        triesBefore,
      });
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
    return finding(
      backInTouch ? worst({ 1: level > 0 }) : level,
      `used to be reached on ${answeredBefore} of ${triesBefore} days, now on ${answered} of ${tries}, since ${spokenDay(first)}`,
      recent.flatMap((attempt) => attempt.entries),
      {
        tries,
        answered,
        triesBefore,
        answeredBefore,
        chance,
        atOnce: recent.filter((attempt) => attempt.atOnce).length,
        atOnceBefore: baseline.filter((attempt) => attempt.atOnce).length,
      },
    );
  },
});

export const responsiveness = plainRule({
  rule: theResponsiveness,
  thresholds: {
    tries: 6,
    warnBelow: 0.75,
    seriousBelow: 0.5,
    silentDays: 42,
    silentDaysProspect: 21,
  },
  check({ asOf, recent, standing }, limits) {
    const tries = recent.length;
    const answered = recent.filter((attempt) => attempt.answered).length;
    const first = recent[0]?.day;
    if (tries < limits.tries || first === undefined) {
      return notEnough(
        `${counted(tries, 'recent try', 'recent tries')}; ${limits.tries} are needed`,
        { tries, answered },
      );
    }
    const { upper } = wilson(answered, tries);
    const prospect = standing.stage === 'prospect';
    const level = worst({
      2: !prospect && upper < limits.warnBelow,
      3: !prospect && upper < limits.seriousBelow,
      4:
        answered === 0 &&
        asOf - first >= (prospect ? limits.silentDaysProspect : limits.silentDays),
    });
    const backInTouch = recent.slice(-2).every((attempt) => attempt.answered);
    return finding(
      backInTouch ? worst({ 1: level > 0 }) : level,
      `reached on ${answered} of the last ${counted(tries, 'day')} we tried, since ${spokenDay(first)}`,
      recent.flatMap((attempt) => attempt.entries),
      { tries, answered, upper, firstDaysAgo: asOf - first },
    );
  },
});

export const silence = plainRule({
  rule: theSilence,
  thresholds: { gaps: 9, factor: 1.25, tries: 2 },
  check({ fresh, gaps }, limits) {
    const { past, current, last } = gaps;
    if (last === undefined || current === undefined || past.length < limits.gaps) {
      return notEnough(`${counted(past.length, 'gap')} between talks; ${limits.gaps} are needed`, {
        gaps: past.length,
      });
    }
    const longest = Math.max(...past);
    const tried = fresh.attempts.filter(({ day }) => day > last.on);
    const rank = (1 + past.filter((gap) => gap >= current).length) / (past.length + 1);
    return finding(
      worst({ 2: current > limits.factor * longest && tried.length >= limits.tries }),
      `${counted(current, 'day')} of silence since ${spokenDay(last.on)}, the longest before was ${longest}; ${counted(tried.length, 'try', 'tries')} in it (rank ${rank.toFixed(2)})`,
      [last, ...tried.flatMap((attempt) => attempt.entries)],
      { current, longest, gaps: past.length, tries: tried.length, rank },
    );
  },
});

import { counted } from '../journal/counted.ts';
import { REACHING } from './advice.ts';
import { spokenDay } from '../journal/days.ts';
import { defineRule, finding, notEnough, worst, percent, surelyLess } from './rule.ts';
import { wilson } from './statistics.ts';

export default defineRule({
  name: 'responsiveness',
  side: 'theirs',
  family: 'response',
  holds: true,
  asks: 'Do they answer when we reach for them?',
  source: 'dumping-best-customer: no answer, full voicemail, the text that never came back',
  formula:
    'Of the recent attempt-days: warn if we can be 95 % sure that fewer than three quarters are answered, serious below a half (not for a prospect); critical if none was answered for six weeks (three for a prospect). At most a note when the last two were answered.',
  thresholds: {
    tries: 6,
    warnBelow: 0.75,
    seriousBelow: 0.5,
    silentDays: 42,
    silentDaysProspect: 21,
  },
  why: 'An unanswered call means nothing; a run of them is an answer. A day counts once however often you rang, and an answer may take three working days, so that a busy customer is not an absent one.',
  advice: REACHING,
  limits: ({ tries, warnBelow, seriousBelow, silentDays, silentDaysProspect }) => ({
    2: `of ${tries} days or more, surely fewer than ${percent(warnBelow)} answered (not for a prospect)`,
    3: `surely fewer than ${percent(seriousBelow)} (not for a prospect)`,
    4: `none for ${silentDays} days (${silentDaysProspect} for a prospect)`,
  }),
  measured: ({ tries = 0, answered = 0, upper }) =>
    `${answered} of ${counted(tries, 'day')} answered: ${surelyLess(upper)}`,
  ofYourself: 'What was in your last calls for them?',
  falseAlarm: 'They are on holiday or ill: log `away`, and those days stop counting.',
  examples: {
    flagged: {
      asOf: '2026-03-31',
      level: 4,
      lines: `
        {"type":"tried","on":"2026-02-02"}
        {"type":"tried","on":"2026-02-10"}
        {"type":"tried","on":"2026-02-18"}
        {"type":"tried","on":"2026-02-26"}
        {"type":"tried","on":"2026-03-06"}
        {"type":"tried","on":"2026-03-16"}`,
    },
    clean: {
      asOf: '2026-03-31',
      lines: `
        {"type":"tried","on":"2026-02-02"}
        {"type":"tried","on":"2026-02-10"}
        {"type":"tried","on":"2026-02-18"}
        {"type":"spoke","on":"2026-02-26"}
        {"type":"tried","on":"2026-03-06"}
        {"type":"heard","on":"2026-03-09"}
        {"type":"tried","on":"2026-03-16"}
        {"type":"heard","on":"2026-03-19"}`,
    },
  },
  check({ asOf, recent, standing }, limits) {
    const tries = recent.length;
    const answered = recent.filter((attempt) => attempt.answered).length;
    const first = recent[0]?.day;
    if (tries < limits.tries || first === undefined) {
      return notEnough(() => ({
        message: `${counted(tries, 'recent try', 'recent tries')}; ${limits.tries} are needed`,
        numbers: { tries, answered },
      }));
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
    return finding(backInTouch ? worst({ 1: level > 0 }) : level, () => ({
      message: `reached on ${answered} of the last ${counted(tries, 'day')} we tried, since ${spokenDay(first)}`,
      evidence: recent.flatMap((attempt) => attempt.entries),
      numbers: { tries, answered, upper, firstDaysAgo: asOf - first },
    }));
  },
});

import { counted } from '../journal/counted.ts';
import { agreedNewDate, signalled } from './advice.ts';
import type { Standing } from '../journal/promises.ts';
import { defineRule, finding, notEnough, partOf } from './rule.ts';
import {
  judgedPromises,
  promised,
  promiseEvidence,
  promiseRecord,
  RECORD_THRESHOLDS,
  recordLimits,
  recordMeasured,
} from './promise-record.ts';

export default defineRule({
  name: 'promises',
  side: 'theirs',
  family: 'promises',
  holds: true,
  asks: 'Do they do what they say?',
  source: 'dumping-best-customer: nothing got done on his end',
  formula:
    'Of their last five promises due within a year: warn if two or more were not kept and we can be 95 % sure that it is more than a quarter; serious if three or more, one of them broken, and more than a half.',
  thresholds: RECORD_THRESHOLDS,
  why: 'Two days of grace, two weeks until unfulfilled means broken. Payments are promises too. Small samples need strong records: two of two missed is a warning, one of one is a bad day.',
  advice: [
    {
      say: 'Ask for the oldest one by name, with a new date they choose themselves.',
      words: 'You wanted to let me have it. Which day can you hold?',
      command: 'promises --theirs',
      taken: (course) => agreedNewDate(course) || signalled('confronted')(course),
    },
    {
      say: 'There was a new date, or a word about it: now say what it costs you, and what you do without it.',
      words: 'Without it I cannot go on. If it is not here by Friday, I plan without you.',
      command: 'log call :confronted',
      taken: signalled('confronted'),
    },
    {
      say: 'You said it: do nothing more on your side until theirs is done.',
      words: 'I begin as soon as your part is here.',
      command: 'promises --theirs',
    },
  ],
  limits: recordLimits,
  measured: ({ promises = 0, missed = 0, broken = 0, lower = 0 }) =>
    recordMeasured(promises, missed, broken, lower),
  ofYourself: 'Did they agree to that date, and do you keep yours?',
  falseAlarm: 'They did it and nobody logged it: `rel kept`.',
  examples: {
    flagged: {
      asOf: '2026-03-31',
      level: 3,
      lines: `
        {"type":"promise","id":"p1","on":"2026-01-05","by":"them","due":"2026-01-12"}
        {"type":"promise","id":"p2","on":"2026-01-19","by":"them","due":"2026-01-26"}
        {"type":"promise","id":"p3","on":"2026-02-02","by":"them","due":"2026-02-09"}`,
    },
    clean: {
      asOf: '2026-03-31',
      lines: `
        {"type":"promise","id":"p1","on":"2026-01-05","by":"them","due":"2026-01-12"}
        {"type":"done","on":"2026-01-14","ref":"p1"}
        {"type":"promise","id":"p2","on":"2026-01-19","by":"them","due":"2026-01-26"}`,
    },
  },
  check({ asOf, theirPromises }, limits) {
    const judged = judgedPromises(theirPromises, asOf, limits);
    if (judged.length < limits.promises) {
      return notEnough(() => ({
        message: `${counted(judged.length, 'promise')} of theirs came due; ${limits.promises} are needed`,
        numbers: { promises: judged.length },
      }));
    }
    const { level, missed, broken, bounds } = promiseRecord(judged, limits);
    return finding(level, () => ({
      message: `${partOf(missed, judged.length)} promises not kept, ${broken} broken${oldestOpen(judged)}`,
      evidence: promiseEvidence(judged),
      numbers: { promises: judged.length, missed, broken, lower: bounds.lower },
    }));
  },
});

/** The one to ask for first. */
function oldestOpen(judged: readonly Standing[]): string {
  const oldest = judged.find(({ unresolved }) => unresolved);
  return oldest === undefined ? '' : `; still open: ${promised(oldest)}`;
}

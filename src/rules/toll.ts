import { counted } from '../journal/counted.ts';
import { talkedAbout } from './advice.ts';
import { defineRule, finding, notEnough, partOf, worst, percent, surelyMore } from './rule.ts';
import { among, isTouch, type Touch } from '../journal/entry.ts';
import { lately } from '../journal/history.ts';
import { wilson } from './statistics.ts';

export default defineRule({
  name: 'toll',
  side: 'economics',
  holds: true,
  asks: 'What does it cost you to deal with them?',
  source: 'dumping-best-customer: the timeline matched almost perfectly',
  formula:
    'Of the touches of four weeks (or the last eight): warn if we can be 95 % sure that more than half felt bad. Never more than a warning, and never held against them.',
  thresholds: { touches: 8, recentDays: 28, warnAbove: 0.5 },
  why: 'Your own state is a cost like any other, and one you notice last. A touch without a feeling counts as neutral.',
  advice: [
    {
      say: 'Give the next talk a fixed length, and ask for the one thing that matters.',
      words: 'Today I have a quarter of an hour for this. What is the one thing you need?',
      command: 'log call :need',
      taken: talkedAbout('need', 28),
    },
    {
      say: 'You asked what they need: now ask yourself what it would take for this to cost you less, and give it your best hour.',
      words: 'I have until ten o’clock. Let us take the most important thing first.',
      command: 'log call :review',
    },
  ],
  limits: ({ touches, warnAbove }) => ({
    2: `of ${touches} touches or more, surely more than ${percent(warnAbove)} that felt bad`,
  }),
  measured: ({ touches = 0, bad, lower }) =>
    bad === undefined
      ? counted(touches, 'touch', 'touches')
      : `${bad} of ${counted(touches, 'touch', 'touches')}: ${surelyMore(lower)}`,
  ofYourself: 'Is it they who tire you, or what you put off telling them?',
  falseAlarm: 'A bad month of your own: the feeling is about you, not about them.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 2,
      lines: `
        {"type":"tried","on":"2026-06-04","feel":-1}
        {"type":"tried","on":"2026-06-05","feel":-1}
        {"type":"tried","on":"2026-06-08","feel":-2}
        {"type":"spoke","on":"2026-06-10","feel":-1}
        {"type":"tried","on":"2026-06-15","feel":-1}
        {"type":"tried","on":"2026-06-18","feel":-1}
        {"type":"tried","on":"2026-06-22","feel":-2}
        {"type":"tried","on":"2026-06-25"}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"tried","on":"2026-06-04","feel":-1}
        {"type":"tried","on":"2026-06-05","feel":-1}
        {"type":"tried","on":"2026-06-08","feel":-2}
        {"type":"spoke","on":"2026-06-10","feel":1}
        {"type":"tried","on":"2026-06-15","feel":-1}
        {"type":"tried","on":"2026-06-18"}
        {"type":"tried","on":"2026-06-22","feel":-2}
        {"type":"tried","on":"2026-06-25"}`,
    },
  },
  check({ asOf, fresh }, limits) {
    const recent = lately(fresh.touches, asOf, Math.ceil(limits.recentDays) - 1);
    const touches = recent.length >= limits.touches ? recent : fresh.touches.slice(-limits.touches);
    const felt = fresh.of(isFelt).length > 0;
    if (touches.length < limits.touches || !felt) {
      const why = felt ? `${limits.touches} are needed` : 'no feeling was logged';
      return notEnough(() => ({
        message: `${touches.length} touches; ${why}`,
        numbers: { touches: touches.length },
      }));
    }
    const bad = touches.filter(({ feel = 0 }) => feel < 0);
    const { lower } = wilson(bad.length, touches.length);
    return finding(worst({ 2: lower > limits.warnAbove }), () => ({
      message: `${partOf(bad.length, touches.length)} touches felt bad`,
      evidence: bad,
      numbers: { touches: touches.length, bad: bad.length, lower },
    }));
  },
});

export const isFelt = among(
  isTouch,
  (entry): entry is Touch => isTouch(entry) && entry.feel !== undefined,
);

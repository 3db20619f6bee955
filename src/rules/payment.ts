import { counted } from '../journal/counted.ts';
import { isTouch } from '../journal/entry.ts';
import { did, isAbout, signalled } from './advice.ts';
import type { Standing } from '../journal/promises.ts';
import { judgedPromises, promiseEvidence } from './promise-record.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'payment',
  side: 'theirs',
  family: 'promises',
  holds: false,
  asks: 'Do they pay in time?',
  source: 'dumping-best-customer: payments no longer made reliably',
  formula:
    'Of their last five payments due within a year: warn if they come more than 14 days late on average (weighted by amount) or one is open for more than 30; serious beyond 30 on average or 60 open; critical beyond 90 open.',
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
  why: 'Days beyond terms, weighted by amount: a large invoice a month late weighs more than a small one. What is still unpaid counts by its age, whatever the average says.',
  advice: [
    {
      say: 'Ring the person who pays, not the person who buys, with the invoice number and a date.',
      words: 'The invoice was due some time ago. On which day will it be paid?',
      command: 'promises --theirs',
      taken: did(
        (entry) => isTouch(entry) && entry.type !== 'heard' && isAbout(entry, 'admin'),
        14,
      ),
    },
    {
      say: 'You asked for it: say that there is no new work until it is paid.',
      words: 'I should like to go on, and can as soon as the invoice is paid.',
      command: 'log call :confronted',
      taken: signalled('confronted', 28),
    },
    {
      say: 'Asked, and told: put it in a letter, with a last day.',
      words: 'If it is not here by the 30th, I pass it on for collection.',
      command: 'log letter :admin',
    },
  ],
  limits: (limits) => ({
    2: `more than ${limits.warnMeanDays} days late on average (${limits.warnPayments} payments at least), or one open for more than ${limits.warnOpenDays}`,
    3: `more than ${limits.seriousMeanDays} on average (${limits.seriousPayments} at least), or one open for more than ${limits.seriousOpenDays}`,
    4: `one open for more than ${limits.criticalOpenDays} days`,
  }),
  measured: ({ payments = 0, meanDays = 0, openDays = 0 }) =>
    `${counted(payments, 'payment')}, ${meanDays.toFixed(1)} days late on average; the oldest open one ${openDays} days`,
  ofYourself: 'Did they get what they were billed for, and a bill without a mistake?',
  falseAlarm:
    'It was paid and not entered: `rel paid`. A dispute about the invoice is an incident, with its fault.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 3,
      lines: `
        {"type":"promise","id":"i1","on":"2026-03-01","by":"them","due":"2026-03-31","kind":"payment","amount":900}
        {"type":"done","on":"2026-04-02","ref":"i1"}
        {"type":"promise","id":"i2","on":"2026-04-01","by":"them","due":"2026-04-30","kind":"payment","amount":900}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"promise","id":"i1","on":"2026-03-01","by":"them","due":"2026-03-31","kind":"payment","amount":900}
        {"type":"done","on":"2026-04-13","ref":"i1"}
        {"type":"promise","id":"i2","on":"2026-05-01","by":"them","due":"2026-06-29","kind":"payment","amount":900}`,
    },
  },
  check({ asOf, theirPromises }, limits) {
    const payments = theirPromises.filter(({ promise }) => promise.kind === 'payment');
    const judged = judgedPromises(payments, asOf, limits);
    if (judged.length === 0)
      return notEnough(() => ({ message: 'no payment came due', numbers: { payments: 0 } }));
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
    return finding(level, () => ({
      message: `${overdue}the last ${counted(judged.length, 'payment')} ${mean.toFixed(0)} days late on average`,
      evidence: promiseEvidence(judged),
      numbers: { payments: judged.length, meanDays: mean, openDays: open },
    }));
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

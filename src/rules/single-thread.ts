import { counted } from '../journal/counted.ts';
import { reachedBy } from './advice.ts';
import { lately } from '../journal/history.ts';
import { isOngoing } from './ongoing.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'single-thread',
  side: 'ours',
  holds: false,
  asks: 'Does it all hang on one person?',
  source:
    'lost-best-client: relationships at the personal level; fixing-broken-relationship: the buyer has moved on',
  formula:
    'Eight or more talks in a year, all with one person: warn for tier A, a note for B. Not for C, nor where there is nobody else.',
  thresholds: { talks: 8, horizonDays: 365 },
  why: 'People change jobs. Who knows only one of them loses the customer with the person. Talks without a name count together as one further person.',
  advice: [
    {
      say: 'Ask to be introduced to whoever else lives with the result.',
      words:
        'Who else notices it when our work is good, or when it is not? Would you introduce me?',
      command: 'log meeting :personal',
      taken: reachedBy(['meeting'], 28),
    },
    {
      say: 'You asked in a meeting: now invite a second person to the next visit.',
      words: 'Do bring whoever uses it most; I should like to hear it at first hand.',
      command: 'log visit :need',
    },
  ],
  limits: ({ talks }) => ({
    1: `${talks} talks or more in a year, all with one person`,
    2: 'the same at tier A',
  }),
  measured: ({ talks = 0, people }) =>
    people === undefined
      ? `${counted(talks, 'talk')} in a year`
      : `${counted(talks, 'talk')} with ${counted(people, 'person', 'people')}`,
  falseAlarm: 'There is only one person: `rel edit CUSTOMER solo:yes`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 1,
      lines: `
        {"type":"won","on":"2026-01-05"}
        {"type":"spoke","on":"2026-01-12","person":"Dana"}
        {"type":"spoke","on":"2026-02-02","person":"Dana"}
        {"type":"spoke","on":"2026-02-23","person":"Dana"}
        {"type":"heard","on":"2026-03-16","person":"Dana"}
        {"type":"spoke","on":"2026-04-06","person":"Dana"}
        {"type":"spoke","on":"2026-04-27","person":"Dana"}
        {"type":"spoke","on":"2026-05-18","person":"Dana"}
        {"type":"spoke","on":"2026-06-08","person":"Dana"}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"won","on":"2026-01-05"}
        {"type":"spoke","on":"2026-01-12","person":"Dana"}
        {"type":"spoke","on":"2026-02-02","person":"Dana"}
        {"type":"spoke","on":"2026-02-23","person":"Dana"}
        {"type":"heard","on":"2026-03-16"}
        {"type":"spoke","on":"2026-04-06","person":"Dana"}
        {"type":"spoke","on":"2026-04-27","person":"Dana"}
        {"type":"spoke","on":"2026-05-18","person":"Dana"}
        {"type":"spoke","on":"2026-06-08","person":"Dana"}`,
    },
  },
  check({ asOf, ever, solo, standing, tier }, limits) {
    if (!isOngoing(standing)) return notEnough(() => ({ message: 'not an ongoing business' }));
    if (solo) return notEnough(() => ({ message: 'there is only one person' }));
    if (tier === 'C') return notEnough(() => ({ message: 'not asked of tier C' }));
    const talks = lately(ever.twoWay, asOf, limits.horizonDays);
    const people = new Set(talks.map(({ person }) => person));
    if (talks.length < limits.talks) {
      return notEnough(() => ({
        message: `${counted(talks.length, 'talk')} in a year; ${limits.talks} are needed`,
        numbers: { talks: talks.length },
      }));
    }
    const single = people.size === 1;
    return finding(worst({ 1: single, 2: single && tier === 'A' }), () => ({
      message: `${counted(talks.length, 'talk')} in a year with ${single ? ([...people][0] ?? 'nobody named') : counted(people.size, 'person', 'people')}${single ? ' alone' : ''}`,
      evidence: talks,
      numbers: { talks: talks.length, people: people.size },
    }));
  },
});

import { counted } from '../journal/counted.ts';
import { talkedAbout } from './advice.ts';
import { lately } from '../journal/history.ts';
import { isOngoing } from './ongoing.ts';
import { isRoutine, hasSubject } from './routine.ts';
import { partOf, defineRule, finding, notEnough, worst, percent, surelyMore } from './rule.ts';
import { among, isTwoWay, type Touch } from '../journal/entry.ts';
import { wilson } from './statistics.ts';

export default defineRule({
  name: 'order-taking',
  side: 'ours',
  holds: false,
  asks: 'Do we only take orders?',
  source: 'lost-best-client: "I will call when the next order is due"',
  formula:
    'Of the last eight talks of a year with a subject: warn if we can be 95 % sure that more than half were about order, price or admin alone; serious if all were, nothing personal was spoken of for half a year, and the customer is tier A or B.',
  thresholds: { talks: 5, last: 8, horizonDays: 365, warnAbove: 0.5, personalDays: 180 },
  why: 'Complacency feels like a smooth account. A competitor who asks about their plans will find them easy to move.',
  advice: [
    {
      say: 'Ask about their year, their plans and their people before the next order.',
      words: 'Before we come to the order: what must go right for you this year?',
      command: 'log call :personal',
      taken: talkedAbout('personal', 28),
    },
    {
      say: 'You spoke of them as people: now ask what they need beyond the order.',
      words: 'If you could start again with us, what would you want to have done differently?',
      command: 'log call :need',
      taken: talkedAbout('need', 28),
    },
    {
      say: 'Keep it up: for some weeks, let one talk in two be about something else than an order.',
      command: 'log meeting :review',
    },
  ],
  limits: ({ talks, last, warnAbove, personalDays }) => ({
    2: `of the last ${last} talks, ${talks} at least, surely more than ${percent(warnAbove)} about order, price or admin alone`,
    3: `besides, all of them, and nothing personal in ${personalDays} days (tier A and B)`,
  }),
  measured: ({ talks = 0, routine = 0, lower }) =>
    `${routine} of ${talks} about order, price or admin alone: ${surelyMore(lower)}`,
  falseAlarm: 'The personal part of the call was not logged: `:personal`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 3,
      lines: `
        {"type":"won","on":"2026-01-05"}
        {"type":"spoke","on":"2026-02-02","about":["order"]}
        {"type":"spoke","on":"2026-03-02","about":["order","price"]}
        {"type":"heard","on":"2026-04-01","about":["admin"]}
        {"type":"spoke","on":"2026-05-04","about":["order"]}
        {"type":"spoke","on":"2026-06-01","about":["order"]}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"won","on":"2026-01-05"}
        {"type":"spoke","on":"2026-02-02","about":["order"]}
        {"type":"spoke","on":"2026-03-02","about":["order","need"]}
        {"type":"heard","on":"2026-04-01","about":["admin"]}
        {"type":"spoke","on":"2026-05-04","about":["personal"]}
        {"type":"spoke","on":"2026-06-01","about":["order"]}`,
    },
  },
  check({ asOf, ever, standing, tier }, limits) {
    if (!isOngoing(standing)) return notEnough(() => ({ message: 'not an ongoing business' }));
    const talks = lately(ever.of(hasSubject), asOf, limits.horizonDays).slice(-limits.last);
    if (talks.length < limits.talks) {
      return notEnough(() => ({
        message: `${counted(talks.length, 'talk')} with a subject; ${limits.talks} are needed`,
        numbers: { talks: talks.length },
      }));
    }
    const routine = talks.filter(isRoutine);
    const { lower } = wilson(routine.length, talks.length);
    const personal = lately(ever.of(isPersonal), asOf, limits.personalDays).length > 0;
    const warn = lower > limits.warnAbove;
    return finding(
      worst({ 2: warn, 3: warn && routine.length === talks.length && !personal && tier !== 'C' }),
      () => ({
        message: `${partOf(routine.length, talks.length)} talks about order, price or admin alone`,
        evidence: routine,
        numbers: { talks: talks.length, routine: routine.length, lower },
      }),
    );
  },
});

const isPersonal = among(
  hasSubject,
  (entry): entry is Touch => isTwoWay(entry) && (entry.about ?? []).includes('personal'),
);

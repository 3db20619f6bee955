import { counted } from '../journal/counted.ts';
import { did, isAbout } from './advice.ts';
import { spokenDay } from '../journal/days.ts';
import { among, isTwoWay, ofTypes, type Touch } from '../journal/entry.ts';
import { lately } from '../journal/history.ts';
import { isOngoing } from './ongoing.ts';
import { hasSubject } from './routine.ts';
import { defineRule, finding, notEnough, worst, percent } from './rule.ts';

export default defineRule({
  name: 'renewal',
  side: 'ours',
  holds: false,
  asks: 'Do we talk about the relationship before it comes up for renewal?',
  source: 'lost-best-client: not renewing once the contract expires in six months',
  formula:
    'A renewal at most 240, 150 or 90 days ahead (tier A, B, C) and no talk about need, review or anything personal (price left aside) for 90 days: warn; serious in the second half of that time.',
  thresholds: { A: 240, B: 150, C: 90, talkDays: 90, seriousPart: 0.5 },
  why: 'The decision falls months before the date. Whoever first talks about it when it expires hears the result. `renewal` in the settings replaces the days.',
  advice: [
    {
      say: 'Ask for a review meeting: what worked, what did not, what comes next.',
      words: 'Before the contract comes up: what went well this year, and what would you change?',
      command: 'log meeting :review',
      taken: did((entry) => entry.type === 'tried' && isAbout(entry, 'review'), 28),
    },
    {
      say: 'They have not taken up the meeting: ring, and ask for half an hour about the year, not about the price.',
      words: 'Give me half an hour on how this year went. I shall not talk about the price.',
      command: 'log call :review',
    },
  ],
  limits: ({ A, B, C, talkDays, seriousPart }) => ({
    2: `${A}, ${B} or ${C} days or fewer ahead at tier A, B or C, and no talk about need, review or people in ${talkDays} days`,
    3: `in the last ${percent(seriousPart)} of that time`,
  }),
  measured: ({ ahead, horizon }) =>
    ahead === undefined
      ? 'no renewal is near'
      : `${ahead} days ahead; it is asked from ${horizon ?? 0} on`,
  falseAlarm: 'It renews by itself: log the next `renewal` date.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 3,
      lines: `
        {"type":"won","on":"2026-01-05"}
        {"type":"renewal","on":"2026-01-05","renewsOn":"2026-08-31"}
        {"type":"spoke","on":"2026-06-01","about":["review","price"]}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"won","on":"2026-01-05"}
        {"type":"renewal","on":"2026-01-05","renewsOn":"2026-08-31"}
        {"type":"spoke","on":"2026-06-01","about":["review"]}`,
    },
  },
  check({ asOf, ever, settings, standing, tier }, limits) {
    if (!isOngoing(standing)) return notEnough(() => ({ message: 'not an ongoing business' }));
    const renewal = ever.of(isRenewal).at(-1);
    if (renewal === undefined) return notEnough(() => ({ message: 'no renewal date is known' }));
    const ahead = renewal.renewsOn - asOf;
    const horizon = settings.renewal?.[tier] ?? limits[tier];
    if (ahead < 0 || ahead > horizon)
      return finding(0, () => ({
        message: `renews on ${spokenDay(renewal.renewsOn)}`,
        evidence: [renewal],
        numbers: { ahead, horizon },
      }));
    const talked = lately(ever.of(isAboutUs), asOf, limits.talkDays).at(-1);
    if (talked !== undefined) {
      return finding(0, () => ({
        message: `renews in ${counted(ahead, 'day')}; talked about on ${spokenDay(talked.on)}`,
        evidence: [renewal, talked],
        numbers: { ahead, horizon },
      }));
    }
    return finding(worst({ 2: true, 3: ahead <= horizon * limits.seriousPart }), () => ({
      message: `renews on ${spokenDay(renewal.renewsOn)}, in ${counted(ahead, 'day')}, and no talk about need, review or people for ${limits.talkDays} days`,
      evidence: [renewal],
      numbers: { ahead, horizon },
    }));
  },
});

const isRenewal = ofTypes('renewal');

const isAboutUs = among(hasSubject, (entry): entry is Touch => {
  if (!isTwoWay(entry)) return false;
  const { about = [] } = entry;
  return (
    !about.includes('price') &&
    about.some((subject) => subject === 'need' || subject === 'review' || subject === 'personal')
  );
});

import { counted } from '../journal/counted.ts';
import { talkedAbout } from './advice.ts';
import { tellsConduct } from '../journal/conduct.ts';
import { among, isOccasion, type Occasion } from '../journal/entry.ts';
import { lately } from '../journal/history.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'concessions',
  side: 'economics',
  holds: false,
  asks: 'Do we give way without getting anything for it?',
  source: 'firing-your-customer: more for less',
  formula:
    'Concessions of a year, more than a month old, that brought no favour within 30 days: three warn, five are serious.',
  thresholds: { horizonDays: 365, answerDays: 30, warn: 3, serious: 5 },
  why: 'A price cut that nothing answers teaches them to ask again. One favour may answer several concessions.',
  advice: [
    {
      say: 'Next time trade, do not give.',
      words: 'I can do that if you order for the whole year.',
      command: 'log call :need',
      taken: talkedAbout('need', 28),
    },
    {
      say: 'You have talked about what they need: the price now stays where it is.',
      words: 'I can take something out for less money, but not do the same for less.',
      command: 'log call :price',
    },
  ],
  limits: ({ warn, serious, answerDays }) => ({
    2: `${warn} that brought nothing back within ${answerDays} days`,
    3: `${serious} of them`,
  }),
  measured: ({ unanswered = 0 }) => `${unanswered} that brought nothing back`,
  ofYourself: 'What did you ask for, each time you gave way?',
  falseAlarm: 'What they gave for it was not logged as `got:`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 2,
      lines: `
        {"type":"spoke","on":"2026-02-02","conceded":true}
        {"type":"spoke","on":"2026-03-02","conceded":true}
        {"type":"spoke","on":"2026-04-01","conceded":true}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"spoke","on":"2026-02-02","conceded":true}
        {"type":"spoke","on":"2026-03-02","conceded":true}
        {"type":"spoke","on":"2026-04-01","conceded":true}
        {"type":"heard","on":"2026-04-20","got":["s"]}`,
    },
  },
  check({ asOf, fresh }, limits) {
    const conceded = fresh.of(isConcession);
    if (conceded.length === 0 && fresh.twoWay.length === 0)
      return notEnough(() => ({ message: 'no talk yet' }));
    const favours = fresh.of(isFavour);
    const unanswered = lately(conceded, asOf, limits.horizonDays).filter(
      ({ on }) =>
        asOf - on > limits.answerDays &&
        !favours.some((favour) => favour.on >= on && favour.on - on <= limits.answerDays),
    );
    return finding(
      worst({ 2: unanswered.length >= limits.warn, 3: unanswered.length >= limits.serious }),
      () => ({
        message: `${counted(unanswered.length, 'concession')} in a year, nothing came back`,
        evidence: unanswered,
        numbers: { unanswered: unanswered.length },
      }),
    );
  },
});

const isConcession = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && entry.conceded === true,
);
const isFavour = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && (entry.got ?? []).length > 0,
);

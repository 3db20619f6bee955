import { counted } from '../journal/counted.ts';
import { signalled } from './advice.ts';
import { tellsConduct } from '../journal/conduct.ts';
import { among, isOccasion, type Occasion } from '../journal/entry.ts';
import { lately } from '../journal/history.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'respect',
  side: 'theirs',
  family: 'self-respect',
  holds: false,
  asks: 'Do they treat us with basic respect?',
  source: 'dumping-best-customer: respect is the real issue',
  formula: 'Days with disrespect within half a year: one is a note, two warn, four are serious.',
  thresholds: { horizonDays: 180, note: 1, warn: 2, serious: 4 },
  why: 'Effort and basic respect are not traded against money, so no income lifts this finding. One bad day is a bad day.',
  advice: [
    {
      say: 'Name it calmly: what was said, and that you do not work that way.',
      words:
        'I do not want to be spoken to like that. Let us go on when we can do it in another tone.',
      command: 'log call :confronted',
      taken: signalled('confronted'),
    },
    {
      say: 'You named it. The next time it happens, end the talk and say why.',
      words: 'I am ending this call now. Ring me when we can talk properly.',
    },
  ],
  limits: ({ note, warn, serious, horizonDays }) => ({
    1: `${counted(note, 'day')} in ${horizonDays} days`,
    2: counted(warn, 'day'),
    3: counted(serious, 'day'),
  }),
  measured: ({ days = 0 }) => counted(days, 'day'),
  ofYourself: 'Did you say that you do not want to be spoken to like that?',
  falseAlarm: 'A rough tone between people who like each other is not `:rude`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 2,
      lines: `
        {"type":"heard","on":"2026-03-02","rude":true}
        {"type":"spoke","on":"2026-05-04","rude":true}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"heard","on":"2025-12-01","rude":true}
        {"type":"spoke","on":"2026-05-04"}`,
    },
  },
  check({ asOf, fresh }, limits) {
    if (fresh.touches.length === 0) return notEnough(() => ({ message: 'no touch yet' }));
    const rude = lately(fresh.of(isRude), asOf, limits.horizonDays);
    const days = new Set(rude.map(({ on }) => on)).size;
    return finding(
      worst({ 1: days >= limits.note, 2: days >= limits.warn, 3: days >= limits.serious }),
      () => ({
        message: `${counted(days, 'day')} with disrespect in half a year`,
        evidence: rude,
        numbers: { days },
      }),
    );
  },
});

const isRude = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && entry.rude === true,
);

import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import { tellsConduct } from '../journal/conduct.ts';
import { among, isOccasion, type Occasion } from '../journal/entry.ts';
import { lately } from '../journal/history.ts';
import { defineRule, finding } from './rule.ts';

export default defineRule({
  name: 'dealbreaker',
  side: 'theirs',
  family: 'excluded',
  holds: false,
  asks: 'Did they do what ends any relationship?',
  source: 'firing-your-customer: there are in fact truly bad customers',
  formula: 'Fraud, abuse and the like within a year: critical, whatever else is true.',
  thresholds: { horizonDays: 365 },
  why: 'Some things are owed no notice and no second chance. A new start does not wipe them out.',
  advice: [
    {
      say: 'End it. Write down what happened while you remember it.',
      words: 'We end our business here. You will have it in writing.',
    },
  ],
  limits: ({ horizonDays }) => ({ 4: `one in ${horizonDays} days` }),
  measured: ({ incidents = 0 }) => counted(incidents, 'deal-breaker'),
  ofYourself: 'Is it a fact, or something you heard?',
  falseAlarm: 'A bad negotiation is not a deal-breaker; take the word back with `rel edit`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 4,
      lines: `{"type":"heard","on":"2026-05-04","dealbreaker":true}`,
    },
    clean: { asOf: '2026-06-30', lines: `{"type":"heard","on":"2025-05-04","dealbreaker":true}` },
  },
  check({ asOf, ever }, limits) {
    const broke = lately(ever.of(isDealbreaker), asOf, limits.horizonDays);
    const last = broke.at(-1);
    if (last === undefined) return finding(0, () => ({ message: 'none' }));
    return finding(4, () => ({
      message: `deal-breaker on ${spokenDay(last.on)}`,
      evidence: broke,
      numbers: { incidents: broke.length },
    }));
  },
});

const isDealbreaker = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && entry.dealbreaker === true,
);

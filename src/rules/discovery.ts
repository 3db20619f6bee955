import { counted } from '../journal/counted.ts';
import { knows as known, talkedAbout } from './advice.ts';
import { among, type Recorded } from '../journal/entry.ts';
import { defineRule, finding, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'discovery',
  side: 'ours',
  holds: false,
  asks: 'Do we know what they need, and what the person wants to win?',
  source: 'firing-your-customer: respect your own value, and get personal',
  formula:
    'From three talks on. Prospect: need unknown is serious, personal win unknown a warning. Later: need unknown is a note (a warning from five talks on), win unknown a note.',
  thresholds: { talks: 3, warnTalks: 5 },
  why: 'Whoever does not ask assumes that the need is a lower price. It is the seller who makes a price customer. Not asked of customers who are lost, dropped or on notice.',
  advice: [
    {
      say: 'Ask what they must get done this year, and keep the answer with need:',
      words: 'What must you get done this year, and what stands in the way of it?',
      command: 'log call :need',
      taken: (course) => known('need')(course) || talkedAbout('need', 7)(course),
    },
    {
      say: 'You talked about it this week: write down what they need, with need:"…" or on the card.',
      command: 'show',
      taken: known('need'),
    },
    {
      say: 'Ask what the person wants to win by it, and keep the answer with win:',
      words: 'If this works out, what does it do for you yourself?',
      command: 'log call :personal',
    },
  ],
  limits: ({ talks, warnTalks }) => ({
    1: `${talks} talks or more, and need or personal win unknown`,
    2: `need unknown after ${warnTalks} talks; of a prospect, the win`,
    3: 'of a prospect, the need',
  }),
  measured: ({ talks = 0 }) => counted(talks, 'talk'),
  falseAlarm: 'You know it and never wrote it down: set it on the card.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 3,
      lines: `
        {"type":"spoke","on":"2026-06-01"}
        {"type":"spoke","on":"2026-06-08"}
        {"type":"heard","on":"2026-06-15"}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"spoke","on":"2026-06-01","learned":["need"]}
        {"type":"spoke","on":"2026-06-08"}
        {"type":"heard","on":"2026-06-15","learned":["win"]}`,
    },
  },
  check({ ever, standing }, limits) {
    const { stage } = standing;
    if (stage === 'lost' || stage === 'dropped' || stage === 'notice')
      return notEnough(() => ({ message: 'not asked at this stage' }));
    const talks = ever.twoWay.length;
    if (talks < limits.talks)
      return notEnough(() => ({
        message: `${counted(talks, 'talk')}; ${limits.talks} are needed`,
        numbers: { talks },
      }));
    const needUnknown = ever.of(tellsNeed).length === 0;
    const winUnknown = ever.of(tellsWin).length === 0;
    const prospect = stage === 'prospect';
    const level = worst({
      1: needUnknown || winUnknown,
      2: (prospect && winUnknown) || (needUnknown && talks >= limits.warnTalks),
      3: prospect && needUnknown,
    });
    const unknown = [
      ...(needUnknown ? ['what they need'] : []),
      ...(winUnknown ? ['what the person wants to win'] : []),
    ];
    const said =
      unknown.length === 0
        ? 'need and personal win are known'
        : `unknown after ${counted(talks, 'talk')}: ${unknown.join(' and ')}`;
    return finding(level, () => ({
      message: said,
      evidence: ever.twoWay,
      numbers: { talks, needUnknown: Number(needUnknown), winUnknown: Number(winUnknown) },
    }));
  },
});

const tellsSomething = (entry: Recorded): entry is Recorded => 'learned' in entry;
export const tellsNeed = among(
  tellsSomething,
  (entry): entry is Recorded => 'learned' in entry && entry.learned.includes('need'),
);
export const tellsWin = among(
  tellsSomething,
  (entry): entry is Recorded => 'learned' in entry && entry.learned.includes('win'),
);

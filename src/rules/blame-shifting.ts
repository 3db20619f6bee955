import { counted } from '../journal/counted.ts';
import { askedThem, talkedAbout } from './advice.ts';
import { lately } from '../journal/history.ts';
import { tellsConduct } from '../journal/conduct.ts';
import { among, isOccasion, type Occasion } from '../journal/entry.ts';
import { defineRule, finding, notEnough, worst, percent, surelyMore } from './rule.ts';
import { wilson } from './statistics.ts';

const isTheirIncident = among(tellsConduct, (entry): entry is Occasion => {
  if (!isOccasion(entry)) return false;
  const { blames, fault } = entry;
  return blames !== undefined && (fault === 'them' || fault === 'both' || fault === 'outside');
});

export default defineRule({
  name: 'blame-shifting',
  side: 'theirs',
  family: 'accountability',
  holds: true,
  asks: 'When something goes wrong on their end, do they own their part?',
  source: 'avoiding-responsibility: they have to pick up their end of the stick',
  formula:
    'Of the incidents of two years that were not ours alone: warn if they put two or more on us, on another provider or (where they had a part) on nobody, and we can be 95 % sure that it is more than a quarter; serious from three and more than a half.',
  thresholds: {
    incidents: 2,
    horizonDays: 730,
    warnShifted: 2,
    warnAbove: 0.25,
    seriousShifted: 3,
    seriousAbove: 0.5,
  },
  why: 'Mistakes happen on both sides. What tells is whom they hold responsible. What was our fault is not counted here: blaming us for it is only fair.',
  advice: [
    {
      say: 'Say what you will change on your end, and ask what they would change on theirs.',
      words: 'We will change this on our end. What would you change on yours?',
      command: 'log call :asked-change',
      taken: askedThem,
    },
    {
      say: 'You asked: before the next job, agree in writing who does which part.',
      words: 'Let us write down which part is yours and which is ours, before we go on.',
      command: 'log meeting :review',
      taken: talkedAbout('review', 60),
    },
    {
      say: 'The parts are agreed: when theirs is not done, name it the same day.',
      words: 'That was the part we had put down as yours. How do you settle it?',
      command: 'log call :confronted',
    },
  ],
  limits: ({ warnShifted, warnAbove, seriousShifted, seriousAbove }) => ({
    2: `${warnShifted} or more, surely more than ${percent(warnAbove)} of all`,
    3: `${seriousShifted} or more, surely more than ${percent(seriousAbove)} of all`,
  }),
  measured: ({ incidents = 0, shifted = 0, lower }) =>
    `${shifted} of ${incidents}: ${surelyMore(lower)}`,
  ofYourself: 'Do you own yours when it is yours, before you ask them to own theirs?',
  falseAlarm: 'Your own judgement of fault is biased: when unsure log `fault:both`.',
  examples: {
    flagged: {
      asOf: '2026-03-31',
      level: 2,
      lines: `
        {"type":"heard","on":"2026-01-12","fault":"them","blames":"us"}
        {"type":"spoke","on":"2026-02-16","fault":"both","blames":"nobody"}`,
    },
    clean: {
      asOf: '2026-03-31',
      lines: `
        {"type":"heard","on":"2026-01-12","fault":"us","blames":"us"}
        {"type":"heard","on":"2026-02-02","fault":"outside","blames":"nobody"}
        {"type":"spoke","on":"2026-02-16","fault":"both","blames":"both"}`,
    },
  },
  check({ asOf, fresh }, limits) {
    const incidents = lately(fresh.of(isTheirIncident), asOf, limits.horizonDays);
    if (incidents.length < limits.incidents) {
      return notEnough(() => ({
        message: `${counted(incidents.length, 'incident')} that they had a part in; ${limits.incidents} are needed`,
        numbers: { incidents: incidents.length },
      }));
    }
    const shifted = incidents.filter(shiftsBlame);
    const { lower } = wilson(shifted.length, incidents.length);
    return finding(
      worst({
        2: shifted.length >= limits.warnShifted && lower > limits.warnAbove,
        3: shifted.length >= limits.seriousShifted && lower > limits.seriousAbove,
      }),
      () => ({
        message: `blame shifted in ${shifted.length} of ${counted(incidents.length, 'incident')}`,
        evidence: shifted.length > 0 ? shifted : incidents,
        numbers: { incidents: incidents.length, shifted: shifted.length, lower },
      }),
    );
  },
});

function shiftsBlame({ fault, blames }: Occasion): boolean {
  if (blames === 'nobody') return fault === 'them' || fault === 'both';
  return blames === 'us' || blames?.startsWith('other:') === true;
}

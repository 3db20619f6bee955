import { counted } from '../journal/counted.ts';
import { type Course, did, isAbout } from './advice.ts';
import { spokenDay } from '../journal/days.ts';
import { isTwoWay, type Occasion, ofTypes, type Recorded } from '../journal/entry.ts';
import { isOurFailure } from '../journal/failures.ts';
import { isStep } from '../journal/ladder.ts';
import { defineRule, finding, type Level, notEnough, worst } from './rule.ts';

export default defineRule({
  name: 'own-failure',
  side: 'ours',
  holds: false,
  asks: 'Is there harm of ours that is not mended?',
  source: 'avoiding-responsibility and fixing-broken-relationship: own it, explain, ask again',
  formula:
    'Harm that was our fault (or both) and that they have not accepted as mended: harm 1 for a year warns, harm 2 for two years is serious, harm 3 for ever is critical (serious where they share it). Blaming them or nobody for it makes it at least serious.',
  thresholds: { smallDays: 365, mediumDays: 730 },
  why: 'What we broke stands between us until they say that it does not. It weighs on our side, so that a customer we hurt is never dropped for being cool.',
  advice: [
    {
      say: 'Ring, do not write: what happened, that it is a problem for them, and that you mend it.',
      words: 'We found a mistake of ours. It is a problem for you, and I am putting it right.',
      command: 'log call :problem we-blame:us',
      taken: did(isAdmission),
    },
    {
      say: 'You owned it: tell them what you changed, and ask whether it is mended for them.',
      words:
        'This is what we do differently since then. Is it put right for you, or what is missing?',
      command: 'log call :review',
      taken: (course) =>
        course.since.some((entry, index) => isAfterwards(course, entry, index) || isBehind(entry)),
    },
    {
      say: 'You asked whether it is mended. When they say so, record it.',
      words: 'Can we leave this behind us?',
      command: 'accept',
      aboutEntry: true,
    },
  ],
  limits: ({ smallDays, mediumDays }) => ({
    2: `small harm (1) of the last ${counted(smallDays, 'day')}`,
    3: `harm 2 of the last ${counted(mediumDays, 'day')}, or harm 3 that they share, or harm that we put on them or on nobody`,
    4: 'harm 3, however long ago',
  }),
  measured: ({ failures = 0 }) => `${counted(failures, 'failure')} of ours not accepted as mended`,
  falseAlarm: 'They have long forgiven it: `rel accept`.',
  examples: {
    flagged: {
      asOf: '2026-06-30',
      level: 4,
      lines: `{"type":"heard","on":"2022-05-04","fault":"us","harm":3}`,
    },
    clean: {
      asOf: '2026-06-30',
      lines: `
        {"type":"heard","id":"f1","on":"2026-05-04","fault":"us","harm":3}
        {"type":"accept","on":"2026-06-01","ref":"f1"}`,
    },
  },
  check({ asOf, ever }, limits) {
    if (ever.touches.length === 0) return notEnough(() => ({ message: 'no touch yet' }));
    const accepted = new Set(ever.of(isAccept).map(({ ref }) => ref));
    const open = ever
      .of(isOurFailure)
      .filter((entry) => !accepted.has(entry.id) && severity(entry, asOf - entry.on, limits) > 0);
    const level = open.reduce<Level>((most, entry) => {
      const each = severity(entry, asOf - entry.on, limits);
      return each > most ? each : most;
    }, 0);
    const last = open.at(-1);
    if (last === undefined) return finding(0, () => ({ message: 'no harm of ours is open' }));
    const what = open.length === 1 ? 'a failure' : `${open.length} failures`;
    return finding(level, () => ({
      message: `${what} of ours, last on ${spokenDay(last.on)}, not yet accepted as mended`,
      evidence: open,
      numbers: { failures: open.length },
    }));
  },
});

const isAccept = ofTypes('accept');
function severity(
  { fault, harm, blames, weBlame }: Occasion,
  age: number,
  limits: { readonly smallDays: number; readonly mediumDays: number },
): Level {
  if (harm === undefined || (fault !== 'us' && fault !== 'both')) return 0;
  if ((harm === 1 && age > limits.smallDays) || (harm === 2 && age > limits.mediumDays)) return 0;
  const denied = weBlame === 'them' || weBlame === 'nobody';
  return worst({
    2: harm === 1,
    3: harm === 2 || (harm === 3 && blames === 'both') || denied,
    4: harm === 3 && blames !== 'both',
  });
}

/** We said to them that it was us, or went through it with them on the way back. */
function isAdmission(entry: Recorded): boolean {
  return isStep(entry) ? entry.step === 'reviewed' : isTwoWay(entry) && entry.weBlame === 'us';
}

/** On the way back they said whether they can leave it behind them. */
const isBehind = (entry: Recorded): boolean => isStep(entry) && entry.step === 'behind';

/** A talk about how it goes, after the one in which we owned it. */
function isAfterwards({ since }: Course, entry: Recorded, index: number): boolean {
  return isTwoWay(entry) && isAbout(entry, 'review') && since.slice(0, index).some(isAdmission);
}

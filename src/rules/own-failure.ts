import { spokenDay } from '../journal/days.ts';
import { type EntryOf, isOccasion, type Occasion, type Recorded } from '../journal/entry.ts';
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
  command: 'log call :problem',
  remedy:
    'Ring: what happened, that it is a problem for them, and how you mend it. Then ask whether it is mended.',
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
      .of(isOurHarm)
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

const isAccept = (entry: Recorded): entry is Recorded<EntryOf<'accept'>> => entry.type === 'accept';
const isOurHarm = (entry: Recorded): entry is Occasion =>
  isOccasion(entry) && entry.harm !== undefined && (entry.fault === 'us' || entry.fault === 'both');

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

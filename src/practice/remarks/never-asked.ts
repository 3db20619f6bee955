import { spokenDay } from '../../journal/days.ts';
import { isTwoWay } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import renewal from '../../rules/renewal.ts';
import type { RemarkKind } from '../remark.ts';

const [HALF_YEAR, YEAR] = [180, 365];
/** Fewer talks are left to the rule that counts the days. */
const LEAST_TALKS = 4;

const neverAsked: RemarkKind = {
  name: 'never-asked',
  side: 'ours',
  asks: 'Have you asked your best customers how it goes between you?',
  source: 'lost-best-client: self-satisfaction, coupled with an unawareness of danger',
  why: 'A content customer says nothing, and so does one who is leaving. Whoever is worth most is asked twice a year, while all is well.',
  observe({ history, judgement }) {
    const { asOf, ever, standing, tier } = history;
    if (tier !== 'A' || standing.stage !== 'active') return undefined;
    // It asks the same, with a date.
    if (judgement.rules.some(({ level, rule }) => rule.name === renewal.name && (level ?? 0) > 0))
      return undefined;
    const talks = lately(ever.of(isTwoWay), asOf, HALF_YEAR);
    const [first, ...more] = talks;
    if (first === undefined || talks.length < LEAST_TALKS) return undefined;
    const known = lately(ever.of(isTwoWay), asOf, HALF_YEAR + YEAR);
    if (!known.some(({ on }) => asOf - on > HALF_YEAR)) return undefined;
    const asked = ({ about = [] }: (typeof talks)[number]): boolean =>
      about.includes('review') || about.includes('problem');
    if (talks.some(asked)) return undefined;
    return {
      says: `${talks.length} talks since ${spokenDay(first.on)}, and never how it goes between you`,
      evidence: [first, ...more],
      command: 'log meeting :review',
    };
  },
};

export default neverAsked;

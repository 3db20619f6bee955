import { isTwoWay } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import orderTaking from '../../rules/order-taking.ts';
import type { RemarkKind } from '../remark.ts';

const YEAR = 365;
const LEAST_TALKS = 8;

const oneLevel: RemarkKind = {
  name: 'one-level',
  side: 'ours',
  asks: 'Do you know the person, or only the account?',
  source: 'lost-best-client: not just at the business level, but at the personal level as well',
  why: 'Whoever knows you as a person tells you before they leave. One word about them in a year is not too much to ask.',
  observe({ history: { asOf, ever, standing, tier }, judgement }) {
    if (tier === 'C' || !['active', 'probation'].includes(standing.stage)) return undefined;
    // What is about orders alone is said already.
    if (
      judgement.rules.some(({ level, rule }) => rule.name === orderTaking.name && (level ?? 0) > 0)
    )
      return undefined;
    const talks = lately(ever.of(isTwoWay), asOf, YEAR).filter(
      ({ about = [] }) => about.length > 0,
    );
    const [first, ...more] = talks;
    if (first === undefined || talks.length < LEAST_TALKS) return undefined;
    const personal = talks.filter(({ about = [] }) => about.includes('personal')).length;
    if (personal > 0 && personal < talks.length) return undefined;
    const missing =
      personal === 0 ? 'none of them about the person' : 'none of them about business';
    return {
      says: `${talks.length} talks in a year, ${missing}`,
      evidence: [first, ...more],
      command: personal === 0 ? 'log call :personal' : 'log call :need',
    };
  },
};

export default oneLevel;

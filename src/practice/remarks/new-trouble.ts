import { counted } from '../../journal/counted.ts';
import { addDays } from '../../journal/days.ts';
import { isOccasion, isTwoWay, type Occasion } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import { between } from '../../journal/order.ts';
import type { RemarkKind } from '../remark.ts';

const [QUARTER, YEAR] = [90, 365];
const LEAST = 3;
/** So many talks in the year before, else nobody knows how smooth it was. */
const LEAST_TALKS = 4;

const newTrouble: RemarkKind = {
  name: 'new-trouble',
  side: 'theirs',
  asks: 'Does what used to be smooth have problems now?',
  source: 'dumping-best-customer: simple things that had never been problems before',
  why: 'A customer who turns away shows it in the small things first: papers that are not signed, accounts that do not agree. What was your own fault, what was nobody’s, and what fell into a hardship is left out.',
  observe({ history: { asOf, away, fresh } }) {
    const isProblem = (entry: Occasion): boolean => isTheirs(entry) && !away.includes(entry.on);
    const now = lately(fresh.of(isOccasion), asOf, QUARTER).filter(isProblem);
    const [first, ...more] = now;
    const end = addDays(asOf, -QUARTER - 1);
    const start = addDays(end, -YEAR);
    if (first === undefined || now.length < LEAST) return undefined;
    if (between(fresh.of(isTwoWay), start, end).length < LEAST_TALKS) return undefined;
    const before = between(fresh.of(isOccasion), start, end).filter(isProblem).length;
    if (now.length <= before) return undefined;
    const papers = now.filter(({ about = [] }) => about.includes('admin')).length;
    const ofPapers =
      papers === 0 ? '' : `, ${papers === now.length ? 'all' : papers} of them paperwork`;
    return {
      says: `${counted(now.length, 'problem')} in ${QUARTER} days${ofPapers}; ${before === 0 ? 'none' : before} in the year before`,
      evidence: [first, ...more],
      command: 'log call :review',
    };
  },
};

const isTheirs = ({ about = [], fault }: Occasion): boolean =>
  (about.includes('problem') || fault !== undefined) && fault !== 'us' && fault !== 'outside';

export default newTrouble;

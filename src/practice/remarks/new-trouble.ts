import { counted } from '../../journal/counted.ts';
import { addDays } from '../../journal/days.ts';
import { isOccasion, isTwoWay, type Occasion, ofTypes } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import { between } from '../../journal/order.ts';
import { promisedOrders } from '../promised-orders.ts';
import type { RemarkKind } from '../remark.ts';

const [QUARTER, YEAR] = [90, 365];
const LEAST = 3;
/** So many talks in the year before, else nobody knows how smooth it was. */
const LEAST_TALKS = 4;
/** So many orders in the year before, else nobody knows how smoothly one goes; and more than so many times the problems with each. */
const [LEAST_ORDERS, TIMES] = [2, 3];

const newTrouble: RemarkKind = {
  name: 'new-trouble',
  side: 'theirs',
  asks: 'Does what used to be smooth have problems now?',
  source: 'dumping-best-customer: simple things that had never been problems before',
  why: 'A customer who turns away shows it in the small things first: papers that are not signed, accounts that do not agree. Where orders are known, an order of today is set beside one of the year before, and more than three times the problems with each are told even where there are no more in all. What was your own fault, what was nobody’s, and what fell into a hardship is left out.',
  observe({ history: { asOf, away, ever, fresh, theirPromises } }) {
    const isProblem = (entry: Occasion): boolean => isTheirs(entry) && !away.includes(entry.on);
    const now = lately(fresh.of(isOccasion), asOf, QUARTER).filter(isProblem);
    const [first, ...more] = now;
    const end = addDays(asOf, -QUARTER - 1);
    const start = addDays(end, -YEAR);
    if (first === undefined || now.length < LEAST) return undefined;
    if (between(fresh.of(isTwoWay), start, end).length < LEAST_TALKS) return undefined;
    const before = between(fresh.of(isOccasion), start, end).filter(isProblem).length;
    const won = ever.of(isWon);
    // An order in the making has its problems already.
    const orders = lately(won, asOf, QUARTER).length + promisedOrders(theirPromises).length;
    const ordersBefore = between(won, start, end).length;
    const isRougher =
      orders > 0 &&
      ordersBefore >= LEAST_ORDERS &&
      now.length * ordersBefore > TIMES * before * orders;
    if (now.length <= before && !isRougher) return undefined;
    const papers = now.filter(({ about = [] }) => about.includes('admin')).length;
    const ofPapers =
      papers === 0 ? '' : `, ${papers === now.length ? 'all' : papers} of them paperwork`;
    const withOrders = (count: number): string =>
      orders > 0 && ordersBefore > 0 ? `, with ${counted(count, 'order')}` : '';
    return {
      says: `${counted(now.length, 'problem')} in ${QUARTER} days${ofPapers}${withOrders(orders)}; ${before === 0 ? 'none' : before} in the year before${withOrders(ordersBefore)}`,
      evidence: [first, ...more],
      command: 'log call :review',
    };
  },
};

const isWon = ofTypes('won');

const isTheirs = ({ about = [], fault }: Occasion): boolean =>
  (about.includes('problem') || fault !== undefined) && fault !== 'us' && fault !== 'outside';

export default newTrouble;

import { counted } from '../../journal/counted.ts';
import { addDays, spokenDay } from '../../journal/days.ts';
import { effortOf } from '../../journal/effort.ts';
import { isTouch, type Recorded } from '../../journal/entry.ts';
import { between } from '../../journal/order.ts';
import type { RemarkKind } from '../remark.ts';

const [QUARTER, YEAR] = [90, 365];
/** Less is no effort to speak of. */
const [LEAST_MINUTES, LEAST_TOUCHES] = [8 * 60, 8];

const nothingComes: RemarkKind = {
  name: 'nothing-comes',
  side: 'economics',
  asks: 'Does your effort bring anything?',
  source: 'dumping-best-customer: it wasn’t even producing anything',
  why: 'Work goes on out of habit long after the last order. An order, a payment, a contract that they prolonged and a promise that they kept count as something; a good talk does not.',
  observe({ history: { asOf, ever, standing } }) {
    if (!['active', 'probation', 'rebuilding'].includes(standing.stage)) return undefined;
    const fruit = ever.entries.findLast((entry) => isFruit(entry, ever.entries));
    if (fruit !== undefined && asOf - fruit.on < QUARTER) return undefined;
    const year = addDays(asOf, -YEAR);
    const start = fruit === undefined || fruit.on < year ? year : addDays(fruit.on, 1);
    const since = between(ever.entries, start, asOf);
    const { minutes } = effortOf(since, asOf);
    const touches = since.filter(isTouch);
    const [first, ...more] = touches;
    if (first === undefined || touches.length < LEAST_TOUCHES || minutes < LEAST_MINUTES)
      return undefined;
    const when =
      fruit === undefined || fruit.on < year ? 'in a year' : `since ${spokenDay(fruit.on)}`;
    return {
      says: `${Math.round(minutes / 60)} hours and ${counted(touches.length, 'touch', 'touches')} ${when}, and no order, no payment, no promise kept`,
      evidence: [first, ...more],
    };
  },
};

function isFruit(entry: Recorded, all: readonly Recorded[]): boolean {
  // The end of a contract is only written down; a later one than was known has been signed.
  if (entry.type === 'renewal')
    return all
      .slice(0, all.indexOf(entry))
      .some((before) => before.type === 'renewal' && before.renewsOn < entry.renewsOn);
  if (entry.type !== 'done')
    return entry.type === 'income' || entry.type === 'won' || entry.type === 'paid';
  const promise = all.find(({ id }) => id === entry.ref);
  return promise?.type === 'promise' && promise.by === 'them';
}

export default nothingComes;

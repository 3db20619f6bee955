import { thousands } from '../../journal/amount-words.ts';
import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import type { Standing } from '../../journal/promises.ts';
import { byOrder } from '../../journal/order.ts';
import { isOverdue } from '../kept-rates.ts';
import { promisedOrders } from '../promised-orders.ts';
import type { RemarkKind } from '../remark.ts';

const dealStalled: RemarkKind = {
  name: 'deal-stalled',
  side: 'theirs',
  asks: 'Does an order wait for what they do not get done?',
  source: 'dumping-best-customer: he had ceased getting anything done on his end',
  why: 'A big order in sight is the best reason not to look. It is shown, with what it waits for on their end; no verdict counts it.',
  observe({ history: { theirPromises } }) {
    const [order, ...orders] = promisedOrders(theirPromises);
    const waiting = theirPromises.filter(
      (each) =>
        isOverdue(each) &&
        each.promise.kind !== 'payment' &&
        each !== order &&
        !orders.includes(each),
    );
    if (order === undefined || waiting.length === 0) return undefined;
    const worth = thousands([order, ...orders].reduce((sum, each) => sum + amountOf(each), 0));
    const what =
      orders.length === 0
        ? `an order of ${worth} that they promised for ${spokenDay(order.promise.due)} waits`
        : `${orders.length + 1} orders of ${worth} that they promised wait`;
    const [first = order.promise, ...more] = [order, ...orders, ...waiting]
      .map(({ promise }) => promise)
      .sort(byOrder);
    return {
      says: `${what} for ${counted(waiting.length, 'overdue promise')} of theirs`,
      evidence: [first, ...more],
      command: 'promises --theirs',
    };
  },
};

const amountOf = ({ promise }: Standing): number => promise.amount ?? 0;

export default dealStalled;

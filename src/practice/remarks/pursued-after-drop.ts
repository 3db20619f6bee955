import { counted, often } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { droppedSince } from '../../journal/dropped.ts';
import { byOrder } from '../../journal/order.ts';
import { pursuits } from '../../journal/service.ts';
import type { RemarkKind } from '../remark.ts';

const pursuedAfterDrop: RemarkKind = {
  name: 'pursued-after-drop',
  side: 'ours',
  asks: 'Do you run after somebody you have dropped?',
  source: 'dumping-best-customer: no intention of calling again',
  why: 'A drop says that the next step is theirs. Each call of yours after it takes that back, and so does an order that you take while a condition is open. Service of what they have (delivery, a problem, admin), an answer within a week, and the farewell on the day itself are none of it.',
  observe({ history: { ever } }) {
    const dropped = droppedSince(ever.entries);
    if (dropped === undefined) return undefined;
    const reached = pursuits(dropped.drop, dropped.after);
    const orders = dropped.after.filter(({ type }) => type === 'won');
    const [first, ...more] = [...reached, ...orders].sort(byOrder);
    if (first === undefined) return undefined;
    const did = [
      ...(reached.length === 0 ? [] : [`reached out ${often(reached.length)}`]),
      ...(orders.length === 0 ? [] : [`took ${counted(orders.length, 'order')}`]),
    ];
    return {
      says: `you ${did.join(' and ')} since you dropped them on ${spokenDay(dropped.drop.on)}: the next step is theirs`,
      evidence: [first, ...more],
    };
  },
};

export default pursuedAfterDrop;

import { counted } from '../../journal/counted.ts';
import { byOrder } from '../../journal/order.ts';
import type { Standing } from '../../journal/promises.ts';
import { isOverdue } from '../kept-rates.ts';
import type { RemarkKind } from '../remark.ts';

const ownEndFirst: RemarkKind = {
  name: 'own-end-first',
  side: 'ours',
  asks: 'Do you wait for their share while yours is late?',
  source: 'avoiding-responsibility: both ends of the stick',
  why: 'Who has not picked up his own end cannot ask for the other one. Do yours, say so, and then ask for theirs.',
  observe({ history: { ourPromises, theirPromises } }) {
    const ours = ourPromises.filter(isOverdueTask);
    const theirs = theirPromises.filter(isOverdueTask);
    const [first] = ours;
    if (first === undefined || theirs.length === 0) return undefined;
    const [one, ...more] = [...ours, ...theirs].map(({ promise }) => promise).sort(byOrder);
    return {
      says: `you are late with ${counted(ours.length, 'promise')}, they with ${theirs.length}: yours comes first`,
      evidence: [one ?? first.promise, ...more],
      command: 'promises --late',
    };
  },
};

/** Money is owed whatever else is open. */
const isOverdueTask = (standing: Standing): boolean =>
  standing.promise.kind !== 'payment' && isOverdue(standing);

export default ownEndFirst;

import { byOrder } from '../../journal/order.ts';
import { wayBack } from '../rebuild/page.ts';
import { undecidedDays } from '../rebuild/undecided.ts';
import type { RemarkKind } from '../remark.ts';

const leftUndecided: RemarkKind = {
  name: 'left-undecided',
  side: 'ours',
  asks: 'Is a lost customer neither won back nor let go?',
  source: 'fixing-broken-relationship: determine the value, then either drop them or begin',
  why: 'A broken relationship that nobody decides about costs attention and brings nothing. After half a year every wound has had its rest: begin with the first step, or write the end.',
  observe(regarded) {
    if (regarded.history.standing.stage !== 'lost') return undefined;
    const way = wayBack(regarded);
    const days = undecidedDays(way);
    const { broken } = way;
    if (days === undefined || broken === undefined) return undefined;
    const touched = regarded.history.ever.touches.some((touch) => byOrder(broken.entry, touch) < 0);
    return {
      says: `lost ${days} days ago${touched ? '' : ', not touched since'}, and neither won back nor let go`,
      evidence: [broken.entry],
      command: 'rebuild',
    };
  },
};

export default leftUndecided;

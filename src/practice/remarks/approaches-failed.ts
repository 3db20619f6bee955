import { counted } from '../../journal/counted.ts';
import { MOST_FAILED } from '../rebuild/approach.ts';
import { wayBack } from '../rebuild/page.ts';
import { worthOf } from '../rebuild/worth.ts';
import type { RemarkKind } from '../remark.ts';

const approachesFailed: RemarkKind = {
  name: 'approaches-failed',
  side: 'ours',
  asks: 'Do you go on where nothing comes back?',
  source: 'fixing-broken-relationship: when the opera is over',
  why: 'Four approaches in a row without an answer are an answer. More time will not pay; write the end, and look for somebody else.',
  observe(regarded) {
    const { standing } = regarded.history;
    if (standing.stage !== 'lost' || standing.refused) return undefined;
    const { broken, failures } = wayBack(regarded);
    const [first, ...more] = failures;
    if (broken?.kind !== 'lost' || first === undefined || failures.length < MOST_FAILED)
      return undefined;
    const { minutes } = worthOf(regarded, broken);
    const hours = Math.round(minutes / 6) / 10;
    return {
      says: `${counted(failures.length, 'approach', 'approaches')} in a row came to nothing, ${counted(hours, 'hour')} since they left`,
      evidence: [first, ...more],
      command: 'drop',
    };
  },
};

export default approachesFailed;

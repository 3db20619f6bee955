import { spokenDay } from '../../journal/days.ts';
import { handedOver } from '../handed-over.ts';
import type { RemarkKind } from '../remark.ts';

const handedOverRemark: RemarkKind = {
  name: 'handed-over',
  side: 'ours',
  asks: 'Is this still your customer?',
  source: 'fixing-broken-relationship: When The Opera Is Over',
  why: 'What is a colleague’s by now stays in your journal as it was, and nothing of it is due from you. A touch or a promise of yours takes it up again.',
  observe({ history: { ever } }) {
    const gone = handedOver(ever.entries);
    if (gone === undefined) return undefined;
    const to = gone.source?.key ?? '';
    const says = `handed over to ${to} on ${spokenDay(gone.on)}: nothing of it is due from you`;
    return { says, evidence: [gone] };
  },
};

export default handedOverRemark;

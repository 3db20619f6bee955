import { newRelationship } from '../new-relationship.ts';
import type { RemarkKind } from '../remark.ts';

export default {
  name: 'offer-before-need',
  side: 'ours',
  asks: 'Did you offer, or sell, before you asked what they need?',
  source: 'firing-your-customer: the discovery that is skipped',
  why: 'An offer that answers no need can only be compared by its price. Told in the first 90 days, until you have asked; rel show CUSTOMER keeps it.',
  observe({ history }) {
    const beginning = newRelationship(history);
    if (beginning === undefined || beginning.reached.need !== undefined) return undefined;
    const slip = beginning.slips.find(
      ({ kind }) => kind === 'offer before need' || kind === 'business before need',
    );
    return slip === undefined
      ? undefined
      : { says: slip.says, evidence: slip.evidence, command: 'log call :need' };
  },
} satisfies RemarkKind;

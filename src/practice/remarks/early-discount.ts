import { newRelationship } from '../new-relationship.ts';
import type { RemarkKind } from '../remark.ts';

/** So long the lesson is fresh, on both sides. */
const FRESH_DAYS = 28;

export default {
  name: 'early-discount',
  side: 'ours',
  asks: 'Did you cut your price before anybody asked you to?',
  source: 'firing-your-customer: people treat you the way you ask to be treated',
  why: 'A first price below your own list, or a cut that nobody asked for, says that there is nothing else to buy. Told for four weeks after it, of customers in their first 90 days; rel show CUSTOMER keeps it.',
  observe({ history }) {
    const slip = newRelationship(history)?.slips.find(
      ({ kind }) => kind === 'below list' || kind === 'unasked discount',
    );
    if (slip === undefined || history.asOf - slip.evidence[0].on > FRESH_DAYS) return undefined;
    return { says: slip.says, evidence: slip.evidence, command: 'log call :need' };
  },
} satisfies RemarkKind;

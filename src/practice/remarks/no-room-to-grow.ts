import { thousands } from '../../journal/amount-words.ts';
import { isTouch, type Recorded, type Touch } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';
import { yearBefore } from '../year-before.ts';

const YEAR = 365;
const OFFERS = 3;

const noRoomToGrow: RemarkKind = {
  name: 'no-room-to-grow',
  side: 'economics',
  asks: 'Did any offer of more come to anything?',
  source: 'firing-your-customer: no opportunity to expand',
  why: 'A customer who takes the service and refuses each offer of more stays as large as today. What you offer is logged with :quote.',
  observe({ history: { asOf, effort, ever, fresh, standing } }) {
    if (standing.stage !== 'active' && standing.stage !== 'probation') return undefined;
    const offers = lately(fresh.of(isOffer), asOf, YEAR);
    const [first, ...more] = offers.filter(({ on }, index) => offers[index + 1]?.on !== on);
    if (first === undefined || more.length + 1 < OFFERS) return undefined;
    const before = yearBefore(ever.entries, asOf);
    const taken = ever.entries.some(({ on, type }) => type === 'won' && on >= first.on);
    if (taken || effort.income > before.income) return undefined;
    return {
      says: `${more.length + 1} offers of yours in a year, and no new business: ${thousands(effort.income)} came in, ${thousands(before.income)} the year before`,
      evidence: [first, ...more],
      command: 'log meeting :review :need',
    };
  },
};

/** A quote of ours: what they bring is somebody else's. */
const isOffer = (entry: Recorded): entry is Touch =>
  isTouch(entry) &&
  entry.type !== 'heard' &&
  (entry.signals ?? []).includes('quote') &&
  !(entry.signals ?? []).includes('competitor');

export default noRoomToGrow;

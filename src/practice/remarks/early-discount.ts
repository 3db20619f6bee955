import { spokenDay } from '../../journal/days.ts';
import { type History, lately } from '../../journal/history.ts';
import { newRelationship } from '../new-relationship.ts';
import type { Remark, RemarkKind } from '../remark.ts';
import { isDiscount, isUnasked, RAISED_DAYS } from '../unasked.ts';

/** So long the lesson is fresh, on both sides. */
const FRESH_DAYS = 28;

export default {
  name: 'early-discount',
  side: 'ours',
  asks: 'Did you cut your price before anybody asked you to?',
  source: 'firing-your-customer: people treat you the way you ask to be treated',
  why: 'A first price below your own list, or a cut that nobody asked for, says that there is nothing else to buy. Told for four weeks after it; of the first 90 days rel show CUSTOMER keeps it. Where they did ask, the line lacks :price.',
  observe({ history }) {
    const seen = atTheBeginning(history) ?? later(history);
    return seen === undefined ? undefined : { ...seen, command: 'log call :need' };
  },
} satisfies RemarkKind;

type Seen = Pick<Remark, 'says' | 'evidence'>;

function atTheBeginning(history: History): Seen | undefined {
  const slip = newRelationship(history)?.slips.find(
    ({ kind }) => kind === 'below list' || kind === 'unasked discount',
  );
  return slip === undefined || history.asOf - slip.evidence[0].on > FRESH_DAYS ? undefined : slip;
}

/** The last one alone: what was right may be forgotten. */
function later({ asOf, ever, standing }: History): Seen | undefined {
  if (standing.stage === 'dropped') return undefined;
  const cut = lately(ever.occasions, asOf, FRESH_DAYS).findLast(isDiscount);
  if (cut === undefined || !isUnasked(cut, ever.touches)) return undefined;
  return {
    says: `you cut the price on ${spokenDay(cut.on)}, and nobody had raised it in the ${RAISED_DAYS} days before`,
    evidence: [cut],
  };
}

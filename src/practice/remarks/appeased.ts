import type { RemarkKind } from '../remark.ts';
import { tellsConduct } from '../../journal/conduct.ts';
import { among, isOccasion, type Occasion } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import { rivalQuotes } from '../rival-quotes.ts';

const YEAR = 365;
const TAUGHT = 2;
/** So soon after a quote it was the quote. */
const ANSWER_DAYS = 14;

const appeased: RemarkKind = {
  name: 'appeased',
  side: 'ours',
  asks: 'Do you cut the price when they show you a cheaper one?',
  source: 'firing-your-customer: appeasing by price',
  why: 'A cut that answers a quote teaches them to bring the next quote. Take something out for it, or leave the price where it is.',
  observe({ history }) {
    const quotes = rivalQuotes(history);
    const cuts = lately(history.fresh.of(isConcession), history.asOf, YEAR).filter(({ on }) =>
      quotes.some((quote) => on >= quote.on && on - quote.on <= ANSWER_DAYS),
    );
    const [first, ...more] = cuts;
    if (first === undefined || cuts.length < TAUGHT) return undefined;
    return {
      says: `you cut the price ${cuts.length} times within two weeks of a cheaper quote: it teaches them to bring the next`,
      evidence: [first, ...more],
      command: 'log call :need :price',
    };
  },
};

const isConcession = among(
  tellsConduct,
  (entry): entry is Occasion => isOccasion(entry) && entry.conceded === true,
);

export default appeased;

import concessions from '../../rules/concessions.ts';
import priceOnly from '../../rules/price-only.ts';
import type { RemarkKind } from '../remark.ts';
import { rivalQuotes } from '../rival-quotes.ts';

const WARN = 2;
/** So long a comparison is on their mind. */
const FRESH_DAYS = 90;

export default {
  name: 'worth-unsaid',
  side: 'ours',
  asks: 'Is it written down what they get from you beside the price?',
  source: 'firing-your-customer: your value as a unique solution',
  why: 'Where they only talk about price, have you give way for nothing or hold a rival’s price against yours, the question is what else you have told them they get. Agree on it with them, and keep it on the card: rel edit CUSTOMER standard:"on site within four hours".',
  observe({ history, judgement, relationship }) {
    const { stage } = history.standing;
    if (relationship.customer.standard !== undefined) return undefined;
    if (stage === 'lost' || stage === 'dropped' || stage === 'notice') return undefined;
    const found = judgement.rules.find(
      ({ rule, level }) =>
        (rule.name === priceOnly.name || rule.name === concessions.name) && (level ?? 0) >= WARN,
    );
    const ids = new Set(found?.outcome.evidence);
    const counted = history.ever.entries.filter(({ id }) => ids.has(id));
    const quotes = rivalQuotes(history).filter(({ on }) => history.asOf - on <= FRESH_DAYS);
    const [first, ...more] = found === undefined ? quotes : counted;
    if (first === undefined) return undefined;
    const why =
      found === undefined ? 'your price was held against another one' : 'it comes down to price';
    return {
      says: `${why}, and their card does not say what else they get from you (standard:)`,
      evidence: [first, ...more],
      command: 'log visit :need',
    };
  },
} satisfies RemarkKind;

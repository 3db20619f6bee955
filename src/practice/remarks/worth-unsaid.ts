import concessions from '../../rules/concessions.ts';
import priceOnly from '../../rules/price-only.ts';
import type { RemarkKind } from '../remark.ts';

const WARN = 2;

export default {
  name: 'worth-unsaid',
  side: 'ours',
  asks: 'Is it written down what they get from you beside the price?',
  source: 'firing-your-customer: your value as a unique solution',
  why: 'Where they only talk about price, or have you give way for nothing, the question is what else you have told them they get. Agree on it with them, and keep it on the card: rel edit CUSTOMER standard:"on site within four hours".',
  observe({ history, judgement, relationship }) {
    const { stage } = history.standing;
    if (relationship.customer.standard !== undefined) return undefined;
    if (stage === 'lost' || stage === 'dropped' || stage === 'notice') return undefined;
    const found = judgement.rules.find(
      ({ rule, level }) =>
        (rule.name === priceOnly.name || rule.name === concessions.name) && (level ?? 0) >= WARN,
    );
    const ids = new Set(found?.outcome.evidence);
    const [first, ...more] = history.ever.entries.filter(({ id }) => ids.has(id));
    if (first === undefined) return undefined;
    return {
      says: 'it comes down to price, and their card does not say what else they get from you (standard:)',
      evidence: [first, ...more],
      command: 'log visit :need',
    };
  },
} satisfies RemarkKind;

import { counted } from '../../journal/counted.ts';
import { byOrder } from '../../journal/order.ts';
import type { Judgement } from '../../verdict/judge.ts';
import type { RemarkKind } from '../remark.ts';
import { rivalQuotes } from '../rival-quotes.ts';

const OVER_AND_OVER = 3;
const WARN = 2;

const commodity: RemarkKind = {
  name: 'commodity',
  side: 'economics',
  asks: 'Are you a price to them, and nothing else?',
  source: 'firing-your-customer: "The Price Relationship"',
  why: 'Whoever is compared by price alone loses to the next one who is cheaper. It ends with talks about what they need, or with somebody else.',
  observe({ history, judgement }) {
    const quotes = rivalQuotes(history);
    const found = ['price-only', 'concessions'].flatMap((name) => {
      const rule = warned(judgement, name);
      return rule === undefined ? [] : [rule];
    });
    if (quotes.length < OVER_AND_OVER && found.length < 2) return undefined;
    const ids = new Set(found.flatMap(({ outcome }) => outcome.evidence));
    const entries = history.ever.entries.filter(({ id }) => ids.has(id));
    const [first, ...more] = [...new Set([...quotes, ...entries])].sort(byOrder);
    if (first === undefined) return undefined;
    const signs = [
      ...(quotes.length === 0
        ? []
        : [`your price held against another one ${counted(quotes.length, 'time')} in a year`]),
      ...found.map(({ outcome }) => outcome.message),
    ];
    return {
      says: `to them you are a price: ${signs.join('; ')}`,
      evidence: [first, ...more],
      command: 'log visit :need',
    };
  },
};

const warned = ({ rules }: Judgement, name: string): Judgement['rules'][number] | undefined =>
  rules.find(({ level, rule }) => rule.name === name && (level ?? 0) >= WARN);

export default commodity;

import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import type { EntryOf, Recorded } from '../../journal/entry.ts';
import { type History, lately } from '../../journal/history.ts';
import priceOnly from '../../rules/price-only.ts';
import type { RemarkKind } from '../remark.ts';
import { isRival } from '../rival.ts';

const RIVAL_DAYS = 180;
const WARN = 2;

export default {
  name: 'cheaper-rival',
  side: 'economics',
  asks: 'Is somebody cheaper talking to a customer who only buys a price?',
  source: 'firing-your-customer: someone with a cheaper price comes along',
  why: 'Who came for the price leaves for a lower one. An order won on price alone, or talks about nothing but price, and a rival within half a year: that is the risk, while you can still show them something else.',
  observe({ history, judgement }) {
    const { stage } = history.standing;
    if (stage === 'prospect' || stage === 'lost') return undefined;
    // Nothing is left to be lost to anybody.
    if (judgement.verdict === 'DROP') return undefined;
    const [first, ...more] = lately(history.ever.of(isRival), history.asOf, RIVAL_DAYS);
    if (first === undefined) return undefined;
    const rivals = `a rival came up ${more.length === 0 ? 'once' : counted(more.length + 1, 'time')} in half a year`;
    const won = wonOnPrice(history);
    if (won !== undefined)
      return {
        says: `won on price alone on ${spokenDay(won.on)}, and ${rivals}: the next cheaper one gets them`,
        evidence: [first, ...more],
        command: 'log visit :need',
      };
    const onlyPrice = judgement.rules.some(
      ({ rule, level }) => rule.name === priceOnly.name && (level ?? 0) >= WARN,
    );
    if (!onlyPrice) return undefined;
    return {
      says: `they talk about price alone, and ${rivals}: the next cheaper one gets them`,
      evidence: [first, ...more],
      command: 'log visit :need',
    };
  },
} satisfies RemarkKind;

type Won = Recorded<EntryOf<'won'>>;
const isWon = (entry: Recorded): entry is Won => entry.type === 'won';

/** The last order, where nothing but the price decided it. */
function wonOnPrice({ ever }: History): Won | undefined {
  const last = ever.of(isWon).at(-1);
  return last?.onPriceAlone === true ? last : undefined;
}

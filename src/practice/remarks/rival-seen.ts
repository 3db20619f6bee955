import { spokenDay } from '../../journal/days.ts';
import { isTwoWay, type Recorded, type Touch } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import priceOnly from '../../rules/price-only.ts';
import type { RemarkKind } from '../remark.ts';

const HALF_YEAR = 180;
const WARN = 2;

const rivalSeen: RemarkKind = {
  name: 'rival-seen',
  side: 'ours',
  asks: 'Is somebody else after your best customers, and have you asked?',
  source: 'lost-best-client: guess whom they are targeting? Your best client',
  why: 'Competitors call on those who are worth it, and on those who came for the price. Both are asked at once what they need and how it goes; the others will say by themselves.',
  observe({ history: { asOf, ever, standing, tier }, judgement }) {
    if (!['active', 'probation', 'rebuilding'].includes(standing.stage)) return undefined;
    const seen = lately(ever.entries, asOf, HALF_YEAR).filter(isSighting);
    const [first, ...more] = seen;
    const last = more.at(-1) ?? first;
    if (first === undefined || last === undefined) return undefined;
    const forPrice =
      ever.entries.some((entry) => entry.type === 'won' && entry.onPriceAlone === true) ||
      judgement.rules.some(
        ({ level, rule }) => rule.name === priceOnly.name && (level ?? 0) >= WARN,
      );
    if (tier !== 'A' && !forPrice) return undefined;
    if (ever.of(isTwoWay).some((talk) => talk.on > last.on && isAsking(talk))) return undefined;
    return {
      says: `a competitor came up on ${spokenDay(last.on)}${forPrice ? ' where price is what holds them' : ''}, and you have not asked since what they need`,
      evidence: [first, ...more],
      command: 'log call :need',
    };
  },
};

const isSighting = ({ signals = [] }: Recorded): boolean => signals.includes('competitor');

const isAsking = ({ about = [] }: Touch): boolean =>
  about.includes('need') || about.includes('review');

export default rivalSeen;

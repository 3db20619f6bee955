import { spokenDay } from '../../journal/days.ts';
import { isTwoWay, type Recorded, type Touch } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { Stage } from '../../journal/stage.ts';
import type { RemarkKind } from '../remark.ts';

const HALF_YEAR = 180;
const ONGOING: readonly Stage[] = ['active', 'probation', 'rebuilding'];

const rivalSeen: RemarkKind = {
  name: 'rival-seen',
  side: 'ours',
  asks: 'Is somebody else after your best customers, and have you asked?',
  source: 'lost-best-client: guess whom they are targeting? Your best client',
  why: 'Competitors call on those who are worth it. Ask at once what they need and how it goes; the competitor does.',
  observe({ history: { asOf, ever, standing, tier } }) {
    if (tier !== 'A' || !ONGOING.includes(standing.stage)) return undefined;
    const seen = lately(ever.entries, asOf, HALF_YEAR).filter(isSighting);
    const [first, ...more] = seen;
    const last = more.at(-1) ?? first;
    if (first === undefined || last === undefined) return undefined;
    if (ever.of(isTwoWay).some((talk) => talk.on > last.on && isAsking(talk))) return undefined;
    return {
      says: `a competitor came up on ${spokenDay(last.on)}, and you have not asked since what they need`,
      evidence: [first, ...more],
      command: 'log call :need',
    };
  },
};

const isSighting = ({ signals = [] }: Recorded): boolean => signals.includes('competitor');

const isAsking = ({ about = [] }: Touch): boolean =>
  about.includes('need') || about.includes('review');

export default rivalSeen;

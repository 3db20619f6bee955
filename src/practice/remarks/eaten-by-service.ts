import { isTwoWay, type Occasion, type Recorded } from '../../journal/entry.ts';
import { minutesOf } from '../../journal/effort.ts';
import { lately } from '../../journal/history.ts';
import type { Subject } from '../../journal/vocabulary.ts';
import type { RemarkKind } from '../remark.ts';

const YEAR = 365;
const LEAST_MINUTES = 20 * 60;
const MOSTLY = 3 / 4;
const CHUNK_MINUTES = 120;
/** More often than every second month. */
const CHUNKS = 6;
const SERVICE: ReadonlySet<Subject> = new Set(['problem', 'delivery', 'admin']);

const eatenByService: RemarkKind = {
  name: 'eaten-by-service',
  side: 'economics',
  asks: 'Does looking after them eat your days?',
  source: 'firing-your-customer: service in large chunks',
  why: 'Hours of service are the price of a sale that grows. Where they come in half days and an hour earns no more than elsewhere, they are taken from the customers who would grow. Nothing is said where the return is fine.',
  observe({ history: { asOf, effort, ever, standing }, judgement }) {
    if (standing.stage === 'prospect' || effort.minutes < LEAST_MINUTES) return undefined;
    const pays = judgement.rules.find(({ rule }) => rule.name === 'return-on-time')?.level === 0;
    const service = lately(ever.of(isService), asOf, YEAR);
    const minutes = service.reduce((sum, entry) => sum + minutesOf(entry), 0);
    const [first, ...more] = service.filter((entry) => minutesOf(entry) >= CHUNK_MINUTES);
    if (pays || first === undefined || more.length + 1 < CHUNKS) return undefined;
    if (minutes < effort.minutes * MOSTLY) return undefined;
    return {
      says: `${hours(minutes)} of ${hours(effort.minutes)} hours in a year were service, ${more.length + 1} times two hours or more`,
      evidence: [first, ...more],
      command: 'log meeting :review',
    };
  },
};

const isService = (entry: Recorded): entry is Occasion =>
  entry.type === 'work' ||
  (isTwoWay(entry) &&
    (entry.about ?? []).length > 0 &&
    (entry.about ?? []).every((subject) => SERVICE.has(subject)));

const hours = (minutes: number): string => (minutes / 60).toFixed(0);

export default eatenByService;

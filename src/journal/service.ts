import { type EntryOf, isTouch, type Recorded } from './entry.ts';
import type { Subject } from './vocabulary.ts';

/** What a customer who was dropped still gets: the account that exists is looked after. */
const SERVICE: ReadonlySet<Subject> = new Set(['delivery', 'problem', 'admin']);
/** An answer to what they began is not running after them, so many days long. */
const ANSWER_DAYS = 7;

type Reaching = Pick<Recorded<EntryOf<'spoke' | 'tried' | 'sent'>>, 'about' | 'signals'>;

/** About the existing account, and about no offer. */
export const isService = ({ about = [], signals = [] }: Reaching): boolean =>
  about.some((subject) => SERVICE.has(subject)) && !signals.includes('quote');

/**
 * Our touches after a drop that run after them: neither service, nor an answer, nor the word of farewell on its day.
 * @param after the entries after the drop, in Order
 */
export function pursuits(drop: Recorded, after: readonly Recorded[]): readonly Recorded[] {
  const theirs = after.filter(({ type }) => type === 'heard');
  const answers = ({ on, seq }: Recorded): boolean =>
    theirs.some(
      (each) => on - each.on <= ANSWER_DAYS && (each.on < on || (each.on === on && each.seq < seq)),
    );
  return after.filter(
    (entry) =>
      isTouch(entry) &&
      entry.type !== 'heard' &&
      entry.on > drop.on &&
      !isService(entry) &&
      !answers(entry),
  );
}

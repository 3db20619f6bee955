import { byOrder } from '../journal/order.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import type { Unread } from '../verdict/book.ts';
import type { JudgedRule, Judgement } from '../verdict/judge.ts';

export type Lesson = Recorded<EntryOf<'lesson'>>;

/** From here on a finding counts in the verdict. */
const WARN = 2;

/** The lessons of any customer, this one too, whose rule counts against somebody here; the newest first. */
export function lessonsFor(judgement: Judgement, accounts: readonly Unread[]): readonly Lesson[] {
  return accounts
    .flatMap(({ ofTypes }) => ofTypes(['lesson']))
    .filter((entry) => entry.type === 'lesson')
    .filter(
      ({ on, rule }) => on <= judgement.asOf && rule !== undefined && firesAt(judgement, rule),
    )
    .sort((a, b) => byOrder(b, a));
}

/** Whether the rule counts against somebody: a warning or worse. */
export const firesAt = ({ rules }: Judgement, name: string): boolean =>
  rules.some(({ rule, level }) => rule.name === name && (level ?? 0) >= WARN);

/** What weighs most: the highest level, and of these the first in the order shown. Undefined without any finding. */
export function worstFinding({ rules }: Judgement): JudgedRule | undefined {
  const worst = Math.max(...rules.map(({ level }) => level ?? 0));
  return worst === 0 ? undefined : rules.find(({ level }) => level === worst);
}

import type { Recorded } from '../journal/entry.ts';
import type { History, Relationship } from '../journal/history.ts';
import type { RuleSide } from '../rules/rule.ts';
import type { Judgement } from '../verdict/judge.ts';

/** One customer as a review sees them. */
interface Regarded {
  readonly relationship: Relationship;
  readonly history: History;
  readonly judgement: Judgement;
}

/** What is seen of one customer, with what it rests on. */
interface Observation {
  /** One sentence with its numbers, and no text of an entry: what is private would be shown with it. */
  readonly says: string;
  /** In Order. */
  readonly evidence: readonly [Recorded, ...Recorded[]];
  /** What would mend it, the customer left out after the first word: `log call :need`. Left out where nothing is to be typed. */
  readonly command?: string;
}

/**
 * Something that the practice of selling notices and no rule does. It is told beside the findings and weighs nothing: no
 * verdict is ever another one for it.
 */
export interface RemarkKind {
  readonly name: string;
  readonly side: RuleSide;
  /** The question that it answers. */
  readonly asks: string;
  /** The essay that it comes from, and where in it. */
  readonly source: string;
  readonly why: string;
  /**
   * A review of a long journal leaves plain touches and work of more than two years ago unread; all else is there, and so
   * are touches with a signal, a harm, blame, an asking or something learned.
   * @returns undefined where there is nothing to say
   */
  observe(this: void, regarded: Regarded): Observation | undefined;
}

export interface Remark extends Observation {
  readonly kind: RemarkKind;
}

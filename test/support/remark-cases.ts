import { describe, expect, test } from '@jest/globals';
import type { RemarkKind } from '../../src/practice/remark.ts';
import { historyOf } from '../../src/journal/history.ts';
import { judge } from '../../src/verdict/judge.ts';
import { dayOf } from './days.ts';
import { AS_OF, type Line, relationshipFrom } from './lines.ts';

export interface RemarkCase {
  /** What the case is, a near miss first. */
  readonly title: string;
  readonly lines: readonly Line[];
  /** The sentence, or undefined where there is nothing to say. */
  readonly says: string | undefined;
  /** Ids: `en` is the n-th line. */
  readonly evidence?: readonly string[];
  /** Null: nothing is to be typed. */
  readonly command?: string | null;
}

/** Looks at journals in miniature on AS_OF, by one kind of remark. */
export function remarkCases(kind: RemarkKind, cases: readonly RemarkCase[]): void {
  describe(kind.name, () => {
    test.each(cases)('$title', ({ lines, says, evidence, command }) => {
      const relationship = relationshipFrom(lines);
      const asOf = dayOf(AS_OF);
      const judgement = judge(relationship, asOf);
      const history = historyOf(relationship, asOf);
      const seen = kind.observe({ relationship, history, judgement });
      expect(seen?.says).toBe(says);
      if (evidence !== undefined) expect(seen?.evidence.map(({ id }) => id)).toEqual(evidence);
      if (command !== undefined) expect(seen?.command ?? null).toBe(command);
    });
  });
}

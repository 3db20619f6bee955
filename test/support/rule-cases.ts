import { describe, expect, test } from '@jest/globals';
import type { Level, Rule } from '../../src/rules/rule.ts';
import { historyFrom, type Line } from './lines.ts';

export interface RuleCase {
  readonly says: string;
  readonly lines: readonly Line[];
  /** Null: not enough data. */
  readonly level: Level | null;
  /** Ids: `en` is the n-th line. */
  readonly evidence?: readonly string[];
  readonly numbers?: Readonly<Record<string, number>>;
}

/** Runs a rule over journals in miniature; a finding without evidence fails whatever the case expects. */
export function ruleCases(rule: Rule, cases: readonly RuleCase[]): void {
  describe(rule.name, () => {
    test.each(cases)('$says', ({ lines, says: _says, ...expected }) => {
      const outcome = rule.check(historyFrom(lines));
      expect(outcome).toMatchObject(expected);
      if ((outcome.level ?? 0) > 0) expect(outcome.evidence).not.toEqual([]);
      if (outcome.level === null) expect(outcome.evidence).toEqual([]);
    });
  });
}

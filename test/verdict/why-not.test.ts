import { describe, expect, test } from '@jest/globals';
import { STAGES } from '../../src/journal/stage.ts';
import { judge } from '../../src/verdict/judge.ts';
import { belongs, TABLE, type TableInput } from '../../src/verdict/table.ts';
import { lackingFor, passedOver } from '../../src/verdict/why-not.ts';
import { dayOf } from '../support/days.ts';
import {
  AS_OF,
  each,
  heard,
  type Line,
  on,
  relationshipFrom,
  run,
  spoke,
  tried,
  won,
} from '../support/lines.ts';

const flags = [true, false];
const inputs: readonly TableInput[] = STAGES.flatMap((stage) =>
  ([0, 1, 2, 3, 4] as const).flatMap((theirs) =>
    ([0, 1, 2, 3] as const).flatMap((ours) =>
      ([0, 1, 2] as const).flatMap((economics) =>
        flags.flatMap((worth) =>
          flags.flatMap((ample) =>
            flags.flatMap((over) =>
              flags.flatMap((met) =>
                flags.map((once) => ({
                  stage,
                  theirs,
                  ours,
                  economics,
                  gates: { worth, ample, over, met, once },
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

describe('why a row does not apply', () => {
  test.each(TABLE.map((row) => [row.row, row] as const))(
    '%s lacks something exactly where it does not hold',
    (_name, row) => {
      const asked = inputs.filter(({ stage }) => belongs(row, stage));
      expect(asked.length).toBeGreaterThan(1000);
      const wrong = asked.filter(
        (input) => (lackingFor(row, input).length === 0) !== row.holds(input),
      );
      expect(wrong).toEqual([]);
    },
  );

  const passed = (lines: readonly Line[]) =>
    passedOver(judge(relationshipFrom(lines), dayOf(AS_OF))).map(
      ({ row, because }) => `${row.row}: ${because.join('; ')}`,
    );

  test('says which number is missing', () => {
    const vague = each(heard, [60, 30], { fault: 'them', blames: 'us' });
    expect(passed([won(400), ...vague])).toEqual([
      'X1: there is no deal-breaker',
      'A1: yours is 0, it takes 3',
      'A2: theirs is 1, it takes 3',
      'A3: theirs is 1, it takes 2; economics is 0, it takes 2',
    ]);
  });

  test('says until when a notice runs, and which conditions are open', () => {
    const notice = on('notice', 5, { deadline: '2026-07-10' });
    expect(passed([won(400), ...each(tried, run(90, 10)), notice])).toContainEqual(
      expect.stringContaining('N1: the notice runs until 10 Jul 2026'),
    );
    const dropped = [won(400), on('drop', 90), on('conditions', 20, { conditions: ['apology'] })];
    expect(passed(dropped)).toContain('D1: still open: explanation, assurance');
  });

  test('names nothing that lies below the row', () => {
    expect(
      passed([won(10), spoke(5, { about: ['need'] })]).map((line) => line.slice(0, 2)),
    ).toEqual(['X1', 'A1', 'A2', 'A3', 'A4']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Stage, STAGES } from '../../src/journal/stage.ts';
import { type Verdict, VERDICTS } from '../../src/journal/vocabulary.ts';
import type { Economics, Ours, Theirs } from '../../src/verdict/sums.ts';
import { decide, type Gates, TABLE, type TableInput } from '../../src/verdict/table.ts';

const THEIRS: readonly Theirs[] = [0, 1, 2, 3, 4];
const OURS: readonly Ours[] = [0, 1, 2, 3];
const ECONOMICS: readonly Economics[] = [0, 1, 2];
const BOTH = [false, true] as const;

/** The worse value of each gate. */
const WORSE: Readonly<Gates> = { worth: false, ample: true, over: true, met: false, once: true };
const GATES = ['worth', 'ample', 'over', 'met', 'once'] as const;

const ALL_GATES: readonly Gates[] = BOTH.flatMap((worth) =>
  BOTH.flatMap((ample) =>
    BOTH.flatMap((over) =>
      BOTH.flatMap((met) => BOTH.map((once) => ({ worth, ample, over, met, once }))),
    ),
  ),
);
const ALL_SUMS = THEIRS.flatMap((theirs) =>
  OURS.flatMap((ours) => ECONOMICS.map((economics) => ({ theirs, ours, economics }))),
);
const INPUTS: readonly TableInput[] = STAGES.flatMap((stage) =>
  ALL_SUMS.flatMap((sums) => ALL_GATES.map((gates) => ({ ...sums, stage, gates }))),
);

const verdict = (input: TableInput): Verdict => decide(input).verdict;
/** KEEP 0, FIX 1, REBUILD 2, DROP 3. */
const badness = (input: TableInput): number => VERDICTS.indexOf(verdict(input));

/** The inputs that differ from this one by one step to the worse, on their side or in a gate. */
function* worsened(input: TableInput): Generator<TableInput> {
  for (const theirs of THEIRS) if (theirs === input.theirs + 1) yield { ...input, theirs };
  for (const economics of ECONOMICS)
    if (economics === input.economics + 1) yield { ...input, economics };
  for (const gate of GATES) {
    if (input.gates[gate] !== WORSE[gate])
      yield { ...input, gates: { ...input.gates, [gate]: WORSE[gate] } };
  }
}

function* oursWorsened(input: TableInput): Generator<TableInput> {
  for (const ours of OURS) if (ours === input.ours + 1) yield { ...input, ours };
}

describe('over all inputs', () => {
  test('there are 13,440', () => {
    expect(new Set(INPUTS.map((input) => JSON.stringify(input))).size).toBe(13_440);
  });

  test('the first row that applies decides, and it belongs to the stage', () => {
    const wrong = INPUTS.filter((input) => {
      const row = decide(input);
      const before = TABLE.slice(0, TABLE.indexOf(row));
      const earlier = before.some(
        (each) => (each.stage === 'any' || each.stage === input.stage) && each.holds(input),
      );
      return earlier || !row.holds(input) || (row.stage !== 'any' && row.stage !== input.stage);
    });
    expect(wrong).toEqual([]);
  });

  test('every row decides somewhere', () => {
    const used = new Set(INPUTS.map((input) => decide(input).row));
    expect(TABLE.map(({ row }) => row).filter((row) => !used.has(row))).toEqual([]);
    expect(new Set(TABLE.map(({ row }) => row)).size).toBe(21);
  });

  test('worse conduct, worse economics or a worse gate never gives a better word', () => {
    const wrong = INPUTS.flatMap((input) =>
      [...worsened(input)]
        .filter((worse) => badness(worse) < badness(input))
        .map((worse) => ({ input, worse })),
    );
    expect(wrong).toEqual([]);
  });

  test('more of our own fault improves nothing but a DROP, and never makes one', () => {
    const wrong = INPUTS.flatMap((input) =>
      [...oursWorsened(input)]
        .filter((worse) => {
          const [before, after] = [verdict(input), verdict(worse)];
          return before === 'DROP' ? false : after === 'DROP' || badness(worse) < badness(input);
        })
        .map((worse) => ({ input, worse })),
    );
    expect(wrong).toEqual([]);
  });

  test('an active customer is dropped for a deal-breaker only', () => {
    const dropped = INPUTS.filter((input) => input.stage === 'active' && verdict(input) === 'DROP');
    expect(dropped.every(({ theirs }) => theirs === 4)).toBe(true);
    expect(dropped).not.toEqual([]);
  });
});

/** Written out again from section 7 of the specification, so that a change of the table is noticed here. */
const fine = { theirs: 0, ours: 0, economics: 0 } as const;
const open: Gates = { worth: true, ample: false, over: false, met: false, once: false };
type Case = readonly [
  stage: Stage,
  sums: Partial<Pick<TableInput, 'theirs' | 'ours' | 'economics'>>,
  gates: Partial<Gates>,
  row: string,
  verdict: Verdict,
];

describe('row by row', () => {
  test.each<Case>([
    ['active', { theirs: 4, ours: 3 }, {}, 'X1', 'DROP'],
    ['dropped', { theirs: 4 }, { met: true }, 'X1', 'DROP'],
    ['dropped', { theirs: 3 }, { met: true }, 'D1', 'REBUILD'],
    ['dropped', {}, { met: true, once: true }, 'D2', 'DROP'],
    ['dropped', {}, {}, 'D2', 'DROP'],
    ['lost', { ours: 3 }, { over: true }, 'L1', 'DROP'],
    ['lost', { ours: 3 }, { worth: false }, 'L2', 'DROP'],
    ['lost', { theirs: 3, ours: 1 }, {}, 'L3', 'DROP'],
    ['lost', { theirs: 3, ours: 2 }, {}, 'L4', 'REBUILD'],
    ['lost', { theirs: 2, economics: 2 }, {}, 'L4', 'REBUILD'],
    ['notice', { theirs: 2, ours: 2 }, { ample: true }, 'N1', 'DROP'],
    ['notice', { economics: 2, ours: 2 }, { ample: true }, 'N1', 'DROP'],
    ['notice', { theirs: 1, economics: 1 }, { ample: true }, 'N2', 'REBUILD'],
    ['notice', { theirs: 3, ours: 3 }, { ample: true }, 'N2', 'REBUILD'],
    ['notice', { theirs: 3 }, {}, 'N2', 'REBUILD'],
    ['probation', { theirs: 2, ours: 2 }, {}, 'B1', 'DROP'],
    ['probation', { theirs: 2, ours: 3 }, {}, 'B2', 'REBUILD'],
    ['probation', { theirs: 1, economics: 2 }, {}, 'B2', 'REBUILD'],
    ['rebuilding', { theirs: 3, economics: 2 }, { over: true, worth: false }, 'R1', 'REBUILD'],
    ['prospect', { theirs: 3, ours: 1 }, {}, 'P1', 'DROP'],
    ['prospect', { economics: 2, ours: 1 }, {}, 'P1', 'DROP'],
    ['prospect', { theirs: 3, ours: 3 }, {}, 'P2', 'REBUILD'],
    ['prospect', { theirs: 3, ours: 2 }, {}, 'P3', 'FIX'],
    ['prospect', { ours: 1 }, {}, 'P3', 'FIX'],
    ['prospect', {}, { worth: false }, 'P4', 'KEEP'],
    ['active', { theirs: 3, ours: 3 }, {}, 'A1', 'REBUILD'],
    ['active', { theirs: 3, ours: 2 }, {}, 'A2', 'REBUILD'],
    ['active', { theirs: 2, economics: 2 }, {}, 'A3', 'REBUILD'],
    ['active', { theirs: 2, economics: 1 }, {}, 'A4', 'FIX'],
    ['active', { economics: 2 }, {}, 'A4', 'FIX'],
    ['active', { theirs: 1 }, {}, 'A4', 'FIX'],
    ['active', { ours: 1 }, {}, 'A4', 'FIX'],
    ['active', {}, { over: true, worth: false }, 'A5', 'KEEP'],
  ])('%s %j %j', (stage, sums, gates, row, word) => {
    const decided = decide({ ...fine, ...sums, stage, gates: { ...open, ...gates } });
    expect([decided.row, decided.verdict]).toEqual([row, word]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { conditionsMet } from '../../src/journal/stage.ts';
import { ago, historyFrom, type Line, on } from '../support/lines.ts';

/** Turn points, the first ten days before the second and so on, the last ten days ago. */
const story = (...turns: readonly (string | Line)[]): Line[] =>
  turns.map((turn, index) => {
    const daysAgo = 10 * (turns.length - index);
    if (typeof turn !== 'string') return { on: ago(daysAgo), ...turn };
    return on(turn, daysAgo, turn === 'notice' ? { deadline: ago(0) } : {});
  });

const standing = (lines: readonly Line[]) => historyFrom(lines).standing;
const conditions = (...named: string[]): Line => ({ type: 'conditions', conditions: named });
const all = conditions('apology', 'explanation', 'assurance');

describe('stage', () => {
  test.each<readonly [stage: string, turns: readonly (string | Line)[], resetAgo?: number]>([
    ['prospect', []],
    ['prospect', ['spoke']],
    ['active', ['won']],
    ['active', ['won', 'won']],
    // A loss, and back.
    ['lost', ['lost']],
    ['lost', ['won', 'lost']],
    ['lost', ['won', 'notice', 'lost']],
    ['lost', ['won', 'notice', 'met', 'lost'], 20],
    ['lost', ['won', 'lost', 'won', 'lost'], 20],
    ['dropped', ['won', 'drop', 'lost']],
    ['rebuilding', ['won', 'lost', 'won'], 10],
    ['rebuilding', ['lost', 'won'], 10],
    ['rebuilding', ['won', 'lost', 'won', 'won'], 20],
    ['rebuilding', ['won', 'lost', 'return'], 10],
    // Notice.
    ['notice', ['notice']],
    ['notice', ['won', 'notice']],
    ['notice', ['won', 'notice', 'met', 'notice'], 20],
    ['notice', ['won', 'lost', 'won', 'notice'], 20],
    ['notice', ['won', 'notice', 'won']],
    ['lost', ['won', 'lost', 'notice']],
    ['dropped', ['won', 'drop', 'notice']],
    ['probation', ['won', 'notice', 'met'], 10],
    ['probation', ['won', 'notice', 'met', 'met'], 20],
    ['probation', ['won', 'notice', 'met', 'won'], 20],
    ['active', ['won', 'met']],
    ['lost', ['won', 'lost', 'met']],
    // A drop, and back.
    ['dropped', ['drop']],
    ['dropped', ['won', 'notice', 'drop']],
    ['dropped', ['won', 'lost', 'drop']],
    ['dropped', ['won', 'drop', 'won']],
    ['dropped', ['won', 'drop', 'met']],
    ['dropped', ['won', 'drop', all]],
    ['probation', ['won', 'drop', 'return'], 10],
    ['prospect', ['return']],
    ['active', ['won', 'return']],
    ['notice', ['won', 'notice', 'return']],
    // Words that turn nothing.
    ['active', ['won', 'refuse']],
    ['active', ['won', all]],
  ])('%s after %j', (...[stage, turns, resetAgo]) => {
    const seen = standing(story(...turns));
    expect(seen.stage).toBe(stage);
    expect(seen.reset).toBe(
      resetAgo === undefined ? undefined : historyFrom([], ago(resetAgo)).asOf,
    );
  });

  test.each([
    ['a new start 90 days ago', 90, 'rebuilding', 'probation'],
    ['a new start 91 days ago', 91, 'active', 'active'],
  ] as const)('%s', (_says, days, afterLoss, afterNotice) => {
    expect(standing([on('won', 300), on('lost', 200), on('won', days)]).stage).toBe(afterLoss);
    expect(standing([on('drop', 200), on('return', days)]).stage).toBe(afterNotice);
    expect(standing([on('notice', 200, { deadline: ago(150) }), on('met', days)]).stage).toBe(
      afterNotice,
    );
    expect(standing([on('drop', 200), on('return', days)]).reset).toBe(
      historyFrom([], ago(days)).asOf,
    );
  });

  test('a notice after the new start has grown old', () => {
    expect(
      standing([on('drop', 200), on('return', 150), on('notice', 9, { deadline: ago(-9) })]).stage,
    ).toBe('notice');
  });

  test('of one day the order of recording counts', () => {
    expect(standing([on('won', 9), on('lost', 9)]).stage).toBe('lost');
    expect(standing([on('lost', 9), on('won', 9)]).stage).toBe('rebuilding');
  });

  test('of different days the date counts, whatever was recorded first', () => {
    expect(standing([on('lost', 8), on('won', 9)]).stage).toBe('lost');
  });

  test('what is dated after the review has not happened', () => {
    expect(standing([on('won', 0), on('lost', -1)]).stage).toBe('active');
  });
});

describe('the notice that is running', () => {
  const notice = (daysAgo: number, deadlineAgo: number) =>
    on('notice', daysAgo, { deadline: ago(deadlineAgo) });

  test('is the first: a further one changes nothing', () => {
    expect(standing([notice(50, 20), notice(40, 5)]).notice?.id).toBe('e1');
  });
  test('is the new one after the first was met', () => {
    expect(standing([notice(50, 20), on('met', 45), notice(40, 5)]).notice?.id).toBe('e3');
  });
  test('ends with the stage', () => {
    expect(standing([notice(50, 20), on('met', 45)]).notice).toBeUndefined();
    expect(standing([notice(50, 20), on('lost', 45)]).notice).toBeUndefined();
  });
});

describe('conditions of a return', () => {
  test.each<readonly [says: string, met: boolean, turns: readonly (string | Line)[]]>([
    ['two of three', false, ['won', 'drop', conditions('apology', 'explanation')]],
    ['all three', true, ['won', 'drop', all]],
    [
      'one after the other',
      true,
      [
        'won',
        'drop',
        conditions('apology'),
        conditions('explanation', 'apology'),
        conditions('assurance'),
      ],
    ],
    ['named before the drop', false, ['won', all, 'drop']],
    [
      'named before the drop in part',
      false,
      ['won', conditions('apology'), 'drop', conditions('explanation', 'assurance')],
    ],
    ['a drop while dropped is ignored', true, ['won', 'drop', all, 'drop']],
    ['they start empty after a further drop', false, ['won', 'drop', all, 'return', 'drop']],
    ['the second drop is for good', false, ['won', 'drop', all, 'return', 'drop', all]],
    ['a loss between does not change that', false, ['drop', 'return', 'lost', 'drop', all]],
  ])('%s', (_says, met, turns) => expect(conditionsMet(standing(story(...turns)))).toBe(met));
});

test('a further drop forgets what was brought after the first', () => {
  const seen = standing(story('drop', all, 'return', 'drop', conditions('apology')));
  expect([...seen.conditions]).toEqual(['apology']);
});

describe('dropped for the second time', () => {
  test.each<readonly [says: string, once: boolean, turns: readonly string[]]>([
    ['one drop', false, ['drop']],
    ['a second one while dropped', false, ['drop', 'drop']],
    ['one after a return', true, ['drop', 'return', 'drop']],
    ['for good', true, ['drop', 'return', 'drop', 'return']],
  ])('%s', (_says, once, turns) => expect(standing(story(...turns)).once).toBe(once));
});

describe('refused', () => {
  test.each<readonly [says: string, refused: boolean, turns: readonly string[]]>([
    ['nothing said', false, ['won', 'lost']],
    ['said', true, ['won', 'lost', 'refuse']],
    ['said by an active one', true, ['won', 'refuse']],
    ['a return clears it', false, ['won', 'lost', 'refuse', 'return']],
    ['an order out of a loss clears it', false, ['won', 'lost', 'refuse', 'won']],
    ['an order of an active one does not', true, ['won', 'refuse', 'won']],
    ['a new loss clears it', false, ['won', 'refuse', 'lost']],
    ['a notice does not', true, ['won', 'refuse', 'notice']],
  ])('%s', (_says, refused, turns) => expect(standing(story(...turns)).refused).toBe(refused));
});

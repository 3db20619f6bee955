import { describe, expect, test } from '@jest/globals';
import { type Failure, failuresOf } from '../../src/practice/failures.ts';
import {
  ago,
  heard,
  historyFrom,
  type Line,
  on,
  sent,
  spoke,
  tried,
  work,
} from '../support/lines.ts';

/** Lines with ids of their own: `a`, `b` … */
const failures = (...lines: readonly Line[]): readonly Failure[] =>
  failuresOf(
    historyFrom(lines.map((line, index) => ({ id: String.fromCharCode(97 + index), ...line }))),
  );

const one = (...lines: readonly Line[]): Failure => {
  const [first, ...more] = failures(...lines);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} failures`);
  return first;
};

const found = work(10, { fault: 'us', time: '08:10' });
const told = (daysAgo: number, fields: Line = {}): Line =>
  spoke(daysAgo, { fault: 'us', harm: 2, ...fields });

describe('what counts as one', () => {
  test('not their fault, nor one of more than two years ago', () => {
    expect(failures(heard(10, { fault: 'them', harm: 3 }), told(731))).toEqual([]);
  });

  test('what was found alone and the talk in which it was told', () => {
    const { entry, harm, told: telling } = one(found, told(10));
    expect([entry.id, telling?.id, harm?.id]).toEqual(['a', 'b', 'b']);
  });

  test('written down after the call of the same day', () => {
    const { days, told: telling } = one(told(10), found);
    expect([days, telling?.id]).toEqual([0, 'a']);
  });

  test('two that both sides knew of are two', () => {
    expect(failures(told(20), told(10)).map(({ entry }) => entry.id)).toEqual(['a', 'b']);
  });
});

describe('who told whom, and how soon', () => {
  test('they found it', () => {
    expect(one(heard(10, { fault: 'us' }))).toMatchObject({ foundBy: 'them', days: 0 });
  });

  test('minutes, where both times are known', () => {
    expect(one(found, told(10, { time: '09:40' }))).toMatchObject({ days: 0, minutes: 90 });
    expect(one(found, told(10)).minutes).toBeUndefined();
  });

  test('a call that reached nobody tells nothing, nor does a talk about something else', () => {
    const lines = [found, tried(9, { about: ['problem'], outcome: 'no-answer' })];
    const elsewhere = spoke(8, { about: ['order'] });
    expect(one(...lines, elsewhere)).toMatchObject({ told: undefined, days: 10 });
    expect(one(...lines, elsewhere, told(3)).days).toBe(7);
  });
});

test('an admission has three parts', () => {
  const promise = on('promise', 10, { by: 'us', due: ago(5) });
  const invoice = on('promise', 10, { by: 'us', due: ago(5), kind: 'payment' });
  const none = { whatHappened: false, theirProblem: false, mending: false };
  expect(one(spoke(10, { fault: 'us' }), invoice).said).toEqual(none);
  expect(one(spoke(10, { fault: 'us', signals: ['explained'] })).said.whatHappened).toBe(true);
  expect(one(spoke(10, { fault: 'us', about: ['problem'] })).said.theirProblem).toBe(true);
  expect(one(spoke(10, { fault: 'us' }), promise).said.mending).toBe(true);
});

test('all of it ours, or a part', () => {
  expect(one(told(10)).whole).toBe(true);
  expect(one(told(10, { fault: 'both' })).whole).toBe(false);
  expect(one(told(10, { weBlame: 'both' })).whole).toBe(false);
});

test('an excuse is one of this failure, not of the next', () => {
  expect(one(told(20, { weBlame: 'nobody' })).excuses.map(({ id }) => id)).toEqual(['a']);
  const [first, second] = failures(told(20), told(10, { weBlame: 'them' }));
  expect([first?.excuses.length, second?.excuses.length]).toEqual([0, 1]);
});

test.each<readonly [how: string, after: Line, reaction: Failure['reaction']]>([
  ['took it on themselves', heard(9, { blames: 'them' }), 'took'],
  ['shared it', heard(9, { blames: 'both' }), 'shared'],
  ['asked and blamed nobody', heard(9, { blames: 'nobody' }), 'nobody'],
  ['blamed us', heard(9, { blames: 'us' }), 'us'],
  ['blamed somebody else', heard(9, { blames: 'other:Brill' }), 'other'],
  ['let off steam', heard(9, { signals: ['vent'] }), 'unloaded'],
  ['talked of something else', heard(9), undefined],
  ['said nothing', tried(9, { outcome: 'no-reply' }), 'silent'],
])('they %s', (_how, after, reaction) => {
  expect(one(sent(10, { fault: 'us' }), after).reaction).toBe(reaction);
});

test('both ends: what each side promised on a day of it, and nothing else', () => {
  const given = (id: string, by: string, daysAgo: number): Line =>
    on('promise', daysAgo, { id, by, due: ago(1) });
  const { ourEnd, theirEnd } = one(
    told(10),
    given('ours', 'us', 10),
    given('theirs', 'them', 10),
    spoke(8, { about: ['order'] }),
    given('drawings', 'them', 8),
  );
  expect([ourEnd, theirEnd].map((end) => end.map(({ promise }) => promise.id))).toEqual([
    ['ours'],
    ['theirs'],
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { chronicleOf } from '../../src/journal/chronicle.ts';
import { CONDITION, type Ladder, ladderOf } from '../../src/journal/ladder.ts';
import { dayOf } from '../support/days.ts';
import {
  ago,
  AS_OF,
  heard,
  type Line,
  lost,
  on,
  relationshipFrom,
  spoke,
  won,
} from '../support/lines.ts';

const LOST_AGO = 300;
const asOf = dayOf(AS_OF);
const ladder = (...lines: readonly Line[]): Ladder => {
  const all = [
    won(900),
    heard(310, { id: 'harm', fault: 'us', harm: 2 }),
    lost(LOST_AGO),
    ...lines,
  ];
  const { entries } = relationshipFrom(all);
  return ladderOf(chronicleOf(entries), dayOf(AS_OF, -LOST_AGO), asOf);
};
const step = (daysAgo: number, name: string, answer?: string): Line =>
  on('step', daysAgo, { step: name, ...(answer === undefined ? {} : { answer }) });
/** The steps that are done, skipped or answered with no. */
const states = (...lines: readonly Line[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ladder(...lines)
      .rungs.filter(({ state }) => state !== 'open')
      .map(({ step: name, state }) => [name, state]),
  );
const promise = (daysAgo: number, id: string, more: Line = {}): Line =>
  on('promise', daysAgo, { id, by: 'us', what: 'solve it', due: ago(0), ...more });
const done = (daysAgo: number, ref: string): Line => on('done', daysAgo, { ref });
const asked = [
  step(100, 'asked', 'yes'),
  promise(100, 'c', { source: { importer: CONDITION, key: 'e4' } }),
];

describe('what counts as a step', () => {
  test.each<readonly [what: string, lines: readonly Line[]]>([
    ['letting off steam while nobody listened', [spoke(50, { signals: ['vent'] })]],
    ['listening to them in a letter', [on('sent', 50, { signals: ['vent', 'listened'] })]],
    ['hearing them out before they left', [spoke(305, { signals: ['vent', 'listened'] })]],
    ['a talk about a problem', [spoke(50, { about: ['problem'] })]],
    ['a talk about how it goes', [spoke(50, { about: ['review'] })]],
    ['their own explanation', [spoke(50, { signals: ['explained'], fault: 'them' })]],
    ['a promise of ours that is open', [promise(50, 'p')]],
    ['a promise kept before they left', [promise(320, 'p'), done(301, 'p')]],
    ['a payment of ours', [promise(50, 'p', { kind: 'payment' }), done(40, 'p')]],
    ['a promise of theirs', [promise(50, 'p', { by: 'them' }), done(40, 'p')]],
    ['an order of long ago', []],
    ['a step that nobody knows', [step(50, 'one')]],
    ['a step after the day that is looked at', [step(-5, 'history')]],
  ])('not %s', (_, lines) => expect(states(...lines)).toEqual({}));

  test.each<readonly [name: string, lines: readonly Line[]]>([
    ['history', [on('read', 50)]],
    ['history', [step(50, 'history')]],
    ['heard', [spoke(50, { signals: ['vent', 'listened'] })]],
    ['heard', [heard(LOST_AGO, { signals: ['vent', 'listened'] })]],
    ['fixed', [promise(50, 'p'), done(40, 'p')]],
    ['fixed', [promise(320, 'p'), done(40, 'p')]],
    ['fixed', [step(50, 'fixed')]],
    ['reviewed', [spoke(50, { about: ['problem', 'review'] })]],
    ['reviewed', [heard(50, { about: ['problem'], weBlame: 'us' })]],
    ['explained', [spoke(50, { signals: ['explained'], weBlame: 'us' })]],
    ['behind', [on('accept', 50, { ref: 'harm' })]],
    ['behind', [step(50, 'behind', 'yes')]],
    ['sell', [on('return', 50)]],
  ])('%s', (name, lines) => expect(states(...lines)).toEqual({ [name]: 'done' }));

  test('who buys again has answered both questions', () => {
    expect(states(won(50))).toEqual({ asked: 'done', again: 'done', sell: 'done' });
  });

  test('what they said themselves stands, and the first order is the new start', () => {
    const said = [step(90, 'asked', 'perhaps'), step(80, 'again', 'yes'), won(50), won(40)];
    const shown = ladder(...said).rungs.flatMap(({ entry, step: name }) =>
      entry ? [[name, entry.id]] : [],
    );
    expect(shown).toEqual([
      ['asked', 'e4'],
      ['again', 'e5'],
      ['sell', 'e6'],
    ]);
    expect(states(step(90, 'again', 'no'), won(50))).toMatchObject({ again: 'done' });
  });

  test('one failure forgiven is not all of it', () => {
    const second = heard(200, { id: 'harm2', fault: 'both', harm: 1 });
    expect(states(second, on('accept', 50, { ref: 'harm' }))).toEqual({});
  });
});

describe('what they were asked', () => {
  test('becomes a promise of ours that is followed until it is done', () => {
    expect(states(...asked)).toEqual({ asked: 'done' });
    expect(ladder(...asked).condition?.status).toBe('open');
    expect(ladder(...asked, promise(90, 'p'), done(80, 'p')).condition?.status).toBe('open');
    expect(ladder(...asked, done(80, 'c')).condition?.status).toBe('kept');
    expect(ladder(...asked, on('waived', 80, { ref: 'c' })).condition).toBeUndefined();
    expect(states(...asked, done(80, 'c'))).toEqual({ asked: 'done', fixed: 'done' });
    expect(ladder(...asked, promise(90, 'p')).fixing.map(({ promise: { id } }) => id)).toEqual([
      'c',
      'p',
    ]);
  });

  test('perhaps is enough to begin, and not enough to go on', () => {
    expect(states(step(50, 'asked', 'perhaps'))).toEqual({ asked: 'done' });
    expect(states(step(50, 'again', 'perhaps'))).toEqual({});
    expect(states(step(50, 'behind', 'perhaps'))).toEqual({});
  });

  test('the last answer counts, and a change over there opens a no again', () => {
    expect(states(step(50, 'behind', 'no'))).toEqual({ behind: 'no' });
    expect(states(step(50, 'behind', 'no'), step(40, 'behind', 'yes'))).toEqual({ behind: 'done' });
    expect(states(step(50, 'behind', 'yes'), step(40, 'behind', 'no'))).toEqual({ behind: 'no' });
    const change = { kind: 'buyer-moved' };
    expect(states(on('change', 60, change), step(50, 'behind', 'no'))).toEqual({ behind: 'no' });
    expect(states(step(50, 'behind', 'no'), on('change', 50, change))).toEqual({});
  });
});

describe('the next step', () => {
  test('is the first that is open, whatever comes later', () => {
    expect(ladder().next?.step).toBe('history');
    expect(ladder(step(50, 'heard')).next?.step).toBe('history');
    expect(ladder(step(50, 'history'), step(40, 'heard')).next?.step).toBe('asked');
    expect(ladder().begun).toBe(false);
    expect(ladder(step(50, 'wait')).begun).toBe(true);
    expect(ladder(on('read', 50)).begun).toBe(true);
  });

  test('comes after one that was taken out of its turn on purpose', () => {
    const forced = on('step', 50, { step: 'heard', tags: ['out-of-order'] });
    expect(states(forced)).toEqual({ history: 'skipped', heard: 'done' });
    expect(ladder(forced).next?.step).toBe('asked');
    const sold = on('step', 40, { step: 'sell', tags: ['out-of-order'] });
    const no = step(50, 'behind', 'no');
    expect(states(no, sold)).toMatchObject({ behind: 'skipped', sell: 'done' });
    expect(ladder(no, sold).next).toBeUndefined();
  });
});

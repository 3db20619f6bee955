import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byteLines } from '../../src/import/byte-lines.ts';
import { correspondentsOf } from '../../src/import/correspondents.ts';
import { friendsIn, placesIn } from '../../src/import/friends.ts';
import { dayOf } from '../support/days.ts';
import { fileIn, withFiles } from './real-files.ts';
import { linear, quarterOf } from './linear.ts';

function read(text: string | Buffer) {
  const lines = () => byteLines([Buffer.from(text)], 1_048_576);
  const counts = { activities: 0, notes: 0, friends: 0, locations: 0 };
  const reader = {
    known: correspondentsOf([], [{ customer: 'Brazos', name: 'Dana Whitfield' }]),
    places: placesIn(lines()),
    today: dayOf('2026-11-16'),
    counts,
  };
  return { found: [...friendsIn(lines(), reader)], counts };
}
const entriesIn = (text: string | Buffer) =>
  read(text).found.flatMap((each) => (each.is === 'entry' ? [each.entry] : []));
const activity = (text: string): string => `### Activities:\n- ${text}\n`;

describe('an activity', () => {
  test('is a touch with each friend, its places and tags are tags', () => {
    const text = `${activity('2026-11-02: **Ivy** and **Dana Whitfield** in _Old Town_, _not a place_. @food')}### Locations:\n- Old Town\n`;
    expect(entriesIn(text)).toMatchObject([
      { type: 'spoke', customer: 'Ivy', person: 'Ivy', tags: ['Old Town', 'food'] },
      {
        customer: 'Brazos',
        person: 'Dana Whitfield',
        note: 'Ivy and Dana Whitfield in Old Town, _not a place_.',
      },
    ]);
  });

  test.each([
    ['2026-02-30: **Ivy**', 'without a date that exists'],
    ['yesterday: **Ivy**', 'without a date that exists'],
    ['2026-11-17: **Ivy**', 'still to come'],
    ['2026-11-02: nobody', 'about nobody'],
  ])('%s is left out', (text, why) => expect(read(activity(text)).found).toMatchObject([{ why }]));

  test('twice is once and the order makes no difference, but the same twice in one file is two', () => {
    const line = fc.constantFrom(
      '2026-11-02: **Ivy**',
      '2026-11-02: **Sam** @x',
      '2026-11-03: **Ivy** **Sam**',
    );
    const ids = (lines: readonly string[]) =>
      entriesIn(activity(lines.join('\n- ')))
        .map(({ id }) => id)
        .sort();
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        expect(ids([...lines].reverse())).toEqual(ids(lines));
        expect(new Set(ids(lines)).size).toBe(ids(lines).length);
      }),
    );
  });
});

test('a friend is a customer of their own with other names, or somebody who is known', () => {
  const { found } = read(
    '### Friends:\n- Ivy Lowe (a.k.a. The Ivy a.k.a. Mrs. Lowe) [Old Town] @chess\n- Dana Whitfield\n',
  );
  expect(found).toMatchObject([
    { customer: { name: 'Ivy Lowe', aliases: ['The Ivy', 'Mrs. Lowe'], solo: true } },
    { person: { customer: 'Ivy Lowe', name: 'Ivy Lowe', role: 'Old Town; chess' } },
    { person: { customer: 'Brazos', name: 'Dana Whitfield' } },
  ]);
});

describe('a megabyte of malice takes four times as long as a quarter of it, not sixteen times', () => {
  const repeat = (text: string): string => text.repeat(Math.ceil(1_000_000 / text.length));
  test.each([
    ['stars', activity(`2026-11-02: ${repeat('*')}`)],
    ['names', activity(`2026-11-02: ${repeat('**a** ')}`)],
    ['underscores', activity(`2026-11-02: **a** ${repeat('_a')}`)],
    ['tags', activity(`2026-11-02: **a** ${repeat(' @a')}`)],
    ['brackets', `### Friends:\n- a ${repeat('(')}\n- b ${repeat('[')}`],
    ['aliases', `### Friends:\n- a (${repeat('aka ')})`],
    ['titles', repeat('### Friends:\n')],
    ['lines', activity(repeat(`2026-11-02: **a** ${'and more '.repeat(12)}\n- `))],
  ])('%s', async (_what, text) => {
    await linear(quarterOf(text), text, read);
  });
});

withFiles('friends')('the journal of others: 4 activities, 2 notes, 3 friends, 3 locations', () => {
  const file = fileIn('friends', 'friends.md');
  expect(read(file).counts).toEqual({ activities: 4, notes: 2, friends: 3, locations: 3 });
  expect(
    entriesIn(file)
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['spoke', 'spoke', 'spoke', 'spoke', 'spoke', 'work', 'work']);
  expect(read(file).found.filter(({ is }) => is === 'left')).toEqual([]);
});

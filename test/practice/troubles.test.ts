import { describe, expect, test } from '@jest/globals';
import { incidents } from '../../src/practice/troubles.ts';
import { dayOf } from '../support/days.ts';
import { AS_OF, heard, type Line, on, relationshipFrom, spoke } from '../support/lines.ts';

const delivery = (daysAgo: number, fields: Line = {}): Line =>
  heard(daysAgo, { about: ['delivery'], fault: 'us', ...fields });

/** What went wrong, by kind. */
const troubles = (...lines: readonly Line[]): readonly string[] =>
  incidents(relationshipFrom(lines).entries, dayOf(AS_OF)).map(
    ({ kind, state, times, whose }) => `${kind} ${state} ${times} ${whose}`,
  );

describe('what went wrong', () => {
  const none: readonly string[] = [];
  test.each<readonly [string, readonly Line[], readonly string[]]>([
    ['a talk about delivery is no complaint', [spoke(10, { about: ['delivery'] })], none],
    ['once', [delivery(10)], ['delivery unsettled 1 ours']],
    ['twice on one day is once', [delivery(10), delivery(10)], ['delivery unsettled 1 ours']],
    ['again', [delivery(40), delivery(10)], ['delivery continuing 2 ours']],
    [
      'each kind by itself, also of one call',
      [delivery(40), heard(10, { about: ['delivery', 'admin'], signals: ['vent'] })],
      ['delivery continuing 2 ours', 'admin unsettled 1 unknown'],
    ],
    [
      'a label is a kind where no subject says more',
      [
        heard(10, { about: ['problem'], tags: ['portal'] }),
        heard(9, { about: ['problem', 'order'], tags: ['vip'] }),
      ],
      ['portal unsettled 1 unknown', 'order unsettled 1 unknown'],
    ],
    [
      'nobody knows whether an unnamed trouble is the same one',
      [heard(40, { fault: 'them' }), heard(10, { fault: 'us' })],
      ['other unsettled 2 shared'],
    ],
    [
      'they let it all out, and we listened: no other trouble',
      [delivery(40), spoke(10, { about: ['problem'], signals: ['vent', 'listened'] })],
      ['delivery unsettled 1 ours'],
    ],
    [
      'they let it out, and nothing was known before',
      [spoke(10, { signals: ['vent', 'listened'] }), delivery(5)],
      ['other unsettled 1 unknown', 'delivery unsettled 1 ours'],
    ],
    [
      'they let out something new',
      [
        delivery(40),
        spoke(10, { about: ['admin'], signals: ['vent', 'listened'] }),
        spoke(9, { fault: 'us', signals: ['vent', 'listened'] }),
        spoke(8, { note: 'never on the day', signals: ['vent', 'listened'] }),
      ],
      ['delivery unsettled 1 ours', 'admin unsettled 1 unknown', 'other unsettled 2 ours'],
    ],
    [
      'accepted as mended',
      [delivery(40), delivery(10), on('accept', 5, { ref: 'e2' })],
      ['delivery past 2 ours'],
    ],
    [
      'again after it was accepted',
      [delivery(40), on('accept', 30, { ref: 'e1' }), delivery(10)],
      ['delivery continuing 2 ours'],
    ],
    ['again, two years ago', [delivery(800), delivery(730)], ['delivery continuing 2 ours']],
    ['again, longer ago', [delivery(800), delivery(731)], ['delivery past 2 ours']],
    ['a little harm, a year ago', [delivery(366, { harm: 1 })], ['delivery past 1 ours']],
    ['more harm, a year ago', [delivery(366, { harm: 2 })], ['delivery unsettled 1 ours']],
    ['the worst harm, ages ago', [delivery(3000, { harm: 3 })], ['delivery unsettled 1 ours']],
    [
      'rude about a price: the tone, not the price',
      [spoke(10, { about: ['price'], rude: true })],
      ['rudeness unsettled 1 theirs'],
    ],
  ])('%s', (_title, lines, expected) => expect(troubles(...lines)).toEqual(expected));
});

import { expect, test } from '@jest/globals';
import { strengths } from '../../src/practice/strengths.ts';
import { dayOf } from '../support/days.ts';
import {
  AS_OF,
  ago,
  heard,
  type Line,
  on,
  relationshipFrom,
  sent,
  spoke,
  work,
} from '../support/lines.ts';

/** What speaks for the two of them, `ours: …` and `theirs: …`, answering and favours left aside. */
const spokenFor = (...lines: readonly Line[]): readonly string[] =>
  strengths(relationshipFrom(lines), dayOf(AS_OF))
    .filter(({ kind }) => kind !== 'answers' && kind !== 'favours')
    .map(({ side, says }) => `${side}: ${says}`);

const promise = (id: string, fields: Line = {}): Line =>
  on('promise', 40, { id, by: 'them', due: ago(30), ...fields });

test.each<readonly [title: string, lines: readonly Line[], says: readonly string[]]>([
  ['a failure, and nobody said whose', [heard(10, { fault: 'us' })], []],
  [
    'they meant well by us',
    [heard(10, { fault: 'us', blames: 'nobody' }), heard(9, { fault: 'us', blames: 'nobody' })],
    ['theirs: they blamed nobody when it was your fault, twice'],
  ],
  [
    'we meant well by them',
    [spoke(10, { fault: 'them', weBlame: 'nobody' })],
    ['ours: you blamed nobody when it was theirs, once'],
  ],
  ['a favour where nothing had gone wrong', [heard(10, { got: ['m'] })], []],
  ['a favour to mend their own fault', [heard(10, { got: ['m'], fault: 'them' })], []],
  [
    'a favour to mend ours',
    [heard(10, { got: ['m'], about: ['problem'] })],
    ['theirs: they helped to mend what was not their fault, once'],
  ],
  [
    'a small thing they promised about a failure of ours, and did',
    [
      spoke(40, { fault: 'us', weBlame: 'us' }),
      promise('a'),
      promise('b'),
      on('done', 35, { ref: 'a' }),
    ],
    [
      'theirs: they kept 1 of 2 promises',
      'theirs: they helped to mend what was not their fault, once',
      'ours: you told them of a failure the day you found it, once',
    ],
  ],
  [
    'the same, where the fault was on both sides',
    [spoke(40, { fault: 'both' }), promise('a', { due: ago(-5) }), on('done', 35, { ref: 'a' })],
    [
      'theirs: they kept 1 of 1 promise',
      'ours: you told them of a failure the day you found it, once',
    ],
  ],
  [
    'they unloaded at our visit, and were sorry for it',
    [spoke(10, { fault: 'us', signals: ['vent', 'listened', 'apology'] })],
    ['theirs: they apologised', 'ours: you heard them out once'],
  ],
  [
    'we were sorry for what we did',
    [spoke(10, { fault: 'us', signals: ['apology'] })],
    ['ours: you told them of a failure the day you found it, once'],
  ],
  ['a gift that fills no need', [spoke(10, { gave: ['m'], about: ['personal'] })], []],
  [
    'a need that was filled',
    [work(10, { gave: ['m'], about: ['need'] })],
    ['ours: you helped them with a need of theirs once'],
  ],
  ['more than a year ago', [work(366, { gave: ['m'], about: ['need'] })], []],
  [
    'respect both ways',
    [heard(10, { signals: ['respect'] }), spoke(9, { signals: ['listened'] })],
    ['theirs: they showed respect', 'ours: you heard them out once'],
  ],
  [
    'they looked out for us',
    [heard(10, { signals: ['looked-out'] })],
    ['theirs: they looked out for us'],
  ],
  [
    'they looked out for us before we ever helped',
    [heard(20, { signals: ['looked-out'] }), spoke(10, { signals: ['personal-help'] })],
    ['theirs: they looked out for us', 'ours: you helped them beyond the business once'],
  ],
  [
    'it came back',
    [spoke(20, { signals: ['personal-help'] }), heard(10, { signals: ['looked-out'] })],
    [
      'theirs: they looked out for us',
      'theirs: they looked out for us after you had helped them, once',
      'ours: you helped them beyond the business once',
    ],
  ],
  [
    'told the day after',
    [work(10, { fault: 'us' }), spoke(9, { about: ['problem'], weBlame: 'us' })],
    [],
  ],
  ['they found it', [heard(10, { fault: 'us' })], []],
  [
    'told the same day',
    [work(10, { fault: 'us' }), sent(10, { about: ['problem'], weBlame: 'us' })],
    ['ours: you told them of a failure the day you found it, once'],
  ],
  [
    'one of two changes made',
    [
      spoke(40, { asked: true }),
      promise('a'),
      promise('b'),
      promise('c', { kind: 'payment', amount: 5 }),
      on('done', 9, { ref: 'a' }),
    ],
    ['theirs: they made 1 of 2 changes that they took on'],
  ],
  [
    'taken on, and not due yet; another time in vain',
    [
      spoke(40, { asked: true }),
      promise('a', { due: ago(-5) }),
      promise('b', { due: ago(0) }),
      spoke(20, { asked: true }),
    ],
    ['theirs: they took on 2 changes that you asked for, not due yet, asked twice'],
  ],
  [
    'taken on, and one of them late',
    [spoke(40, { asked: true }), promise('a', { due: ago(-5) }), promise('b')],
    [],
  ],
])('%s', (_title, lines, says) => {
  expect(spokenFor(...lines)).toEqual(says);
});

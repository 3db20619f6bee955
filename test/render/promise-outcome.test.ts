import { expect, test } from '@jest/globals';
import { theirPromisesOn } from '../../src/journal/promises.ts';
import { chronicleOf } from '../../src/journal/chronicle.ts';
import { outcomeText } from '../../src/render/promise-outcome.ts';
import { dayOf } from '../support/days.ts';
import { AS_OF, ago, on, relationshipFrom } from '../support/lines.ts';

test.each([
  [-2, 'open, due in 2 days'],
  [0, 'open, due today'],
  [2, 'open, 2 days late, no matter yet'],
  [8, 'open, 8 days late'],
])('a promise %d days past its date: %s', (past, says) => {
  const asOf = dayOf(AS_OF);
  const line = on('promise', 20, { by: 'them', what: 'the list', due: ago(past) });
  const standings = theirPromisesOn(chronicleOf(relationshipFrom([line]).entries), undefined, asOf);
  expect(standings.map((each) => outcomeText(each, asOf))).toEqual([says]);
});

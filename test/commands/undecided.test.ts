import { expect, test } from '@jest/globals';
import { undecided } from '../../src/commands/review-walk.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { dayOf } from '../support/days.ts';
import { ago, AS_OF, type Line, on, relationshipFrom, spoke, won } from '../support/lines.ts';

const neglected = [won(300), spoke(290, { about: ['need'], learned: ['need', 'win'] })];

test.each<readonly [decision: Line, isAsked: boolean]>([
  [{ verdict: 'FIX', computed: 'FIX' }, false],
  [{ verdict: 'DROP', computed: 'FIX' }, false],
  [{ verdict: 'KEEP', computed: 'FIX', reason: 'a quiet year' }, true],
  [{ verdict: 'KEEP', computed: 'FIX', until: ago(-30) }, true],
  [{ verdict: 'KEEP', computed: 'FIX', reason: 'a quiet year', until: ago(-30) }, false],
])('rel review -i asks again after %j: %s', (decision, isAsked) => {
  const account = relationshipFrom([...neglected, on('decision', 1, decision)]);
  const { customers } = reviewOf([account], {}, dayOf(AS_OF));
  expect(customers.map(({ judgement }) => judgement.verdict)).toEqual(['FIX']);
  expect(undecided(customers)).toHaveLength(isAsked ? 1 : 0);
});

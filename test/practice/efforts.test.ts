import { expect, test } from '@jest/globals';
import { effortsFor } from '../../src/practice/efforts.ts';
import { dayOf } from '../support/days.ts';
import { AS_OF, heard, type Line, on, relationshipFrom, spoke } from '../support/lines.ts';

const explained = (...lines: readonly Line[]): number =>
  effortsFor(relationshipFrom(lines).entries, dayOf(AS_OF)).back.explained;

test('an explanation that they brought after a drop is one, and once', () => {
  const raised = [spoke(40, { signals: ['confronted'] }), on('drop', 20)];
  const brought = { conditions: ['explanation', 'apology'] };
  expect(explained(...raised, on('conditions', 10, { conditions: ['apology'] }))).toBe(0);
  expect(explained(...raised, on('conditions', 10, brought))).toBe(1);
  const said = heard(11, { signals: ['explained'] });
  expect(explained(...raised, said, on('conditions', 10, { ...brought, ref: 'e3' }))).toBe(1);
});

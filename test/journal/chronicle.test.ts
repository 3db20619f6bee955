import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chronicleOf } from '../../src/journal/chronicle.ts';
import { tellsConduct } from '../../src/journal/conduct.ts';
import { isOccasion, isTouch, isTwoWay } from '../../src/journal/entry.ts';
import { isOurFailure } from '../../src/journal/failures.ts';
import { isAsked, isBashing, isOwning } from '../../src/journal/providers.ts';
import { isAttention } from '../../src/rules/cadence.ts';
import { tellsNeed, tellsWin } from '../../src/rules/discovery.ts';
import { hasSubject } from '../../src/rules/routine.ts';
import { isFelt } from '../../src/rules/toll.ts';
import { anyJournal } from '../support/any-journal.ts';
import { bookFrom } from '../support/journal.ts';

const KINDS = [
  isOccasion,
  isTouch,
  isTwoWay,
  tellsConduct,
  isOurFailure,
  isAsked,
  isBashing,
  isOwning,
  isAttention,
  tellsNeed,
  tellsWin,
  hasSubject,
  isFelt,
];

test('an entry that is of a kind is of each wider one that it is picked from', () => {
  let found = 0;
  fc.assert(
    fc.property(anyJournal, (lines) => {
      for (const { entries } of bookFrom(lines.map((line) => JSON.stringify(line)).join('\n'))
        .accounts) {
        for (const is of KINDS) {
          const shelf = chronicleOf(entries).shelf(is);
          expect(shelf).toEqual(entries.filter(is));
          if (shelf.length > 0 && shelf.length < entries.length) found += 1;
        }
      }
    }),
    { numRuns: 20, seed: 20_260_630 },
  );
  expect(found).toBeGreaterThan(KINDS.length);
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatDay, parseDay } from '../../src/journal/days.ts';
import { outdated } from '../../src/store/backup-rotation.ts';
import { type Backup, type Occasion, OCCASIONS } from '../../src/store/backups.ts';

const backup = (made: string, occasion: Occasion = 'daily'): Backup => ({
  file: `/backups/${made}-${occasion}.db`,
  made,
  occasion,
  bytes: 1,
});

const newestFirst = (backups: readonly Backup[]): readonly Backup[] =>
  [...backups].sort((one, other) => (one.made < other.made ? 1 : -1));

/** One a day from this Monday on, the newest first. */
function daily(days: number, from = '2026-08-03'): readonly Backup[] {
  const first = parseDay(from);
  if (first === undefined) throw new Error(from);
  const made = Array.from({ length: days }, (_, at) => formatDay(addDays(first, at)));
  return newestFirst(made.map((day) => backup(`${day}T09:00:00`)));
}

const keptOf = (backups: readonly Backup[]): readonly Backup[] => {
  const gone = new Set(outdated(backups));
  return backups.filter((each) => !gone.has(each));
};

const days = (backups: readonly Backup[]): readonly string[] =>
  backups.map(({ made }) => made.slice(0, 10));

describe('daily backups', () => {
  test('of seven days are all kept', () => expect(outdated(daily(7))).toEqual([]));

  test('before those, the last of each of four weeks is kept', () => {
    // Sixty days from a Monday on: the last one is a Thursday.
    expect(days(keptOf(daily(60)))).toEqual([
      ...['2026-10-01', '2026-09-30', '2026-09-29', '2026-09-28'],
      ...['2026-09-27', '2026-09-26', '2026-09-25'],
      ...['2026-09-24', '2026-09-20', '2026-09-13', '2026-09-06'],
    ]);
  });

  test('kept day by day come to the same as kept at once', () => {
    let kept: readonly Backup[] = [];
    for (const each of daily(60).toReversed()) kept = keptOf([each, ...kept]);
    expect(days(kept)).toEqual(days(keptOf(daily(60))));
  });

  test('with long pauses stay for as many days as there were', () => {
    const seldom = newestFirst(
      ['2025-01-01', '2025-06-01', '2026-01-01', '2026-06-01'].map((day) =>
        backup(`${day}T09:00:00`),
      ),
    );
    expect(outdated(seldom)).toEqual([]);
  });

  test('of one day but the last go', () => {
    const day = ['2026-11-16T10:00:00', '2026-11-16T09:00:00'].map((made) => backup(made));
    expect(outdated(day)).toEqual([backup('2026-11-16T09:00:00')]);
  });
});

describe('other backups', () => {
  const five = (occasion: Occasion) =>
    newestFirst([1, 2, 3, 4, 5].map((day) => backup(`2026-11-0${day}T09:00:00`, occasion)));

  test.each(['asked', 'restore'] as const)('all that are %s stay', (occasion) =>
    expect(outdated(five(occasion))).toEqual([]),
  );

  test.each(['import', 'migration', 'forget'] as const)('the last three of %s stay', (occasion) =>
    expect(days(outdated(five(occasion)))).toEqual(['2026-11-02', '2026-11-01']),
  );
});

test('whatever there is, the newest stays, what was asked for stays, and what stays stays again', () => {
  const any = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 20_000, max: 20_400 }), fc.constantFrom(...OCCASIONS)),
    { maxLength: 80, selector: ([day]) => day },
  );
  fc.assert(
    fc.property(any, (drawn) => {
      const backups = newestFirst(
        drawn.map(([day, occasion]) =>
          backup(`${new Date(day * 86_400_000).toISOString().slice(0, 10)}T09:00:00`, occasion),
        ),
      );
      const kept = keptOf(backups);
      expect(kept[0]).toBe(backups[0]);
      const isHolding = ({ occasion }: Backup) => occasion === 'asked' || occasion === 'restore';
      expect(kept.filter(isHolding)).toEqual(backups.filter(isHolding));
      expect(outdated(kept)).toEqual([]);
      expect(kept.filter(({ occasion }) => occasion === 'daily').length).toBeLessThanOrEqual(11);
    }),
    { numRuns: 200 },
  );
});

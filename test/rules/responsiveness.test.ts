import responsiveness from '../../src/rules/responsiveness.ts';
import { each, heard, lost, on, run, sent, spoke, tried, won } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const active = won(720);

ruleCases(responsiveness, [
  {
    says: 'five days without an answer are too few',
    lines: [active, ...each(tried, run(48, 5))],
    level: null,
    numbers: { tries: 5 },
  },
  {
    says: 'six letters are no attempts',
    lines: [active, ...each(sent, run(60, 6))],
    level: null,
    numbers: { tries: 0 },
  },
  {
    says: 'ten calls on one day are one',
    lines: [active, ...each(tried, run(48, 5)), ...each(tried, run(48, 5, 0))],
    level: null,
    numbers: { tries: 5 },
  },
  {
    says: 'four answered of eight: U .751',
    lines: [active, ...each(spoke, run(100, 4)), ...each(tried, run(72, 4))],
    level: 0,
  },
  {
    says: 'three answered of eight: U .652',
    lines: [active, ...each(spoke, run(100, 3)), ...each(tried, run(72, 5))],
    level: 2,
    numbers: { tries: 8, answered: 3 },
    evidence: ['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'],
  },
  {
    says: 'one answered of six: U .502',
    lines: [active, spoke(100), ...each(tried, run(80, 5))],
    level: 2,
  },
  {
    says: 'one answered of seven: U .452',
    lines: [active, spoke(100), ...each(tried, run(80, 6))],
    level: 3,
  },
  {
    says: 'none of six, the first 41 days ago',
    lines: [active, ...each(tried, [41, 34, 27, 20, 13, 7])],
    level: 3,
  },
  {
    says: 'none of six, the first 42 days ago',
    lines: [active, ...each(tried, [42, 34, 27, 20, 13, 7])],
    level: 4,
    numbers: { firstDaysAgo: 42 },
  },
  {
    says: 'a prospect who answered one of eight owes nothing',
    lines: [spoke(100), ...each(tried, run(80, 7))],
    level: 0,
  },
  {
    says: 'a prospect, none of six, the first 20 days ago',
    lines: each(tried, [20, 18, 16, 14, 12, 10]),
    level: 0,
  },
  {
    says: 'a prospect, none of six, the first 21 days ago',
    lines: each(tried, [21, 18, 16, 14, 12, 10]),
    level: 4,
  },
  {
    says: 'only the last one answered',
    lines: [active, spoke(100), ...each(tried, run(80, 6)), spoke(10)],
    level: 2,
  },
  {
    says: 'the last two answered: at most a note',
    lines: [active, ...each(tried, run(100, 6)), spoke(20), spoke(10)],
    level: 1,
  },
  {
    says: 'the last two answered and nothing to warn of',
    lines: [active, ...each(tried, run(100, 4)), ...each(spoke, run(60, 4))],
    level: 0,
  },
  {
    // 15 May 2026 is a Friday.
    says: 'answered on the third working day after a Friday',
    lines: [...each(tried, run(109, 5)), on('tried', 46), heard(41)],
    level: 0,
    numbers: { tries: 6, answered: 1 },
  },
  {
    says: 'answered on the fourth working day after a Friday',
    lines: [...each(tried, run(109, 5)), on('tried', 46), heard(40)],
    level: 4,
    numbers: { tries: 6, answered: 0 },
  },
  {
    // Thursday, 25 June: its third working day is the review date.
    says: 'the last day for an answer is not over: pending',
    lines: [active, ...each(tried, run(60, 5)), tried(5)],
    level: null,
    numbers: { tries: 5 },
  },
  {
    says: 'the last day for an answer was yesterday',
    lines: [active, ...each(tried, run(60, 5)), tried(6)],
    level: 4,
    numbers: { tries: 6 },
  },
  {
    says: 'a pending attempt that was answered counts',
    lines: [active, ...each(tried, run(60, 5)), tried(2), heard(1)],
    level: 2,
    numbers: { tries: 6, answered: 1 },
  },
  {
    says: 'an attempt on an away day is none',
    lines: [
      active,
      ...each(tried, run(60, 6)),
      on('away', 60, { from: '2026-05-01', to: '2026-05-01' }),
    ],
    level: null,
    numbers: { tries: 5 },
  },
  {
    says: 'away days do not prolong the time for an answer',
    lines: [
      active,
      ...each(tried, run(59, 6)),
      on('away', 60, { from: '2026-05-03', to: '2026-05-06' }),
      heard(54),
    ],
    level: 4,
    numbers: { tries: 6, answered: 0 },
  },
  {
    says: 'eight of four weeks are the recent ones',
    lines: [active, spoke(40), spoke(28), ...each(tried, run(27, 8, -2))],
    level: 3,
    numbers: { tries: 8, answered: 0 },
  },
  {
    says: 'more than eight of four weeks are all recent',
    lines: [active, spoke(40), ...each(tried, run(27, 10, -2))],
    level: 3,
    numbers: { tries: 10, answered: 0 },
  },
  {
    says: 'seven of four weeks: the last eight instead',
    lines: [active, spoke(60), spoke(40), ...each(tried, run(27, 7, -2))],
    level: 3,
    numbers: { tries: 8, answered: 1 },
  },
  {
    says: 'the first of six 365 days ago',
    lines: [active, ...each(tried, [365, 60, 53, 46, 39, 32])],
    level: 4,
  },
  {
    says: 'the first of six 366 days ago',
    lines: [active, ...each(tried, [366, 60, 53, 46, 39, 32])],
    level: null,
    numbers: { tries: 5 },
  },
  {
    says: 'on the day of a new start',
    lines: [active, lost(80), won(60), ...each(tried, run(60, 6))],
    level: 4,
  },
  {
    says: 'before a new start',
    lines: [active, lost(80), won(59), ...each(tried, run(60, 6))],
    level: null,
    numbers: { tries: 5 },
  },
  {
    says: 'an answer counts although it came after the new start only',
    lines: [active, lost(80), won(60), ...each(tried, run(60, 6)), heard(24)],
    level: 2,
    numbers: { tries: 6, answered: 1 },
  },
]);

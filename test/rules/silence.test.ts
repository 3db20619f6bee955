import silence from '../../src/rules/silence.ts';
import { ago, each, on, run, spoke, tried } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

/** Ten talks, eight days apart, the last of them so many days ago. */
const talks = (last: number) => each(spoke, run(last + 72, 10, -8));
const away = (from: number, to = from) => on('away', 20, { from: ago(from), to: ago(to) });

ruleCases(silence, [
  {
    says: 'eight gaps are too few',
    lines: [...talks(60).slice(1), tried(40), tried(30)],
    level: null,
    numbers: { gaps: 8 },
  },
  {
    says: 'just 1.25 times the longest',
    lines: [...talks(10), tried(9), tried(8)],
    level: 0,
    numbers: { current: 10, longest: 8, tries: 2 },
  },
  {
    says: 'a day more',
    lines: [...talks(11), tried(9), tried(8)],
    level: 2,
    evidence: ['e10', 'e11', 'e12'],
    numbers: { current: 11, longest: 8, gaps: 9, tries: 2, rank: 0.1 },
  },
  { says: 'one attempt only', lines: [...talks(11), tried(9)], level: 0 },
  { says: 'a second attempt on the same day', lines: [...talks(11), tried(9), tried(9)], level: 0 },
  { says: 'a second attempt that is pending', lines: [...talks(11), tried(9), tried(5)], level: 0 },
  {
    says: 'an attempt on the day of the last talk is not after it',
    lines: [...talks(11), tried(11), tried(9)],
    level: 0,
    numbers: { tries: 1 },
  },
  {
    says: 'never more than a warning',
    lines: [...talks(300), ...each(tried, run(290, 30))],
    level: 2,
  },
  {
    says: 'an away day is taken off the present silence',
    lines: [...talks(11), tried(9), tried(8), away(10)],
    level: 0,
    numbers: { current: 10 },
  },
  {
    says: 'so is the review date itself',
    lines: [...talks(11), tried(9), tried(8), away(0)],
    level: 0,
    numbers: { current: 10 },
  },
  {
    says: 'but not the day of the last talk',
    lines: [...talks(11), tried(9), tried(8), away(11)],
    level: 2,
    numbers: { current: 11 },
  },
  {
    says: 'overlapping aways count once',
    lines: [...talks(13), tried(9), tried(8), away(12, 11), away(12, 11)],
    level: 2,
    numbers: { current: 11 },
  },
  {
    says: 'a longest gap of nine days',
    lines: [spoke(84), ...talks(11).slice(1), tried(9), tried(8)],
    level: 0,
    numbers: { longest: 9 },
  },
  {
    says: 'a longest gap of nine days, one of them away',
    lines: [spoke(84), ...talks(11).slice(1), tried(9), tried(8), away(80)],
    level: 2,
    numbers: { longest: 8 },
  },
  {
    says: 'two talks on one day make no gap',
    lines: [...talks(11).slice(1), spoke(75), tried(9), tried(8)],
    level: null,
    numbers: { gaps: 8 },
  },
  {
    says: 'a talk 730 days ago begins a gap',
    lines: [spoke(730), ...talks(600).slice(1), tried(40), tried(30)],
    level: 2,
    numbers: { gaps: 9 },
  },
  {
    says: 'a talk 731 days ago does not',
    lines: [spoke(731), ...talks(600).slice(1), tried(40), tried(30)],
    level: null,
    numbers: { gaps: 8 },
  },
  {
    says: 'attempts older than the recent eight count',
    lines: [...talks(500), tried(490), tried(480)],
    level: 2,
    numbers: { tries: 2 },
  },
  {
    says: 'gaps before a new start are forgotten',
    lines: [on('won', 700), on('lost', 500), on('won', 82), ...talks(11), tried(9), tried(8)],
    level: null,
    numbers: { gaps: 8 },
  },
]);

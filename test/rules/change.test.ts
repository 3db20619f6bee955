import change from '../../src/rules/change.ts';
import { each, heard, on, run, spoke, tried } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

// Five recent attempts at most, because all others lie more than a year back.
const none = each(tried, [300, 290, 280, 270, 260]);
/** Twenty attempts of the last four weeks, the first ones answered, after forty answered ones. */
const often = (answered: number) => [
  ...each(spoke, run(79, 40, -1)),
  ...each(spoke, run(26, answered, -1)),
  ...each(tried, run(26 - answered, 20 - answered, -1)),
];

ruleCases(change, [
  {
    says: 'seven earlier ones are too few',
    lines: [...each(spoke, run(430, 7)), ...none],
    level: null,
    numbers: { tries: 5, triesBefore: 7 },
  },
  {
    says: 'four recent ones are too few',
    lines: [...each(spoke, run(430, 8)), ...none.slice(1)],
    level: null,
    numbers: { tries: 4, triesBefore: 8 },
  },
  { says: 'nobody was ever tried', lines: [], level: null, numbers: { tries: 0, triesBefore: 0 } },
  {
    says: 'always reached, now never',
    lines: [...each(spoke, run(430, 8)), ...none],
    level: 3,
    evidence: ['e9', 'e10', 'e11', 'e12', 'e13'],
    numbers: { tries: 5, answered: 0, triesBefore: 8, answeredBefore: 8 },
  },
  {
    says: 'used to answer at once, now after two days',
    lines: [
      ...each(spoke, run(430, 8)),
      ...each(tried, [300, 293, 286, 279, 272]),
      ...each(heard, [298, 291, 284]),
    ],
    level: 0,
    numbers: { answered: 3, atOnce: 0, answeredBefore: 8, atOnceBefore: 8 },
  },
  {
    says: 'a chance of 6.5 %',
    lines: [...each(spoke, run(500, 4)), ...each(tried, run(450, 4)), ...none],
    level: 0,
  },
  {
    says: 'a chance of 2.8 %',
    lines: [...each(spoke, run(500, 5)), ...each(tried, run(450, 3)), ...none],
    level: 2,
  },
  {
    says: 'a chance of 1.05 %',
    lines: [...each(spoke, run(500, 6)), ...each(tried, run(450, 2)), ...none],
    level: 2,
  },
  {
    says: 'a chance of 0.3 %',
    lines: [...each(spoke, run(500, 7)), ...each(tried, run(450, 1)), ...none],
    level: 3,
  },
  { says: 'a fall of a fifth, however sure', lines: often(16), level: 0 },
  { says: 'a fall of just a quarter', lines: often(15), level: 2 },
  { says: 'a fall of 35 %, however sure', lines: often(13), level: 2 },
  {
    says: 'a fall of 37.5 %, however sure',
    lines: [tried(90), ...often(12).slice(1)],
    level: 2,
    numbers: { tries: 20, answered: 12, triesBefore: 40, answeredBefore: 39 },
  },
  { says: 'a fall of just two fifths', lines: often(12), level: 3, numbers: { tries: 20 } },
  {
    says: 'the baseline begins 365 days before the first recent one',
    lines: [spoke(665), ...each(spoke, run(430, 7)), ...none],
    level: 3,
  },
  {
    says: 'one 366 days before it is outside',
    lines: [spoke(666), ...each(spoke, run(430, 7)), ...none],
    level: null,
    numbers: { triesBefore: 7 },
  },
  {
    says: 'nothing is remembered for 731 days',
    lines: [spoke(731), ...each(spoke, run(430, 7)), tried(366), ...none],
    level: 3,
    numbers: { triesBefore: 8 },
  },
  {
    says: 'the last two answered: at most a note',
    lines: [...each(spoke, run(300, 12)), ...each(tried, run(150, 6)), spoke(30), spoke(20)],
    level: 1,
  },
  {
    says: 'the last one answered',
    lines: [...each(spoke, run(300, 12)), ...each(tried, run(150, 7)), spoke(20)],
    level: 3,
  },
  {
    says: 'before a new start there is no baseline',
    lines: [on('won', 720), ...each(spoke, run(430, 8)), on('lost', 320), on('won', 310), ...none],
    level: null,
    numbers: { tries: 5, triesBefore: 0 },
  },
]);

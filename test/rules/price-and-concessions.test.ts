import concessions from '../../src/rules/concessions.ts';
import priceOnly from '../../src/rules/price-only.ts';
import { each, heard, lost, run, sent, spoke, won, work } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const price = (from: number, count: number) => each(spoke, run(from, count), { about: ['price'] });
const need = (from: number, count: number) => each(heard, run(from, count), { about: ['need'] });

ruleCases(priceOnly, [
  { says: 'four talks are too few', lines: price(100, 4), level: null, numbers: { talks: 4 } },
  {
    says: 'letters and talks without a subject are not counted',
    lines: [...price(100, 4), sent(50, { about: ['price'] }), heard(40), heard(30, { about: [] })],
    level: null,
    numbers: { talks: 4 },
  },
  { says: 'two of five: L .143', lines: [...price(100, 2), ...need(80, 3)], level: 0 },
  { says: 'three of six: L .221', lines: [...price(100, 3), ...need(70, 3)], level: 0 },
  {
    says: 'three of five: L .272',
    lines: [...price(100, 3), ...need(70, 2)],
    level: 2,
    evidence: ['e1', 'e2', 'e3'],
    numbers: { talks: 5, priceOnly: 3 },
  },
  {
    says: 'price and something else is an ordinary talk',
    lines: [...price(100, 2), spoke(60, { about: ['price', 'order'] }), ...need(50, 2)],
    level: 0,
    numbers: { priceOnly: 2 },
  },
  { says: 'four of five: L .435', lines: [...price(100, 4), ...need(60, 1)], level: 2 },
  { says: 'five of five: L .649', lines: price(100, 5), level: 3 },
  { says: 'six of eight: L .460', lines: [...price(100, 6), ...need(50, 2)], level: 2 },
  { says: 'six of seven: L .548', lines: [...price(100, 6), ...need(50, 1)], level: 3 },
  {
    says: 'the thirteenth from the end is forgotten',
    lines: [...price(200, 1), ...need(180, 7), ...price(100, 5)],
    level: 0,
    numbers: { talks: 12, priceOnly: 5 },
  },
  { says: '365 days ago', lines: [...price(365, 1), ...price(100, 4)], level: 3 },
  { says: '366 days ago', lines: [...price(366, 1), ...price(100, 4)], level: null },
  {
    says: 'before a new start',
    lines: [won(700), ...price(100, 5), lost(66), won(65)],
    level: null,
  },
]);

const gaveWay = (...daysAgo: number[]) => each(work, daysAgo, { conceded: true });
const favour = (daysAgo: number) => heard(daysAgo, { got: ['s'] });

ruleCases(concessions, [
  { says: 'nothing known', lines: [], level: null },
  { says: 'a letter alone', lines: [sent(50)], level: null },
  { says: 'a talk without a concession', lines: [heard(50)], level: 0 },
  { says: 'two', lines: gaveWay(200, 150), level: 0, numbers: { unanswered: 2 } },
  { says: 'three', lines: gaveWay(200, 150, 100), level: 2, evidence: ['e1', 'e2', 'e3'] },
  { says: 'two on one day are two', lines: gaveWay(200, 200, 100), level: 2 },
  { says: 'four', lines: gaveWay(200, 150, 100, 90), level: 2 },
  { says: 'five', lines: gaveWay(200, 150, 100, 90, 80), level: 3 },
  {
    says: 'the third is 30 days old',
    lines: gaveWay(200, 150, 30),
    level: 0,
    numbers: { unanswered: 2 },
  },
  { says: 'the third is 31 days old', lines: gaveWay(200, 150, 31), level: 2 },
  {
    says: 'a favour on the day before answers nothing',
    lines: [...gaveWay(200, 150, 100), favour(101)],
    level: 2,
  },
  {
    says: 'a favour on the same day',
    lines: [...gaveWay(200, 150, 100), favour(100)],
    level: 0,
    numbers: { unanswered: 2 },
  },
  { says: 'a favour 30 days after', lines: [...gaveWay(200, 150, 100), favour(70)], level: 0 },
  { says: 'a favour 31 days after', lines: [...gaveWay(200, 150, 100), favour(69)], level: 2 },
  {
    says: 'one favour answers several',
    lines: [...gaveWay(200, 110, 105, 100), favour(90)],
    level: 0,
    numbers: { unanswered: 1 },
  },
  {
    says: 'an empty list of favours is none',
    lines: [...gaveWay(200, 150, 100), heard(90, { got: [] })],
    level: 2,
  },
  {
    says: 'what we gave is no answer',
    lines: [...gaveWay(200, 150, 100), work(90, { gave: ['s'] })],
    level: 2,
  },
  { says: '365 days ago', lines: gaveWay(365, 150, 100), level: 2 },
  { says: '366 days ago', lines: gaveWay(366, 150, 100), level: 0 },
  {
    says: 'before a new start',
    lines: [won(700), ...gaveWay(200, 150, 100), lost(90), won(80)],
    level: null,
  },
]);

import ownFailure from '../../src/rules/own-failure.ts';
import { heard, type Line, lost, on, sent, spoke, won, work } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const failed = (daysAgo: number, harm: number, fields: Line = {}) =>
  heard(daysAgo, { id: 'f', fault: 'us', harm, ...fields });
const accept = (ref: string) => on('accept', 5, { ref });

ruleCases(ownFailure, [
  { says: 'no touch yet', lines: [work(10, { fault: 'us', harm: 3 })], level: null },
  { says: 'a touch and no harm', lines: [sent(10)], level: 0 },
  { says: 'a fault without harm', lines: [heard(10, { fault: 'us' })], level: 0 },
  { says: 'harm without a fault', lines: [heard(10, { harm: 3 })], level: 0 },
  { says: 'their own fault', lines: [failed(10, 3, { fault: 'them' })], level: 0 },
  { says: 'a fault from outside', lines: [failed(10, 3, { fault: 'outside' })], level: 0 },
  { says: 'harm 1, 365 days ago', lines: [failed(365, 1)], level: 2, evidence: ['f'] },
  { says: 'harm 1, 366 days ago', lines: [failed(366, 1)], level: 0 },
  { says: 'harm 2, 730 days ago', lines: [failed(730, 2)], level: 3 },
  { says: 'harm 2, 731 days ago', lines: [failed(731, 2)], level: 0 },
  { says: 'harm 3, six years ago', lines: [failed(2190, 3)], level: 4 },
  { says: 'harm 3 that they share', lines: [failed(10, 3, { blames: 'both' })], level: 3 },
  {
    says: 'harm 3 with a fault of both is not shared by that alone',
    lines: [failed(10, 3, { fault: 'both' })],
    level: 4,
  },
  { says: 'harm 2 that they share', lines: [failed(10, 2, { blames: 'both' })], level: 3 },
  { says: 'harm 1, and we blame them', lines: [failed(365, 1, { weBlame: 'them' })], level: 3 },
  { says: 'harm 1, and we blame nobody', lines: [failed(365, 1, { weBlame: 'nobody' })], level: 3 },
  { says: 'harm 1, and we own it', lines: [failed(365, 1, { weBlame: 'us' })], level: 2 },
  {
    says: 'harm 1 a year ago, whomever we blame',
    lines: [failed(366, 1, { weBlame: 'them' })],
    level: 0,
  },
  { says: 'harm 3, and we blame them', lines: [failed(10, 3, { weBlame: 'them' })], level: 4 },
  {
    says: 'harm 3 that they share, and we blame them',
    lines: [failed(10, 3, { blames: 'both', weBlame: 'them' })],
    level: 3,
  },
  { says: 'accepted', lines: [failed(10, 3), accept('f')], level: 0 },
  {
    says: 'another one accepted',
    lines: [failed(10, 3), heard(9, { id: 'g', fault: 'us', harm: 1 }), accept('g')],
    level: 4,
    evidence: ['f'],
  },
  {
    says: 'several: the worst',
    lines: [failed(10, 1), spoke(9, { id: 'g', fault: 'both', harm: 2 })],
    level: 3,
    evidence: ['f', 'g'],
    numbers: { failures: 2 },
  },
  {
    says: 'several, the worst one first',
    lines: [failed(10, 2), spoke(9, { id: 'g', fault: 'both', harm: 1 })],
    level: 3,
    evidence: ['f', 'g'],
  },
  {
    says: 'in work without contact',
    lines: [sent(10), work(9, { fault: 'us', harm: 2 })],
    level: 3,
    evidence: ['e2'],
  },
  {
    says: 'no new start wipes it out',
    lines: [won(700), failed(60, 3), lost(50), won(40)],
    level: 4,
  },
]);

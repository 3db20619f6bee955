import dealbreaker from '../../src/rules/dealbreaker.ts';
import respect from '../../src/rules/respect.ts';
import { each, heard, lost, sent, spoke, won, work } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const rude = { rude: true };

ruleCases(respect, [
  { says: 'without any touch', lines: [work(10, rude)], level: null },
  { says: 'a touch and nothing else', lines: [sent(10)], level: 0 },
  { says: 'one day', lines: [heard(10, rude)], level: 1, evidence: ['e1'] },
  {
    says: 'twice on one day',
    lines: [heard(10, rude), spoke(10, rude)],
    level: 1,
    numbers: { days: 1 },
  },
  { says: 'two days', lines: each(heard, [10, 9], rude), level: 2, evidence: ['e1', 'e2'] },
  { says: 'three days', lines: each(heard, [10, 9, 8], rude), level: 2 },
  { says: 'four days', lines: each(heard, [10, 9, 8, 7], rude), level: 3 },
  { says: 'never more than serious', lines: each(heard, [12, 11, 10, 9, 8, 7, 6], rude), level: 3 },
  { says: 'without contact', lines: [sent(10), work(9, rude)], level: 1, evidence: ['e2'] },
  { says: '180 days ago', lines: [heard(180, rude)], level: 1 },
  { says: '181 days ago', lines: [heard(181, rude)], level: 0 },
  {
    says: 'on the day before a new start',
    lines: [won(700), heard(60, rude), lost(60), won(59), sent(10)],
    level: 0,
  },
  {
    says: 'no touch since a new start',
    lines: [won(700), heard(60, rude), lost(60), won(59)],
    level: null,
  },
]);

ruleCases(dealbreaker, [
  { says: 'none', lines: [heard(10)], level: 0 },
  { says: '366 days ago', lines: [heard(366, { dealbreaker: true })], level: 0 },
  { says: '365 days ago', lines: [heard(365, { dealbreaker: true })], level: 4, evidence: ['e1'] },
  { says: 'seen at work without contact', lines: [work(1, { dealbreaker: true })], level: 4 },
  {
    says: 'no new start wipes it out',
    lines: [won(700), heard(60, { dealbreaker: true }), lost(60), won(59)],
    level: 4,
    evidence: ['e2'],
  },
  { says: 'taken back', lines: [heard(10, { dealbreaker: false })], level: 0 },
]);

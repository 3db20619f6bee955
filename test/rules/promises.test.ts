import ownPromises from '../../src/rules/own-promises.ts';
import promises from '../../src/rules/promises.ts';
import { type Line, lost, won } from '../support/lines.ts';
import { broken, done, hardship, moved, promise, settled, waived } from '../support/promises.ts';
import { ruleCases } from '../support/rule-cases.ts';

const kept = (id: string, dueAgo: number) => settled('them', id, dueAgo, 0);
const late = (id: string, dueAgo: number, fields: Line = {}) =>
  settled('them', id, dueAgo, 3, fields);
const unkept = (id: string, dueAgo: number) => promise('them', id, dueAgo);

ruleCases(promises, [
  {
    says: 'one broken promise is too few',
    lines: [unkept('a', 50)],
    level: null,
    numbers: { promises: 1 },
  },
  {
    says: 'what is open or waived is not judged',
    lines: [unkept('a', 50), unkept('b', 2), unkept('c', 60), waived('c', 50)],
    level: null,
    numbers: { promises: 1 },
  },
  { says: 'one of two kept', lines: [unkept('a', 50), ...kept('b', 60)], level: 0 },
  {
    says: 'two of four: L .182',
    lines: [...kept('a', 90), ...kept('b', 80), unkept('c', 70), unkept('d', 60)],
    level: 0,
  },
  {
    says: 'two of three: L .254',
    lines: [...kept('a', 90), unkept('c', 70), unkept('d', 60)],
    level: 2,
    evidence: ['c', 'd'],
    numbers: { promises: 3, missed: 2, broken: 2 },
  },
  {
    says: 'two of two late: the promise and its end are cited',
    lines: [...late('a', 90), ...late('b', 80)],
    level: 2,
    evidence: ['a', 'e2', 'b', 'e4'],
  },
  {
    says: 'three late ones, none broken',
    lines: ['a', 'b', 'c'].flatMap((id) => late(id, 90)),
    level: 2,
  },
  {
    says: 'three, one of them broken: L .526',
    lines: [...late('a', 90), ...late('b', 80), unkept('c', 70)],
    level: 3,
    numbers: { promises: 3, missed: 3, broken: 1 },
  },
  {
    says: 'three of four: L .356',
    lines: [...kept('k', 95), unkept('a', 90), unkept('b', 80), unkept('c', 70)],
    level: 2,
  },
  {
    says: 'the sixth from the end is forgotten',
    lines: [
      unkept('z', 200),
      ...['a', 'b', 'c', 'd', 'e'].flatMap((id) => kept(id, 90)),
      unkept('f', 50),
    ],
    level: 0,
    numbers: { promises: 5, missed: 1 },
  },
  {
    says: 'of one due date the first recorded is forgotten',
    lines: [
      unkept('z', 90),
      unkept('y', 90),
      ...['a', 'b', 'c', 'd'].flatMap((id) => kept(id, 90)),
    ],
    level: 0,
    numbers: { promises: 5, missed: 1 },
  },
  { says: 'due 365 days ago', lines: [unkept('a', 365), unkept('b', 60)], level: 2 },
  { says: 'due 366 days ago', lines: [unkept('a', 366), unkept('b', 60)], level: null },
  {
    says: 'kept early, due ahead',
    lines: [promise('them', 'a', -20), done('a', 1), unkept('b', 60)],
    level: 0,
    numbers: { promises: 2, missed: 1 },
  },
  {
    says: 'payments are promises too',
    lines: [promise('them', 'a', 60, { kind: 'payment' }), unkept('b', 60)],
    level: 2,
  },
  {
    says: 'an agreed new date opens it again',
    lines: [unkept('a', 60), moved('a', 59, 1, true), unkept('b', 60)],
    level: null,
  },
  {
    says: 'a new date we did not agree to',
    lines: [unkept('a', 60), moved('a', 59, 1), unkept('b', 60)],
    level: 2,
  },
  {
    says: 'kept by the end of a hardship',
    lines: [unkept('a', 60), hardship(61, 61, 40), done('a', 38), unkept('b', 90)],
    level: 0,
    numbers: { promises: 2, missed: 1 },
  },
  {
    says: 'tasks from before a new start are forgotten',
    lines: [won(700), lost(40), won(30), unkept('a', 60), unkept('b', 90)],
    level: null,
    numbers: { promises: 0 },
  },
  {
    says: 'payments owed at a new start are not',
    lines: [
      won(700),
      lost(40),
      won(30),
      promise('them', 'a', 60, { kind: 'payment' }),
      promise('them', 'b', 90, { kind: 'payment' }),
    ],
    level: 2,
  },
  {
    says: 'ours are not theirs',
    lines: [promise('us', 'a', 60), promise('us', 'b', 60)],
    level: null,
  },
]);

const ours = (id: string, dueAgo: number) => promise('us', id, dueAgo);

ruleCases(ownPromises, [
  { says: 'two days over is open', lines: [ours('a', 2)], level: null, numbers: { promises: 0 } },
  {
    says: 'three days over, and the only one',
    lines: [ours('a', 3)],
    level: 2,
    evidence: ['a'],
    numbers: { owed: 1 },
  },
  {
    says: 'owed for years',
    lines: [ours('a', 1500)],
    level: 2,
    evidence: ['a'],
    numbers: { promises: 0 },
  },
  { says: 'one done late is too few', lines: settled('us', 'a', 60, 30), level: null },
  { says: 'broken, and said so', lines: [ours('a', 60), broken('a', 55)], level: null },
  {
    says: 'one of two done late',
    lines: [...settled('us', 'a', 60, 30), ...settled('us', 'b', 50, 0)],
    level: 0,
  },
  {
    says: 'two done late',
    lines: [...settled('us', 'a', 60, 30), ...settled('us', 'b', 50, 3)],
    level: 2,
    evidence: ['a', 'e2', 'b', 'e4'],
    numbers: { owed: 0, missed: 2 },
  },
  {
    says: 'three not kept, one of them broken',
    lines: [ours('a', 60), ...settled('us', 'b', 50, 3), ...settled('us', 'c', 40, 3)],
    level: 3,
  },
  {
    says: 'one owed and four kept',
    lines: [ours('a', 60), ...['b', 'c', 'd', 'e'].flatMap((id) => settled('us', id, 40, 0))],
    level: 2,
    evidence: ['a'],
  },
  { says: 'what they waived is not owed', lines: [ours('a', 60), waived('a', 3)], level: null },
  { says: 'an agreed new date', lines: [ours('a', 60), moved('a', 61, 2, true)], level: null },
  { says: 'a new date of our own', lines: [ours('a', 60), moved('a', 61, 2)], level: 2 },
  {
    says: 'their hardship is no excuse of ours',
    lines: [ours('a', 60), hardship(61, 61, 0)],
    level: 2,
  },
  { says: 'nor is a new start', lines: [won(700), lost(40), won(30), ours('a', 60)], level: 2 },
  { says: 'theirs are not ours', lines: [promise('them', 'a', 60)], level: null },
]);

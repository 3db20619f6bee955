import discovery from '../../src/rules/discovery.ts';
import singleThread from '../../src/rules/single-thread.ts';
import {
  ago,
  card,
  each,
  heard,
  lost,
  on,
  run,
  sent,
  spoke,
  tried,
  won,
} from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const active = won(720);
const dana = (from: number, count: number) => each(spoke, run(from, count), { person: 'Dana' });

ruleCases(singleThread, [
  { says: 'not asked of a prospect', lines: dana(100, 8), level: null },
  {
    says: 'seven talks are too few',
    lines: [active, ...dana(100, 7)],
    level: null,
    numbers: { talks: 7 },
  },
  {
    says: 'letters are no talks',
    lines: [active, ...dana(100, 7), sent(9, { person: 'Dana' })],
    level: null,
  },
  {
    says: 'eight talks',
    lines: [active, ...dana(100, 8)],
    level: 1,
    numbers: { talks: 8, people: 1 },
    evidence: ['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'],
  },
  { says: 'tier A', lines: [card({ tier: 'A' }), active, ...dana(100, 8)], level: 2 },
  { says: 'tier C', lines: [card({ tier: 'C' }), active, ...dana(100, 8)], level: null },
  {
    says: 'one contact is all there is',
    lines: [card({ tier: 'A', solo: true }), active, ...dana(100, 8)],
    level: null,
  },
  {
    says: 'another person',
    lines: [active, ...dana(100, 8), heard(9, { person: 'Eve' })],
    level: 0,
    numbers: { people: 2 },
  },
  {
    says: 'a talk without a name',
    lines: [active, ...dana(100, 8), heard(9)],
    level: 0,
    numbers: { people: 2 },
  },
  {
    says: 'all without a name are one',
    lines: [active, ...each(spoke, run(100, 8))],
    level: 1,
    numbers: { people: 1 },
  },
  {
    says: 'the other one 365 days ago',
    lines: [active, heard(365, { person: 'Eve' }), ...dana(100, 8)],
    level: 0,
  },
  {
    says: 'the other one 366 days ago',
    lines: [active, heard(366, { person: 'Eve' }), ...dana(100, 8)],
    level: 1,
  },
  { says: 'before a new start', lines: [active, ...dana(100, 8), lost(40), won(30)], level: 1 },
]);

const talks = (count: number) => each(spoke, run(100, count));
const knows = (...learned: string[]) => on('learned', 200, { learned });

ruleCases(discovery, [
  {
    says: 'two talks are too few',
    lines: [...talks(2), tried(9), sent(8)],
    level: null,
    numbers: { talks: 2 },
  },
  {
    says: 'a prospect of whom both are known',
    lines: [knows('need', 'win'), ...talks(3)],
    level: 0,
  },
  {
    says: 'a prospect whose win is unknown',
    lines: [knows('need'), ...talks(3)],
    level: 2,
    evidence: ['e2', 'e3', 'e4'],
  },
  { says: 'a prospect whose need is unknown', lines: [knows('win'), ...talks(3)], level: 3 },
  { says: 'four talks, need unknown', lines: [active, knows('win'), ...talks(4)], level: 1 },
  {
    says: 'five talks, need unknown',
    lines: [active, knows('win'), ...talks(5)],
    level: 2,
    numbers: { talks: 5 },
  },
  { says: 'win unknown', lines: [active, knows('need'), ...talks(20)], level: 1 },
  { says: 'both known', lines: [active, knows('need'), knows('win'), ...talks(20)], level: 0 },
  {
    says: 'learned in an attempt, years ago',
    lines: [won(2000), tried(1900, { learned: ['need', 'win'] }), ...talks(5)],
    level: 0,
  },
  {
    says: 'learned before a new start',
    lines: [active, knows('need', 'win'), ...talks(5), lost(50), won(40)],
    level: 0,
  },
  { says: 'lost', lines: [active, ...talks(5), lost(9)], level: null },
  {
    says: 'on notice',
    lines: [active, ...talks(5), on('notice', 9, { deadline: ago(-30) })],
    level: null,
  },
  { says: 'dropped', lines: [active, ...talks(5), on('drop', 9)], level: null },
]);

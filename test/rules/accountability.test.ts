import blameShifting from '../../src/rules/blame-shifting.ts';
import providerBashing from '../../src/rules/provider-bashing.ts';
import { each, heard, type Line, lost, spoke, work, won } from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const incident = (daysAgo: number, fault: string, blames: string, fields: Line = {}) =>
  heard(daysAgo, { fault, blames, ...fields });
const shifted = (daysAgo: number) => incident(daysAgo, 'them', 'us');
const owned = (daysAgo: number) => incident(daysAgo, 'them', 'them');

ruleCases(blameShifting, [
  { says: 'one incident is too few', lines: [shifted(50)], level: null, numbers: { incidents: 1 } },
  {
    says: 'our own fault, an unknown one, and one nobody spoke of are not counted',
    lines: [
      shifted(50),
      incident(40, 'us', 'us'),
      incident(30, 'unknown', 'us'),
      heard(20, { fault: 'them' }),
      heard(10, { blames: 'us' }),
    ],
    level: null,
    numbers: { incidents: 1 },
  },
  { says: 'one of two', lines: [shifted(50), owned(40)], level: 0 },
  {
    says: 'two of four: L .182',
    lines: [shifted(50), shifted(40), owned(30), owned(20)],
    level: 0,
  },
  {
    says: 'two of three: L .254',
    lines: [shifted(50), owned(30), shifted(40)],
    level: 2,
    evidence: ['e1', 'e3'],
    numbers: { incidents: 3, shifted: 2 },
  },
  { says: 'two of two: L .425', lines: [shifted(50), shifted(40)], level: 2 },
  {
    says: 'three of four: L .356',
    lines: [shifted(50), shifted(40), shifted(30), owned(20)],
    level: 2,
  },
  { says: 'three of three: L .526', lines: [shifted(50), shifted(40), shifted(30)], level: 3 },
  {
    says: 'nobody to blame for what came from outside',
    lines: each(heard, [50, 40], { fault: 'outside', blames: 'nobody' }),
    level: 0,
  },
  {
    says: 'nobody to blame for their own fault',
    lines: each(heard, [50, 40], { fault: 'them', blames: 'nobody' }),
    level: 2,
  },
  {
    says: 'nobody to blame for what both did',
    lines: each(heard, [50, 40], { fault: 'both', blames: 'nobody' }),
    level: 2,
  },
  {
    says: 'we are blamed for what came from outside',
    lines: each(heard, [50, 40], { fault: 'outside', blames: 'us' }),
    level: 2,
  },
  {
    says: 'another provider is blamed',
    lines: each(heard, [50, 40], { fault: 'them', blames: 'other:Brill' }),
    level: 2,
  },
  {
    says: 'both are blamed',
    lines: each(heard, [50, 40], { fault: 'them', blames: 'both' }),
    level: 0,
  },
  {
    says: 'work without contact carries it too',
    lines: [shifted(50), work(40, { fault: 'them', blames: 'us' })],
    level: 2,
  },
  { says: '730 days ago', lines: [shifted(730), shifted(40)], level: 2 },
  { says: '731 days ago', lines: [shifted(731), shifted(40)], level: null },
  {
    says: 'before a new start',
    lines: [won(700), shifted(50), lost(45), won(44), shifted(40)],
    level: null,
  },
]);

const bashed = (daysAgo: number, name: string) => heard(daysAgo, { blames: `other:${name}` });
const three = [bashed(50, 'Brill'), bashed(40, 'Cobalt'), bashed(30, 'Dune')];

ruleCases(providerBashing, [
  {
    says: 'nobody else was blamed',
    lines: [heard(50, { blames: 'us' })],
    level: null,
    numbers: { providers: 0 },
  },
  { says: 'one provider', lines: [bashed(50, 'Brill')], level: 0, numbers: { providers: 1 } },
  {
    says: 'the same one twice',
    lines: [bashed(50, 'Brill'), bashed(40, 'Brill')],
    level: 0,
    numbers: { providers: 1 },
  },
  {
    says: 'names are compared as written; no fault is needed',
    lines: [bashed(50, 'Brill'), bashed(40, 'brill')],
    level: 2,
    evidence: ['e1', 'e2'],
    numbers: { providers: 2 },
  },
  {
    says: 'two, and asked',
    lines: [bashed(50, 'Brill'), bashed(40, 'Cobalt'), spoke(30, { asked: true })],
    level: 2,
  },
  { says: 'three', lines: three, level: 3 },
  {
    says: 'three, and asked without an answer',
    lines: [...three, spoke(20, { asked: true })],
    level: 4,
    evidence: ['e1', 'e2', 'e3', 'e4'],
  },
  {
    says: 'asked in the same breath',
    lines: [...three.slice(1), spoke(20, { asked: true, blames: 'other:Eve' })],
    level: 4,
    evidence: ['e1', 'e2', 'e3'],
  },
  {
    says: 'asked, and they blame us',
    lines: [...three, spoke(20, { asked: true, blames: 'us' })],
    level: 4,
  },
  {
    says: 'asked, and they own a part',
    lines: [...three, spoke(20, { asked: true, blames: 'both' })],
    level: 0,
    evidence: ['e4'],
  },
  { says: 'asked a thousand days ago', lines: [spoke(1000, { asked: true }), ...three], level: 4 },
  {
    says: 'owned a part a thousand days ago',
    lines: [spoke(1000, { blames: 'them' }), ...three],
    level: 0,
    evidence: ['e1'],
  },
  {
    says: 'owned a part before a new start',
    lines: [won(700), spoke(500, { blames: 'them' }), lost(400), won(300), ...three],
    level: 3,
  },
  {
    says: 'asked before a new start',
    lines: [won(700), spoke(500, { asked: true }), lost(400), won(300), ...three],
    level: 3,
  },
  { says: '730 days ago', lines: [bashed(730, 'Brill'), bashed(40, 'Cobalt')], level: 2 },
  { says: '731 days ago', lines: [bashed(731, 'Brill'), bashed(40, 'Cobalt')], level: 0 },
]);

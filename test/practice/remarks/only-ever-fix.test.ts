import onlyEverFix from '../../../src/practice/remarks/only-ever-fix.ts';
import { card, each, heard, on, run, spoke, tried, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const needs = { about: ['need'], learned: ['need', 'win'], person: 'Dana' };
const steady = [won(400), ...each(spoke, run(300, 12, -26), needs)];
/** Rude on two days: a warning of theirs, and nothing else. */
const rude = (first: number) => each(heard, [first, first - 1], { rude: true, person: 'Ray' });
const milder = { verdict: 'KEEP', computed: 'FIX', reason: 'Ray is leaving' };
const evidence = ['e14', 'e15'];

remarkCases(onlyEverFix, [
  { title: 'seven weeks', lines: [...steady, ...rude(48)], says: undefined },
  {
    title: 'our side only',
    lines: [won(400), ...each(spoke, run(300, 6), needs)],
    says: undefined,
  },
  {
    title: 'ours first, and theirs for five weeks',
    lines: [card({ tier: 'A' }), ...steady.slice(0, -4), ...rude(36)],
    says: undefined,
  },
  {
    title: 'a word to them',
    lines: [...steady, ...rude(70), tried(49, { signals: ['confronted'] })],
    says: undefined,
  },
  {
    title: 'a decision of yours',
    lines: [...steady, ...rude(70), on('decision', 20, { verdict: 'FIX' })],
    says: undefined,
  },
  {
    title: 'a milder word of yours, with its reason and its last day',
    lines: [...steady, ...rude(70), on('decision', 20, { ...milder, until: '2026-12-01' })],
    says: undefined,
  },
  {
    title: 'a milder word of yours without a last day',
    lines: [...steady, ...rude(70), on('decision', 20, milder)],
    says: 'FIX for 8 weeks in a row, and nothing has followed for them',
    evidence,
  },
  {
    title: 'a week of REBUILD among them',
    lines: [
      ...steady,
      ...rude(70),
      heard(30, { harm: 3, fault: 'us' }),
      on('accept', 22, { ref: 'e16' }),
    ],
    says: undefined,
  },
  {
    title: 'eight weeks, the last word longer ago',
    lines: [...steady, ...rude(70), tried(50, { signals: ['confronted'] }), work(10)],
    says: 'FIX for 8 weeks in a row, and nothing has followed for them',
    evidence,
  },
]);

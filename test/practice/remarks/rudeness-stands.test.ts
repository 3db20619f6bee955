import rudenessStands from '../../../src/practice/remarks/rudeness-stands.ts';
import { heard, lost, on, spoke, tried, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const rude = { rude: true };

remarkCases(rudenessStands, [
  { title: 'two weeks ago', lines: [heard(14, rude)], says: undefined },
  { title: 'half a year ago', lines: [heard(181, rude)], says: undefined },
  {
    title: 'answered at once',
    lines: [spoke(40, { ...rude, signals: ['confronted'] })],
    says: undefined,
  },
  {
    title: 'answered since',
    lines: [heard(40, rude), tried(5, { signals: ['confronted'] })],
    says: undefined,
  },
  {
    title: 'they said sorry',
    lines: [heard(40, rude), heard(39, { signals: ['apology'] })],
    says: undefined,
  },
  {
    title: 'notice was given',
    lines: [won(90), heard(40, rude), on('notice', 30)],
    says: undefined,
  },
  { title: 'dropped', lines: [heard(40, rude), on('drop', 30)], says: undefined },
  { title: 'lost', lines: [won(90), heard(40, rude), lost(30)], says: undefined },
  {
    title: 'our own apology is no answer',
    lines: [heard(15, rude), work(10, { signals: ['apology'] })],
    says: 'rude on 15 Jun 2026, and you let it stand for 15 days',
    evidence: ['e1'],
  },
  {
    title: 'again after an answer, once too new to count',
    lines: [
      heard(90, rude),
      spoke(80, { signals: ['confronted'] }),
      heard(60, rude),
      heard(60, rude),
      tried(40, rude),
      heard(3, rude),
    ],
    says: 'rude on 2 days since 1 May 2026, and you let it stand',
    evidence: ['e3', 'e4', 'e5'],
  },
]);

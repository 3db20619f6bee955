import leftUndecided from '../../../src/practice/remarks/left-undecided.ts';
import { lost, on, sent, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const before = [won(400), spoke(350)];

remarkCases(leftUndecided, [
  { title: 'half a year to the day', lines: [...before, lost(180)], says: undefined },
  {
    title: 'begun',
    lines: [...before, lost(181), on('step', 20, { step: 'history' })],
    says: undefined,
  },
  {
    title: 'heard out, though nobody called it a step',
    lines: [...before, lost(181), spoke(20, { signals: ['vent', 'listened'] })],
    says: undefined,
  },
  {
    title: 'left in peace on purpose',
    lines: [...before, lost(181), on('step', 20, { step: 'wait', next: '2026-12-01' })],
    says: undefined,
  },
  {
    title: 'decided',
    lines: [...before, lost(181), on('decision', 20, { verdict: 'REBUILD' })],
    says: undefined,
  },
  {
    title: 'a milder word without a reason',
    lines: [
      ...before,
      lost(181),
      on('decision', 20, { verdict: 'KEEP', computed: 'REBUILD', until: '2026-12-01' }),
    ],
    says: 'lost 181 days ago, not touched since, and neither won back nor let go',
    evidence: ['e3'],
  },
  {
    title: 'meant to be dropped',
    lines: [...before, lost(181), on('intent', 20, { what: 'drop' })],
    says: undefined,
  },
  {
    title: 'a colleague has them by now',
    lines: [
      ...before,
      lost(181),
      on('work', 20, { source: { importer: 'rel handover', key: 'Ann' } }),
    ],
    says: undefined,
  },
  { title: 'over', lines: [...before, lost(181), on('refuse', 20)], says: undefined },
  { title: 'back', lines: [...before, lost(181), won(20)], says: undefined },
  {
    title: 'touched, and nothing else',
    lines: [...before, lost(181), sent(20)],
    says: 'lost 181 days ago, and neither won back nor let go',
    evidence: ['e3'],
  },
  {
    title: 'decided before they left',
    lines: [...before, on('decision', 182, { verdict: 'KEEP' }), lost(181)],
    says: 'lost 181 days ago, not touched since, and neither won back nor let go',
    evidence: ['e4'],
  },
]);

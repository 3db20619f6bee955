import quotedTooSoon from '../../../src/practice/remarks/quoted-too-soon.ts';
import { heard, lost, on, spoke, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const ours = lost(200, { cause: 'us' });
const quote = { signals: ['quote'] };

remarkCases(quotedTooSoon, [
  { title: 'before they left', lines: [spoke(210, quote), ours], says: undefined },
  { title: 'a quote of somebody else', lines: [ours, heard(50, quote)], says: undefined },
  { title: 'they left for the price', lines: [lost(200), spoke(50, quote)], says: undefined },
  {
    title: 'after the question was answered',
    lines: [ours, on('step', 60, { step: 'again', answer: 'yes' }), spoke(50, quote)],
    says: undefined,
  },
  {
    title: 'after they bought again',
    lines: [ours, won(60), spoke(50, quote)],
    says: undefined,
  },
  {
    title: 'after they said no',
    lines: [ours, on('step', 60, { step: 'again', answer: 'no' }), spoke(50, quote)],
    says: 'you quoted on 11 May 2026, before the air was cleared',
    evidence: ['e3'],
  },
  {
    title: 'they cannot put it behind them',
    lines: [
      ours,
      ...['again', 'behind'].map((step) =>
        on('step', 60, { step, answer: step === 'again' ? 'yes' : 'no' }),
      ),
      spoke(50, quote),
    ],
    says: 'you quoted on 11 May 2026, and they cannot put it behind them since 1 May 2026',
    evidence: ['e3', 'e4'],
  },
  {
    title: 'they can after all',
    lines: [
      ours,
      on('step', 70, { step: 'again', answer: 'yes' }),
      on('step', 60, { step: 'behind', answer: 'no' }),
      on('step', 55, { step: 'behind', answer: 'yes' }),
      spoke(50, quote),
    ],
    says: undefined,
  },
  {
    title: 'harm of ours, whatever they said when they left',
    lines: [heard(210, { fault: 'us', harm: 2 }), lost(200), tried(50, quote), spoke(40, quote)],
    says: 'you quoted 2 times, first on 11 May 2026, before the air was cleared',
    evidence: ['e3', 'e4'],
  },
]);

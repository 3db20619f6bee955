import approachesFailed from '../../../src/practice/remarks/approaches-failed.ts';
import { each, lost, on, sent, spoke, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const gone = [won(900), spoke(850), lost(800)];

remarkCases(approachesFailed, [
  { title: 'three', lines: [...gone, ...each(tried, [400, 300, 200])], says: undefined },
  {
    title: 'the fourth may still be answered',
    lines: [...gone, ...each(tried, [400, 300, 200, 1])],
    says: undefined,
  },
  {
    title: 'they answered in between',
    lines: [...gone, ...each(tried, [400, 300]), spoke(250), ...each(tried, [200, 100])],
    says: undefined,
  },
  {
    title: 'letters that expect no answer',
    lines: [...gone, ...each(sent, [400, 300, 200, 100])],
    says: undefined,
  },
  {
    title: 'refused by now',
    lines: [...gone, ...each(tried, [400, 300, 200, 100]), on('refuse', 50)],
    says: undefined,
  },
  {
    title: 'four, the longest ago before a talk not counted',
    lines: [...gone, tried(700), spoke(600), ...each(tried, [400, 300, 200, 100])],
    says: '4 approaches in a row came to nothing, 0.7 hours since they left',
    evidence: ['e6', 'e7', 'e8', 'e9'],
  },
]);

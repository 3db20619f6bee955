import handedOver from '../../../src/practice/remarks/handed-over.ts';
import { heard, on, spoke, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const gone = work(20, { minutes: 0, source: { importer: 'rel handover', key: 'Ann Reyes' } });

remarkCases(handedOver, [
  { title: 'work of any other kind', lines: [spoke(40), work(20)], says: undefined },
  { title: 'they rang here all the same', lines: [spoke(40), gone, heard(10)], says: undefined },
  {
    title: 'promised something since',
    lines: [gone, on('promise', 10, { by: 'us', due: '2026-07-10' })],
    says: undefined,
  },
  {
    title: 'with the colleague',
    lines: [spoke(40), gone, on('renewal', 10, { renewsOn: '2026-12-01' })],
    says: 'handed over to Ann Reyes on 10 Jun 2026: nothing of it is due from you',
    evidence: ['e2'],
  },
]);

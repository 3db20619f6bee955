import pursuedAfterDrop from '../../../src/practice/remarks/pursued-after-drop.ts';
import { heard, on, sent, spoke, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const dropped = on('drop', 30);

remarkCases(pursuedAfterDrop, [
  { title: 'before the drop', lines: [spoke(40), dropped], says: undefined },
  { title: 'the farewell on its day', lines: [dropped, sent(30)], says: undefined },
  { title: 'they called', lines: [dropped, heard(10)], says: undefined },
  { title: 'an answer within a week', lines: [dropped, heard(10), spoke(3)], says: undefined },
  {
    title: 'service of what they bought',
    lines: [dropped, spoke(10, { about: ['delivery'] })],
    says: undefined,
  },
  { title: 'taken back since', lines: [dropped, tried(10), on('return', 5)], says: undefined },
  {
    title: 'twice, once after they had called',
    lines: [dropped, heard(11), spoke(3), tried(10, { about: ['need'] }), spoke(2)],
    says: 'you reached out twice since you dropped them on 31 May 2026: the next step is theirs',
    evidence: ['e3', 'e5'],
  },
  {
    title: 'an offer is no service',
    lines: [dropped, spoke(10, { about: ['delivery'], signals: ['quote'] })],
    says: 'you reached out once since you dropped them on 31 May 2026: the next step is theirs',
  },
  {
    title: 'an order, though no condition is met; a second drop changes nothing',
    lines: [dropped, on('drop', 20), won(10, { amount: 400 }), tried(5)],
    says: 'you reached out once and took 1 order since you dropped them on 31 May 2026: the next step is theirs',
    evidence: ['e3', 'e4'],
  },
]);

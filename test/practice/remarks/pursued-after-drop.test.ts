import pursuedAfterDrop from '../../../src/practice/remarks/pursued-after-drop.ts';
import { heard, on, spoke, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const dropped = on('drop', 30);

remarkCases(pursuedAfterDrop, [
  { title: 'before the drop', lines: [spoke(40), dropped], says: undefined },
  { title: 'they called', lines: [dropped, heard(10)], says: undefined },
  {
    title: 'service of what they bought',
    lines: [dropped, spoke(10, { about: ['delivery'] })],
    says: undefined,
  },
  { title: 'taken back since', lines: [dropped, tried(10), on('return', 5)], says: undefined },
  {
    title: 'twice',
    lines: [spoke(40), dropped, tried(10, { channel: 'call' }), spoke(5, { about: ['need'] })],
    says: 'you reached out 2 times since you dropped them on 31 May 2026',
    evidence: ['e3', 'e4'],
  },
]);

import unexplained from '../../../src/practice/remarks/unexplained.ts';
import { heard, on, spoke, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const raised = { signals: ['confronted'] };
const excuse = { fault: 'them', blames: 'nobody' };

remarkCases(unexplained, [
  { title: 'excuses that nobody asked for', lines: [heard(20, excuse)], says: undefined },
  { title: 'raised once, and no answer yet', lines: [tried(5, raised)], says: undefined },
  {
    title: 'explained on the spot',
    lines: [spoke(40, raised), spoke(20, { signals: ['confronted', 'explained'] })],
    says: undefined,
  },
  {
    title: 'explained after a drop',
    lines: [
      spoke(40, raised),
      spoke(30, raised),
      on('drop', 20),
      on('conditions', 10, { conditions: ['explanation'] }),
    ],
    says: undefined,
  },
  {
    title: 'more than half a year ago',
    lines: [spoke(181, { ...raised, ...excuse })],
    says: undefined,
  },
  {
    title: 'before a new start',
    lines: [spoke(90, raised), spoke(80, raised), on('lost', 70), on('return', 60)],
    says: undefined,
  },
  {
    title: 'their explanation of a failure of ours is none',
    lines: [
      spoke(40, raised),
      spoke(30, raised),
      spoke(20, { fault: 'us', signals: ['explained'] }),
    ],
    says: 'you raised it on 2 days since 21 May 2026: no explanation',
    evidence: ['e1', 'e2'],
  },
  {
    title: 'answered with an excuse at once',
    lines: [spoke(40, { ...raised, ...excuse })],
    says: 'you raised it once since 21 May 2026: 1 excuse, no explanation',
    evidence: ['e1'],
  },
  {
    title: 'raised again and again, the excuse before it left out',
    lines: [heard(50, excuse), spoke(40, raised), heard(35, excuse), spoke(20, raised)],
    says: 'you raised it on 2 days since 21 May 2026: 1 excuse, no explanation',
    evidence: ['e2', 'e3', 'e4'],
  },
]);

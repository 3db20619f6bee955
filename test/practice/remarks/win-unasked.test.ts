import winUnasked from '../../../src/practice/remarks/win-unasked.ts';
import { on, spoke, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

remarkCases(winUnasked, [
  { title: 'after a month', lines: [spoke(30)], says: undefined },
  { title: 'learned', lines: [spoke(40, { learned: ['win'] })], says: undefined },
  {
    title: 'learned without a contact',
    lines: [spoke(40), on('learned', 10, { learned: ['win'] })],
    says: undefined,
  },
  {
    title: 'told by the rule discovery already',
    lines: [spoke(40), spoke(30), spoke(20)],
    says: undefined,
  },
  { title: 'no longer new', lines: [spoke(90)], says: undefined },
  { title: 'never touched', lines: [won(40)], says: undefined },
  {
    title: 'two talks in five weeks',
    lines: [spoke(35), tried(20), spoke(10)],
    says: 'what the person wants to win is unknown after 35 days',
    evidence: ['e1'],
  },
]);

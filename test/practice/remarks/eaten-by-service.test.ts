import eatenByService from '../../../src/practice/remarks/eaten-by-service.ts';
import { each, on, run, settings, spoke, won, work } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const service = each(spoke, run(300, 6, -30), { about: ['problem'], minutes: 240 });
const floor = settings({ floor: 40 });

remarkCases(eatenByService, [
  { title: 'a prospect', lines: service, says: undefined },
  { title: 'five large pieces', lines: [won(400), ...service.slice(1)], says: undefined },
  {
    title: 'an hour earns what it should',
    lines: [floor, won(400), ...service, on('income', 20, { amount: 5000 })],
    says: undefined,
  },
  {
    title: 'as much time for their plans',
    lines: [won(400), ...service, ...each(spoke, [20, 10], { about: ['need'], minutes: 600 })],
    says: undefined,
  },
  {
    title: 'small pieces',
    lines: [won(400), ...each(work, run(330, 40), { minutes: 60 })],
    says: undefined,
  },
  {
    title: 'half a day every month, for little',
    lines: [floor, won(400), ...service, on('income', 20, { amount: 300 })],
    says: '24 of 24 hours in a year were service, 6 times two hours or more',
    evidence: ['e3', 'e4', 'e5', 'e6', 'e7', 'e8'],
  },
]);

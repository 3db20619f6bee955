import onlyWhenNeeded from '../../../src/practice/remarks/only-when-needed.ts';
import { each, heard, run, spoke, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const needy = each(heard, [200, 170, 140, 110], { about: ['problem', 'delivery'] });
const unanswered = each(tried, run(80, 5, -10), { channel: 'call', outcome: 'no-answer' });

remarkCases(onlyWhenNeeded, [
  {
    title: 'they answer when you ring',
    lines: [...needy, ...each(spoke, run(80, 5, -10))],
    says: undefined,
  },
  { title: 'three times are few', lines: [...needy.slice(1), ...unanswered], says: undefined },
  { title: 'four tries are few', lines: [...needy, ...unanswered.slice(1)], says: undefined },
  {
    title: 'once it was about you',
    lines: [...needy, heard(100, { about: ['personal'] }), ...unanswered],
    says: undefined,
  },
  {
    title: 'once they brought something',
    lines: [...needy, heard(100, { about: ['order'], got: ['s'] }), ...unanswered],
    says: undefined,
  },
  {
    title: 'a tool',
    lines: [...needy, ...unanswered],
    says: 'all 4 times that they reached out in a year they needed something; they answered 0 of your last 5 tries',
    evidence: ['e1', 'e2', 'e3', 'e4'],
  },
]);

import nextOnTheList from '../../../src/practice/remarks/next-on-the-list.ts';
import { heard, spoke, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const one = spoke(40, { blames: 'other:Brill' });
const two = spoke(30, { blames: 'other:Cobalt' });

remarkCases(nextOnTheList, [
  {
    title: 'dissatisfied, and nobody blamed',
    lines: [spoke(9, { about: ['problem'] })],
    says: undefined,
  },
  {
    title: 'one provider, twice',
    lines: [one, heard(10, { blames: 'other:Brill' })],
    says: undefined,
  },
  {
    title: 'a part of their own, once',
    lines: [one, two, spoke(20, { blames: 'both' })],
    says: undefined,
  },
  {
    title: 'a part of their own, years ago',
    lines: [spoke(900, { blames: 'them' }), one, two],
    says: undefined,
  },
  { title: 'after the first order', lines: [one, two, won(20)], says: undefined },
  {
    title: 'one of them too long ago',
    lines: [spoke(731, { blames: 'other:Dune' }), one],
    says: undefined,
  },
  { title: 'flattery alone', lines: [one, heard(20, { signals: ['flattery'] })], says: undefined },
  {
    title: 'two',
    lines: [one, two],
    says: 'you are next on the list of 2',
    evidence: ['e1', 'e2'],
  },
  {
    title: 'two, with praise, the praise of one of them',
    lines: [heard(50, { signals: ['flattery'] }), one, { ...two, signals: ['flattery'] }],
    says: 'you are next on the list of 2, for all the praise',
    evidence: ['e1', 'e2', 'e3'],
  },
]);

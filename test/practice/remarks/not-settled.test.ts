import notSettled from '../../../src/practice/remarks/not-settled.ts';
import { ago, heard, on, tried, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const given = (daysAgo: number, ahead: number) =>
  on('intent', daysAgo, { what: 'drop', until: ago(-ahead) });

remarkCases(notSettled, [
  { title: 'the day before', lines: [given(5, 1)], says: undefined },
  { title: 'meant, without a day', lines: [on('intent', 5, { what: 'drop' })], says: undefined },
  { title: 'put off, and not yet there', lines: [given(9, -3), given(3, 1)], says: undefined },
  { title: 'a notice since', lines: [won(90), given(5, -1), on('notice', 1)], says: undefined },
  { title: 'dropped', lines: [given(5, -1), on('drop', 0)], says: undefined },
  {
    title: 'on its day, after tries',
    lines: [tried(6), given(5, 0), tried(2, { channel: 'call' }), tried(1, { channel: 'text' })],
    says: 'to be settled by 30 Jun 2026; no progress: silent after 2 tries by call and text',
    evidence: ['e2'],
  },
  {
    title: 'later, put off twice, and talked about',
    lines: [given(20, -15), heard(17), given(14, -9), given(8, -2)],
    says: 'to be settled by 28 Jun 2026; no progress: 1 talk; put off twice',
    evidence: ['e1', 'e3', 'e4'],
  },
  {
    title: 'a promise of theirs was kept',
    lines: [
      on('promise', 9, { id: 'p', by: 'them', due: ago(3) }),
      given(5, 0),
      on('done', 3, { ref: 'p' }),
    ],
    says: 'to be settled by 30 Jun 2026; 1 promise kept',
  },
]);

import noRoomToGrow from '../../../src/practice/remarks/no-room-to-grow.ts';
import { each, heard, on, sent, won } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const quote = { signals: ['quote'] };
const offers = each(sent, [200, 120, 40], quote);
const same = [on('income', 500, { amount: 900 }), on('income', 100, { amount: 900 })];

remarkCases(noRoomToGrow, [
  { title: 'two', lines: [won(800), ...same, ...offers.slice(1)], says: undefined },
  { title: 'a prospect', lines: offers, says: undefined },
  {
    title: 'theirs',
    lines: [won(800), ...same, ...each(heard, [200, 120, 40], quote)],
    says: undefined,
  },
  { title: 'one was taken', lines: [won(800), ...same, ...offers, won(30)], says: undefined },
  {
    title: 'they buy more all the same',
    lines: [won(800), ...same, on('income', 10, { amount: 50 }), ...offers],
    says: undefined,
  },
  {
    title: 'three, and nothing came of them',
    lines: [won(800), ...same, ...offers],
    says: '3 offers of yours in a year, and no new business: 900 came in, 900 the year before',
    evidence: ['e4', 'e5', 'e6'],
  },
]);

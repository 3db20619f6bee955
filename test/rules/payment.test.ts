import payment from '../../src/rules/payment.ts';
import { type Line, lost, on, won } from '../support/lines.ts';
import { broken, done, promise, settled, waived } from '../support/promises.ts';
import { ruleCases } from '../support/rule-cases.ts';

const bill = { kind: 'payment', amount: 100 };
const owed = (id: string, dueAgo: number, fields: Line = bill) =>
  promise('them', id, dueAgo, fields);
const paid = (id: string, dueAgo: number, late: number, fields: Line = bill) =>
  settled('them', id, dueAgo, late, fields);

ruleCases(payment, [
  { says: 'a task is no payment', lines: [promise('them', 'a', 200)], level: null },
  {
    says: 'what is not due is not judged',
    lines: [owed('a', 2)],
    level: null,
    numbers: { payments: 0 },
  },
  {
    says: 'one paid two months late',
    lines: paid('a', 200, 60),
    level: 0,
    numbers: { meanDays: 60 },
  },
  {
    says: 'fourteen days late on average',
    lines: [...paid('a', 200, 28), ...paid('b', 150, 0)],
    level: 0,
  },
  {
    says: 'more than fourteen',
    lines: [...paid('a', 200, 29), ...paid('b', 150, 0)],
    level: 2,
    evidence: ['a', 'e2'],
    numbers: { payments: 2, meanDays: 14.5, openDays: 0 },
  },
  {
    says: 'paid early is not negative',
    lines: [...paid('a', 200, 28), ...paid('b', 150, -20)],
    level: 0,
    numbers: { meanDays: 14 },
  },
  {
    says: 'two, more than thirty late',
    lines: [...paid('a', 200, 31), ...paid('b', 150, 31)],
    level: 2,
  },
  {
    says: 'three, thirty late',
    lines: ['a', 'b', 'c'].flatMap((id) => paid(id, 200, 30)),
    level: 2,
  },
  {
    says: 'three, more than thirty late',
    lines: ['a', 'b', 'c'].flatMap((id) => paid(id, 200, 31)),
    level: 3,
  },
  { says: 'open for 30 days', lines: [owed('a', 30)], level: 0, numbers: { openDays: 30 } },
  { says: 'open for 31 days', lines: [owed('a', 31)], level: 2, evidence: ['a'] },
  { says: 'open for 60 days', lines: [owed('a', 60)], level: 2 },
  { says: 'open for 61 days', lines: [owed('a', 61)], level: 3 },
  { says: 'open for 90 days', lines: [owed('a', 90)], level: 3 },
  { says: 'open for 91 days', lines: [owed('a', 91)], level: 4, numbers: { openDays: 91 } },
  {
    says: 'a part paid leaves it open',
    lines: [owed('a', 91), on('paid', 80, { ref: 'a', amount: 99 })],
    level: 4,
  },
  {
    says: 'declared broken it runs on',
    lines: [owed('a', 91), broken('a', 90)],
    level: 4,
    evidence: ['a', 'e2'],
  },
  {
    says: 'declared broken and paid at last',
    lines: [owed('a', 91), broken('a', 90), done('a', 1)],
    level: 0,
    numbers: { openDays: 0 },
  },
  { says: 'waived it is no payment', lines: [owed('a', 91), waived('a', 1)], level: null },
  {
    says: 'a large one weighs more',
    lines: [...paid('a', 200, 20, { kind: 'payment', amount: 300 }), ...paid('b', 150, 0)],
    level: 2,
    numbers: { meanDays: 15 },
  },
  {
    says: 'a missing amount weighs 1',
    lines: [
      ...paid('a', 200, 20, { kind: 'payment' }),
      ...paid('b', 150, 0, { kind: 'payment', amount: 3 }),
    ],
    level: 0,
    numbers: { meanDays: 5 },
  },
  {
    says: 'where nothing weighs anything, all weigh the same',
    lines: ['a', 'b'].flatMap((id) => paid(id, 200, 15, { kind: 'payment', amount: 0 })),
    level: 2,
    numbers: { meanDays: 15 },
  },
  {
    says: 'the sixth from the end is forgotten',
    lines: [owed('z', 200), ...['a', 'b', 'c', 'd', 'e'].flatMap((id) => paid(id, 90, 0))],
    level: 0,
    numbers: { payments: 5, openDays: 0 },
  },
  { says: 'due 365 days ago', lines: [owed('a', 365)], level: 4 },
  { says: 'due 366 days ago', lines: [owed('a', 366)], level: null },
  {
    says: 'carried over a new start it is due with it',
    lines: [won(700), lost(40), won(31), owed('a', 200)],
    level: 2,
    numbers: { openDays: 31 },
  },
  {
    says: 'the day before that would have been too early to warn',
    lines: [won(700), lost(40), won(30), owed('a', 200)],
    level: 0,
    numbers: { openDays: 30 },
  },
]);

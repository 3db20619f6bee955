import { money } from '../../journal/amount-words.ts';
import { counted } from '../../journal/counted.ts';
import { atStake } from '../at-stake.ts';
import type { RemarkKind } from '../remark.ts';

const openBalance: RemarkKind = {
  name: 'open-balance',
  side: 'economics',
  asks: 'Do they still owe you money when it ends?',
  source: 'dumping-best-customer: the account may turn bad',
  why: 'Whoever has nothing more to lose with you pays last. Know what is open before you end it, and see to it while they still talk to you; it is no reason to go on.',
  observe({ relationship, history: { asOf, theirPromises }, judgement }) {
    if (judgement.verdict !== 'DROP') return undefined;
    const open = theirPromises.filter(
      ({ promise, unresolved }) => promise.kind === 'payment' && unresolved,
    );
    const [first, ...more] = open.map(({ promise }) => promise);
    if (first === undefined) return undefined;
    const { owed } = atStake(relationship, asOf);
    const late = open.filter(({ lateness }) => lateness > 0);
    const longest = Math.max(...late.map(({ lateness }) => lateness));
    const overdue =
      late.length === 0 ? 'not overdue yet' : `up to ${counted(longest, 'day')} overdue`;
    const amount = owed > 0 ? `${money(owed)} in ` : '';
    return {
      says: `they owe ${amount}${counted(open.length, 'invoice')}, ${overdue}: it may go bad`,
      evidence: [first, ...more],
      command: 'promises',
    };
  },
};

export default openBalance;

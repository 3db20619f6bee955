import { nextOnTheList } from '../next-on-the-list.ts';
import type { RemarkKind } from '../remark.ts';

export default {
  name: 'next-on-the-list',
  side: 'theirs',
  asks: 'Whom will they blame next?',
  source: 'avoiding-responsibility: the long list of those who failed them',
  why: 'Where every provider before you was terrible, and no part of it was theirs, the list has room for one more. Praise before you did anything belongs to it. Told of prospects alone: after the first order it is too late.',
  observe({ history }) {
    if (history.standing.stage !== 'prospect') return undefined;
    const forecast = nextOnTheList(history);
    const [first, ...more] = forecast?.evidence ?? [];
    if (forecast === undefined || first === undefined) return undefined;
    return { says: forecast.says, evidence: [first, ...more], command: 'log call :asked-change' };
  },
} satisfies RemarkKind;

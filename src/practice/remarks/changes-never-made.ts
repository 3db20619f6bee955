import { counted } from '../../journal/counted.ts';
import { askedChanges, isMade } from '../asked-changes.ts';
import type { RemarkKind } from '../remark.ts';

const ASKED_IN_VAIN = 2;

const changesNeverMade: RemarkKind = {
  name: 'changes-never-made',
  side: 'theirs',
  asks: 'Do they change what only they can change?',
  source: 'avoiding-responsibility: the changes that would have saved the provider before',
  why: 'What you need them to change is most likely what the provider before you needed too. As long as they leave it, you fail as he did. What they promise on the day you ask (:asked-change they:"…" by:…) counts as taken on.',
  observe({ history }) {
    const changes = askedChanges(history);
    const taken = changes.flatMap((change) => change.taken);
    const [first, ...never] = taken.filter(
      (standing) => standing.status === 'broken' && !isMade(standing),
    );
    if (first !== undefined)
      return {
        says: `they never made ${never.length + 1} of ${counted(taken.length, 'change')} that they took on: the next provider will fail on the same`,
        evidence: [first.promise, ...never.map(({ promise }) => promise)],
        command: 'log call :asked-change',
      };
    const [one, ...more] = changes.map(({ asked }) => asked);
    if (one === undefined || more.length + 1 < ASKED_IN_VAIN || taken.length > 0) return undefined;
    return {
      says: `asked ${more.length + 1} times what they would change, and they took on nothing`,
      evidence: [one, ...more],
    };
  },
};

export default changesNeverMade;

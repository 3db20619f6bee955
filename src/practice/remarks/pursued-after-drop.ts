import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { isTouch, type Recorded, type Touch } from '../../journal/entry.ts';
import type { Subject } from '../../journal/vocabulary.ts';
import type { RemarkKind } from '../remark.ts';

/** The account that exists is serviced all the same. */
const SERVICE: ReadonlySet<Subject> = new Set(['delivery', 'order', 'admin', 'problem']);

const pursuedAfterDrop: RemarkKind = {
  name: 'pursued-after-drop',
  side: 'ours',
  asks: 'Do you run after somebody you have dropped?',
  source: 'dumping-best-customer: no intention of calling again',
  why: 'A drop says that the next step is theirs. Each call of yours after it takes that back.',
  observe({ history: { ever, standing } }) {
    if (standing.stage !== 'dropped') return undefined;
    const drop = ever.entries.findLastIndex(({ type }) => type === 'drop');
    const [first, ...more] = ever.entries.slice(drop + 1).filter(isPursuit);
    const dropped = ever.entries[drop];
    if (first === undefined || dropped === undefined) return undefined;
    const times = counted(more.length + 1, 'time');
    return {
      says: `you reached out ${times} since you dropped them on ${spokenDay(dropped.on)}`,
      evidence: [first, ...more],
    };
  },
};

const isPursuit = (entry: Recorded): entry is Touch =>
  isTouch(entry) &&
  entry.type !== 'heard' &&
  !(entry.about ?? []).some((subject) => SERVICE.has(subject));

export default pursuedAfterDrop;

import { ofTypes, type Touch } from '../../journal/entry.ts';
import { lately } from '../../journal/history.ts';
import type { RemarkKind } from '../remark.ts';

const YEAR = 365;
const [LEAST_CALLS, LEAST_TRIES] = [4, 5];

const onlyWhenNeeded: RemarkKind = {
  name: 'only-when-needed',
  side: 'theirs',
  asks: 'Do they know you only when they need something?',
  source: 'dumping-best-customer: like a tool that could be used when needed',
  why: 'Everybody rings when they need something. Whoever rings for nothing else, and is out when you ring, has a tool and no partner.',
  observe({ history: { asOf, fresh, recent } }) {
    const calls = lately(fresh.of(isHeard), asOf, YEAR).filter(
      ({ about = [] }) => about.length > 0,
    );
    const [first, ...more] = calls;
    const answered = recent.filter((attempt) => attempt.answered).length;
    if (first === undefined || calls.length < LEAST_CALLS || calls.some(isForUs)) return undefined;
    if (recent.length < LEAST_TRIES || answered * 2 > recent.length) return undefined;
    return {
      says: `all ${calls.length} times that they reached out in a year they needed something; they answered ${answered} of your last ${recent.length} tries`,
      evidence: [first, ...more],
      command: 'log call :personal',
    };
  },
};

const isHeard = ofTypes('heard');

/** For once it was not about what they need. */
const isForUs = ({ about = [], got = [], signals = [] }: Touch): boolean =>
  about.includes('personal') ||
  about.includes('review') ||
  got.length > 0 ||
  signals.some((signal) =>
    ['thanks', 'respect', 'looked-out', 'included', 'apology', 'personal-help'].includes(signal),
  );

export default onlyWhenNeeded;

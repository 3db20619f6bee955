import { counted } from '../journal/counted.ts';
import {
  judgedPromises,
  promised,
  promiseEvidence,
  promiseRecord,
  RECORD_THRESHOLDS,
  recordLimits,
  recordMeasured,
} from './promise-record.ts';
import { GRACE_DAYS } from '../journal/promises.ts';
import { defineRule, finding, notEnough, partOf, worst } from './rule.ts';

export default defineRule({
  name: 'own-promises',
  side: 'ours',
  holds: false,
  asks: 'Do we do what we say?',
  source: 'avoiding-responsibility: "We promised our client … it didn\u2019t get done"',
  formula:
    'As `promises`, for us; and whatever we owe and is past its date warns, however old and however few.',
  thresholds: RECORD_THRESHOLDS,
  why: 'We are measured by the same record as they are, and before they are: one thing owed and not done is enough.',
  advice: [
    {
      say: 'Do it today, or ring and say when.',
      words: 'I owe you something. I have not forgotten it, and you have it by Thursday.',
      command: 'promises --ours',
      taken: ({ numbers }) => (numbers['owed'] ?? 0) === 0,
    },
    {
      say: 'Nothing is overdue now: promise less, and only days that you are sure of.',
      words: 'I would rather give you a later day that holds.',
      command: 'promises --ours',
    },
  ],
  limits: (limits) => ({
    ...recordLimits(limits),
    2: `one thing owed and past its day by more than ${GRACE_DAYS} days; or ${recordLimits(limits)[2]}`,
  }),
  measured: ({ owed = 0, promises = 0, missed = 0, broken = 0, lower = 0 }) =>
    `${owed} overdue; ${recordMeasured(promises, missed, broken, lower)}`,
  falseAlarm: 'It was done and not entered: `rel kept`.',
  examples: {
    flagged: {
      asOf: '2026-03-31',
      level: 2,
      lines: `{"type":"promise","on":"2026-03-02","by":"us","due":"2026-03-27"}`,
    },
    clean: {
      asOf: '2026-03-29',
      lines: `{"type":"promise","on":"2026-03-02","by":"us","due":"2026-03-27"}`,
    },
  },
  check({ asOf, ourPromises }, limits) {
    const owed = ourPromises.filter(({ unresolved, due }) => unresolved && asOf - due > GRACE_DAYS);
    const judged = judgedPromises(ourPromises, asOf, limits);
    if (owed.length === 0 && judged.length < limits.promises) {
      return notEnough(() => ({
        message: `${counted(judged.length, 'promise')} of ours came due; ${limits.promises} are needed`,
        numbers: { promises: judged.length },
      }));
    }
    const { level, missed, broken, bounds } = promiseRecord(judged, limits);
    const weighed = judged.length < limits.promises ? 0 : level;
    const [oldest] = owed;
    return finding(owed.length > 0 ? worst({ 2: true, 3: weighed === 3 }) : weighed, () => ({
      message: [
        ...(oldest === undefined
          ? []
          : [`${counted(owed.length, 'promise')} of ours overdue: ${promised(oldest)}`]),
        ...(judged.length < limits.promises
          ? []
          : [`${partOf(missed, judged.length)} promises of ours not kept, ${broken} broken`]),
      ].join('; '),
      evidence: promiseEvidence([...owed, ...judged.filter((each) => !owed.includes(each))]),
      numbers: {
        promises: judged.length,
        missed,
        broken,
        owed: owed.length,
        lower: bounds.lower,
      },
    }));
  },
});

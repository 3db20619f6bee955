import type { Stage } from '../journal/stage.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { Sums } from './sums.ts';

export interface Gates {
  /** Not tier C, and an hour with them is not seriously underpaid. */
  readonly worth: boolean;
  /** On notice: past the deadline, three weeks, three contacts. */
  readonly ample: boolean;
  /** They refused, or are lost and have been silent for half a year of attempts. */
  readonly over: boolean;
  /** Dropped: apology, explanation and assurance are all there. */
  readonly met: boolean;
  /** Dropped for the second time. */
  readonly once: boolean;
}

export interface TableInput extends Sums {
  readonly stage: Stage;
  readonly gates: Gates;
}

export interface Row {
  readonly row: string;
  readonly stage: Stage | 'any';
  /** The condition in words. */
  readonly condition: string;
  readonly verdict: Verdict;
  /** What to do, in short. */
  readonly advice: string;
  /** Words that one could really say. */
  readonly words?: string;
  /** The command that records it once it is done, its customer left out after the first word: `log call :need`. */
  readonly command?: string;
  holds(input: TableInput): boolean;
}

const always = (): boolean => true;
const anyFinding = ({ theirs, ours, economics }: Sums): boolean =>
  theirs >= 1 || ours >= 1 || economics >= 1;

/** The verdict table (verdicts, section 7): the first row that applies. */
export const TABLE: readonly Row[] = [
  {
    row: 'X1',
    stage: 'any',
    condition: 'a deal-breaker',
    verdict: 'DROP',
    advice: 'End it; no notice is owed.',
    words: 'We end our business here. You will have it in writing.',
    command: 'drop --now',
    holds: ({ theirs }) => theirs === 4,
  },
  {
    row: 'D1',
    stage: 'dropped',
    condition: 'all three conditions are met, and it is the first way back',
    verdict: 'REBUILD',
    advice: 'All three conditions are met: give it the one last chance.',
    words:
      'You said sorry, you told me why, and you gave me your word. Once more, then; not a third time.',
    command: 'return',
    holds: ({ gates }) => gates.met && !gates.once,
  },
  {
    row: 'D2',
    stage: 'dropped',
    condition: 'not all three conditions are met, or it was the second drop',
    verdict: 'DROP',
    advice: 'Service the existing account, take no new business.',
    words:
      'I look after what you have bought. For new business I need an apology, the reason, and your word.',
    holds: always,
  },
  {
    row: 'L1',
    stage: 'lost',
    condition: 'they refused, or have not answered for half a year',
    verdict: 'DROP',
    advice: 'It is over: spend the time on somebody else.',
    holds: ({ gates }) => gates.over,
  },
  {
    row: 'L2',
    stage: 'lost',
    condition: 'not worth winning back',
    verdict: 'DROP',
    advice: 'Let it go, or hand it over.',
    holds: ({ gates }) => !gates.worth,
  },
  {
    row: 'L3',
    stage: 'lost',
    condition: 'theirs 3, ours 1 at most',
    verdict: 'DROP',
    advice: 'Let it go: the harm was not ours.',
    holds: ({ theirs, ours }) => theirs === 3 && ours <= 1,
  },
  {
    row: 'L4',
    stage: 'lost',
    condition: 'worth winning back, and not over',
    verdict: 'REBUILD',
    advice: 'Keep a slow touch, watch for an opening, clear the air first.',
    words: 'No order, nothing to sign: I only wanted to know how you are getting on.',
    command: 'log letter :fyi',
    holds: always,
  },
  {
    row: 'N1',
    stage: 'notice',
    condition:
      'the notice ran out with time and contacts enough; still theirs 2 or more (or economics 2), ours 2 at most',
    verdict: 'DROP',
    advice: 'The notice ran out: act on it.',
    words: 'The day we had agreed has passed. I look after what you have, and take on nothing new.',
    command: 'drop',
    holds: ({ gates, theirs, economics, ours }) =>
      (theirs >= 2 || economics === 2) && ours <= 2 && gates.ample,
  },
  {
    row: 'N2',
    stage: 'notice',
    condition: 'the notice has not run out with time and contacts enough, or they have mended',
    verdict: 'REBUILD',
    advice: 'The last chance is running: listen for apology, reason and assurance.',
    holds: always,
  },
  {
    row: 'B1',
    stage: 'probation',
    condition: 'trouble again: theirs 2 or more, ours 2 at most',
    verdict: 'DROP',
    advice: 'The enforcement clause: it happened again, so it ends.',
    words: 'We had one more chance, and it happened again. We stop here, for good.',
    command: 'drop',
    holds: ({ theirs, ours }) => theirs >= 2 && ours <= 2,
  },
  {
    row: 'B2',
    stage: 'probation',
    condition: 'no such trouble again',
    verdict: 'REBUILD',
    advice: 'Probation: deal fairly, and watch.',
    holds: always,
  },
  {
    row: 'R1',
    stage: 'rebuilding',
    condition: 'a new start after a loss',
    verdict: 'REBUILD',
    advice: 'Sell from the start: need, personal win, solution, then business.',
    words:
      'We begin at the beginning: what do you need now, and what would make it worth your while?',
    command: 'log visit :need',
    holds: always,
  },
  {
    row: 'P1',
    stage: 'prospect',
    condition: 'theirs 3 or economics 2, ours 1 at most',
    verdict: 'DROP',
    advice: 'Do not take them on.',
    words: 'I do not think that we would do well together. I wish you a good choice.',
    command: 'drop',
    holds: ({ theirs, economics, ours }) => (theirs === 3 || economics === 2) && ours <= 1,
  },
  {
    row: 'P2',
    stage: 'prospect',
    condition: 'ours 3',
    verdict: 'REBUILD',
    advice: 'Mend our own failure before any offer.',
    command: 'log call :problem',
    holds: ({ ours }) => ours === 3,
  },
  {
    row: 'P3',
    stage: 'prospect',
    condition: 'something counts (any sum 1 or more)',
    verdict: 'FIX',
    advice: 'Settle what is named here before the first order.',
    holds: anyFinding,
  },
  {
    row: 'P4',
    stage: 'prospect',
    condition: 'nothing counts against either side',
    verdict: 'KEEP',
    advice: 'Go on: need, personal win, solution, business.',
    words: 'What must you get done this year, and what would it mean for you yourself?',
    holds: always,
  },
  {
    row: 'A1',
    stage: 'active',
    condition: 'ours 3',
    verdict: 'REBUILD',
    advice: 'Ours first: own the failure, mend it, ask again.',
    command: 'log call :problem',
    holds: ({ ours }) => ours === 3,
  },
  {
    row: 'A2',
    stage: 'active',
    condition: 'theirs 3',
    verdict: 'REBUILD',
    advice: 'Give final notice, with the three conditions and a date.',
    words:
      'I need three things by the 30th: an apology, what happened, and your word that it stays mended. Without them we stop.',
    command: 'notice --by in 2 weeks',
    holds: ({ theirs }) => theirs === 3,
  },
  {
    row: 'A3',
    stage: 'active',
    condition: 'theirs 2 and economics 2',
    verdict: 'REBUILD',
    advice: 'Agree new terms, or give notice.',
    words: 'It does not pay for me like this. On these terms I go on; otherwise we part.',
    command: 'log meeting :review',
    holds: ({ theirs, economics }) => theirs === 2 && economics === 2,
  },
  {
    row: 'A4',
    stage: 'active',
    condition: 'something counts (any sum 1 or more)',
    verdict: 'FIX',
    advice: 'Settle what is named here.',
    holds: anyFinding,
  },
  {
    row: 'A5',
    stage: 'active',
    condition: 'nothing counts against either side',
    verdict: 'KEEP',
    advice: 'Keep it, and grow it.',
    words: 'What are you planning that we could have a part in?',
    command: 'log call :need',
    holds: always,
  },
];

export const belongs = ({ stage }: Row, to: Stage): boolean => stage === 'any' || stage === to;

/** The row that decides. The table is total: every stage ends in a row without a condition. */
export function decide(input: TableInput): Row {
  for (const row of TABLE) if (belongs(row, input.stage) && row.holds(input)) return row;
  throw new Error(`the verdict table has no row for ${input.stage}`);
}

import { type Stage, STAGES } from '../../src/journal/stage.ts';
import { VERDICTS } from '../../src/journal/vocabulary.ts';
import { TABLE } from '../../src/verdict/table.ts';
import { code, page, table } from './markdown.ts';

const STAGE_TEXTS: Readonly<Record<Stage, readonly [begins: string, means: string]>> = {
  prospect: ['with the card', 'nothing sold yet'],
  active: [
    '`won` as a prospect; probation and rebuilding after more than 90 days',
    'ordinary business',
  ],
  notice: ['`notice`, unless lost or dropped', 'a last chance runs, until the deadline it names'],
  probation: [
    '`met` on notice, `return` after a drop',
    'a new start with the old trouble in mind: serious trouble ends it',
  ],
  rebuilding: [
    '`won` or `return` after a loss',
    'a new start after a loss; business is built up from the beginning',
  ],
  lost: ['`lost`, unless dropped', 'they left'],
  dropped: ['`drop`', 'we left; a second drop is for good'],
};

const SUMS = [
  [
    'theirs',
    '4 with a deal-breaker. Else each family counts with its worst level: 3 if one is critical, or one is serious and a second at least warns; 2 if one is serious, or two warn; 1 if one warns; else 0.',
  ],
  ['ours', '3 if our worst finding is critical, 2 if it is serious, 1 if it warns, else 0.'],
  [
    'economics',
    '2 if `return-on-time` is serious, or `price-only` is serious and `concessions` at least warns; 1 if any warns; else 0.',
  ],
] as const;

const GATES = [
  ['worth', 'not tier C, and the hour with them is not seriously underpaid'],
  [
    'ample',
    'on notice only: the deadline has passed, the trouble has lasted 21 days or more, and there were three days or more with a call, a try or a call from them since it began. The beginning is followed back week by week from the notice, a year at most, as long as something warned.',
  ],
  [
    'over',
    'they refused; or they are lost, answer nothing any more, and their last eight decided attempts reach back half a year',
  ],
  ['met', 'apology, explanation and assurance are all there, and they were not dropped twice'],
  ['once', 'dropped for the second time'],
] as const;

/** What the rules leave open, and how it was read. */
const READINGS = [
  'What a verdict hangs on is listed in the order in which it was recorded, not by date.',
  'A refusal is cleared by any `return` and any `lost` that comes later, in whatever stage, and by a `won` after a loss.',
  'The notice that began the stage gives its date and deadline. Later notices while it runs change neither.',
  'Whether a promise lies before or after a new start is decided by its own date. Its moves and resolutions come along, whatever dates they have.',
  'A debt from before a new start is settled if the last resolution before that start says so. Otherwise it stays, due on the day of the new start at the earliest.',
  'Without any touch `respect` and `own-failure` have no data, even where a work entry carries harm.',
  'A payment of ours that is marked broken is still owed.',
  'Attempts that may still be answered are not counted, and do not fill up the eight either.',
  '“In view” means since the new start, not within the window of the single rule.',
  'Once the three conditions are met they stay met until the next drop.',
  '`worsening` compares the sum of their side alone: what they do today against what counts yet.',
];

export function verdictsPage(): string {
  return page(
    '# Verdicts',
    `A verdict is one of ${VERDICTS.join(', ')}. It follows from the entries up to a date, the customer's card, the settings of the journal, and that date. Nothing else goes in: no score, no clock, no earlier verdict. The same journal and the same date give the same answer on every machine.`,
    'All limits were reasoned from the five essays and from textbook statistics for small samples. They were not fitted to outcomes, because there are no outcomes to fit them to yet. Take a verdict as a well-kept argument, not as a forecast.',
    '## From entries to a verdict',
    [
      '1. The turn points among the entries give the stage, and the date of the last new start.',
      '2. Each rule gives a level ([rules.md](rules.md)). Their conduct, and the costs except `return-on-time`, are judged from the last new start on. Our own conduct and deal-breakers are judged over everything.',
      '3. Patterns are held steady over four weeks.',
      '4. The levels give three sums. They are not added up, so that money never buys off contempt.',
      '5. Stage, sums and gates pick the first row of the table that applies.',
    ].join('\n'),
    '## Stages',
    table(
      ['stage', 'begins with', 'means'],
      STAGES.map((stage) => [stage, ...STAGE_TEXTS[stage]]),
    ),
    'Probation and rebuilding begin with a new start: from that date on their conduct is judged afresh. What they owe stays owed.',
    '## Sums',
    table(
      ['sum', 'value'],
      SUMS.map((row) => [...row]),
    ),
    '## Holding steady',
    'Patterns are looked at today and 7, 14 and 21 days ago. Serious counts only where the look a week before was serious too; otherwise it is a warning. The level that counts is the worst of the last three looks after that. So one bad week changes little, one good week clears nothing, and what is critical acts at once. Looks from before a new start say nothing. Where today alone would be worse than what counts, the review says `worsening`.',
    '## Gates',
    table(
      ['gate', 'open when'],
      GATES.map((row) => [...row]),
    ),
    '## The table',
    'The first row that applies decides.',
    table(
      ['row', 'stage', 'condition', 'verdict', 'what to do'],
      TABLE.map(({ advice, condition, row, stage, verdict }) => [
        row,
        stage,
        condition,
        verdict,
        advice,
      ]),
    ),
    'Two consequences. Apart from a deal-breaker and a broken probation, no active customer is dropped without a notice that has run out. And our own failures never make a DROP: they can only stand in its way.',
    '## Too early to tell',
    'A mark beside KEEP, FIX and REBUILD: fewer than five touches or less than 28 days since the new start (or the first entry), or no pattern had enough data, nor `payment`, nor `provider-bashing`.',
    '## Hangs on',
    `${code('rel why')} takes away each touch, promise and work entry in turn, together with what refers to it, and lists those without which the verdict would be another word. Where there is none the verdict is firm.`,
    '## Open places, and how they were read',
    READINGS.map((each) => `- ${each}`).join('\n'),
  );
}

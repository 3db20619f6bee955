import { spokenDay } from '../journal/days.ts';
import type { Stage } from '../journal/stage.ts';
import type { Handover } from '../practice/handover.ts';
import { entryText } from './entry-text.ts';
import { agreements, type Passing, theirs } from './handover-markdown.ts';
import { quotedName } from './quoted.ts';
import { STATE, troubleNote, troubleText } from './trouble-text.ts';
import { visible } from './visible.ts';

const FEW = 3;
const LAST_TURNS = 6;
const BUYING: ReadonlySet<Stage> = new Set(['active', 'probation', 'rebuilding', 'notice']);

/**
 * The brief as text, for the successor's journal. What that journal shows by itself, because it travels as lines of its
 * own, is left out: people, needs and open promises; and so are entry numbers, which are others there.
 */
export function handoverNote(handover: Handover, { from, on, to }: Passing): string {
  const { brief, lessons, ways } = handover;
  const { judgement, relationship } = brief.review;
  const { stage } = judgement.standing;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `- ${visible(line)}`)];
  const buys = BUYING.has(stage)
    ? [
        `They buy already; your journal knows it after: rel won ${quotedName(relationship.customer.name)}`,
      ]
    : [];
  return [
    visible(`Handed over by ${from} to ${to} on ${spokenDay(on)}: ${stage}, ${judgement.verdict}.`),
    ...buys,
    ...section(
      'What happened',
      brief.troubles.flatMap((trouble) => [
        `${STATE[trouble.state].says}: ${troubleText(trouble)}`,
        ...trouble.entries
          .slice(-FEW)
          .reverse()
          .map((entry) => `${spokenDay(entry.on)} ${troubleNote(entry)}`),
      ]),
    ),
    ...section(
      'Turn points',
      brief.turns.slice(-LAST_TURNS).map((entry) => `${spokenDay(entry.on)} ${entryText(entry)}`),
    ),
    ...section('Agreements and money', agreements(handover)),
    ...section('What works with them', [
      ...ways.map(({ channel, reached, tried }) => `${channel}: reached ${reached} of ${tried}`),
      ...theirs(brief.strengths),
      ...lessons,
    ]),
  ].join('\n');
}

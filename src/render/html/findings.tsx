import { spokenDay } from '../../journal/days.ts';
import type { Traced } from '../../practice/reasoning.ts';
import type { RuleSide } from '../../rules/rule.ts';
import type { JudgedRule } from '../../verdict/judge.ts';
import type { CustomerReview } from '../../verdict/review.ts';
import { levelName, levelRole, numbersOf } from '../finding-text.ts';
import { findingWords, patternWords } from '../finding-words.ts';
import { MOST_CITED } from './entry-list.tsx';
import { findingsOf, isOursFirst } from '../review-cells.ts';
import { visible } from '../visible.ts';
import { EntryLink, type Listed } from './told.tsx';

interface FindingsProps {
  readonly review: CustomerReview;
  readonly listed: Listed;
  readonly heading: 'h2' | 'h3';
  /** Since when each stands, where that is known. */
  readonly traced: readonly Traced[] | undefined;
  /** What was felt is told in full. */
  readonly privately: boolean;
}

const OURS = { title: 'Yours', sides: ['ours'] } as const;
const THEIRS = { title: 'Theirs', sides: ['theirs', 'economics'] } as const;

/** What was found on either side, in two columns, the side first that has to move. */
export function Findings({ heading: Heading, listed, privately, review, traced }: FindingsProps) {
  const numberOf = numbersOf(review.relationship);
  // In the rule's own words where the reasons are asked for, else in those of a review.
  const said = (finding: JudgedRule): string => {
    if (finding.rule.name === 'toll' && !privately) return patternWords('toll');
    return traced === undefined ? findingWords(finding).full : visible(finding.outcome.message);
  };
  const columns = isOursFirst(review) ? [OURS, THEIRS] : [THEIRS, OURS];
  return (
    <div class="sides">
      {columns.map(({ sides, title }) => {
        const found = findingsOf(review, sides);
        return (
          <div>
            <Heading>{title}</Heading>
            {found.length === 0 ? (
              <p class="quiet">nothing</p>
            ) : (
              <ul class="findings">
                {found.map((finding) => (
                  <FindingLine
                    finding={finding}
                    numbers={finding.outcome.evidence.flatMap((id) => numberOf.get(id) ?? [])}
                    listed={listed}
                    since={traced?.find(({ judged }) => judged.rule === finding.rule)?.since}
                    says={said(finding)}
                  />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly finding: JudgedRule;
  /** Of the entries that it rests on. */
  readonly numbers: readonly number[];
  readonly listed: Listed;
  readonly since: Traced['since'];
  readonly says: string;
}

const COST: RuleSide = 'economics';

function FindingLine({ finding, listed, numbers, says, since }: LineProps) {
  const { level, rule } = finding;
  const shown = numbers.slice(-MOST_CITED);
  const more = numbers.length - shown.length;
  return (
    <li>
      <span class={`level ${levelRole(level)}`}>{levelName(level)}</span>{' '}
      {rule.side === COST && <span class="quiet">cost: </span>}
      {says}
      <span class="behind">
        {rule.name}
        {since !== undefined && `, since ${spokenDay(since)}`}
        {shown.map((seq) => (
          <> {listed.has(seq) ? <EntryLink seq={seq} /> : `#${seq}`}</>
        ))}
        {more > 0 && ` +${more}`}
      </span>
    </li>
  );
}

import { counted } from '../../journal/counted.ts';
import { formatDay, spokenDay, spokenWeekday } from '../../journal/days.ts';
import type { Recorded } from '../../journal/entry.ts';
import type { Picture } from '../../practice/picture.ts';
import type { CustomerReview } from '../../verdict/review.ts';
import { isFinding } from '../finding-text.ts';

const LAST = 10;
/** More would hide the sentence that they stand behind. */
export const MOST_CITED = 12;

/**
 * The entries that a page lists: what findings rest on, what is named in a sentence, the last ones, and all that lies in
 * the picture where the customer has the page alone. A mood is a feeling and nothing else, so it stands on private pages
 * only.
 * @param named the numbers in sentences
 */
export function entriesOf(
  { judgement, relationship }: CustomerReview,
  named: readonly number[],
  picture: Picture | undefined,
  privately: boolean,
): readonly Recorded[] {
  const entries = relationship.entries.filter(({ type }) => privately || type !== 'mood');
  const found = judgement.rules.filter(isFinding);
  const cited = new Set(found.flatMap(({ outcome }) => outcome.evidence.slice(-MOST_CITED)));
  const numbers = new Set(named);
  const last = new Set(entries.slice(-LAST));
  const inPicture = ({ on }: Recorded): boolean =>
    picture !== undefined && picture.from <= on && on <= picture.to;
  return entries.filter(
    (entry) => cited.has(entry.id) || numbers.has(entry.seq) || last.has(entry) || inPicture(entry),
  );
}

interface EntryListProps {
  readonly entries: readonly Recorded[];
  /** Of how many. */
  readonly of: number;
  readonly told: (entry: Recorded) => string;
}

/** Entries with their numbers, which links of the page lead to; the latest first. */
export const EntryList = ({ entries, of, told }: EntryListProps) => (
  <>
    {entries.length < of && (
      <p class="quiet">
        {`${entries.length} of ${counted(of, 'entry', 'entries')}: those of these weeks, and those named above`}
      </p>
    )}
    <ol class="entries">
      {entries.toReversed().map((entry) => (
        <li id={`entry-${entry.seq}`} tabindex={-1}>
          <span class="seq">#{entry.seq}</span>{' '}
          <time class="quiet" dateTime={formatDay(entry.on)}>
            {`${spokenWeekday(entry.on)} ${spokenDay(entry.on)}`}
          </time>{' '}
          <span class="said">{told(entry)}</span>
        </li>
      ))}
    </ol>
  </>
);

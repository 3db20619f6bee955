import type { Verdict } from '../../journal/vocabulary.ts';
import { freedWords } from '../freed-text.ts';
import { amountIn } from '../review-page.ts';
import type { BookPage, Listed } from './book-page.ts';
import { Relationship } from './relationship.tsx';
import { VerdictWord } from './verdict-word.tsx';

interface Props {
  readonly rows: readonly Listed[];
  readonly page: BookPage;
}

/** In a book of more, the folded ones have words alone: pictures of all would take longer to draw than to read. */
const PICTURED_MOST = 40;
/** So many of those with something to mend stand open; nobody reads more at once. */
const OPEN_MOST = 20;

const isBig = ({ customers }: BookPage): boolean => customers.length > PICTURED_MOST;

/** Each customer in full, the most urgent first: what needs nothing, or comes late in a big book, is folded. */
export function CustomerSections({ rows, page }: Props) {
  const isKept = ({ review }: Listed): boolean => review.judgement.verdict === 'KEEP';
  const troubled = rows.filter((row) => !isKept(row));
  const groups = [
    { title: 'Less urgent', some: troubled.slice(OPEN_MOST) },
    { title: 'Nothing to mend', some: rows.filter(isKept) },
  ];
  return (
    <>
      {troubled.slice(0, OPEN_MOST).map((row) => (
        <InFull row={row} page={page} />
      ))}
      {groups.map(
        ({ title, some }) =>
          some.length > 0 && (
            <>
              <h2 class="group">{title}</h2>
              {isBig(page) && (
                <p class="quiet">
                  In words; with pictures: <code>rel show NAME --format html</code>
                </p>
              )}
              {some.map((row) => (
                <Folded row={row} page={page} />
              ))}
            </>
          ),
      )}
    </>
  );
}

interface One {
  readonly row: Listed;
  readonly page: BookPage;
}

function Folded({ row, page }: One) {
  const { name, review } = row;
  const { value } = review;
  return (
    <details class="folded">
      <summary>
        <VerdictWord verdict={review.judgement.verdict} /> {name}
        {value !== null && <span class="quiet"> {amountIn(value, page.currency)}</span>}
      </summary>
      <InFull row={row} page={page} words={isBig(page)} />
    </details>
  );
}

const ENDING: readonly Verdict[] = ['DROP'];

function InFull({ row: { id, review }, page, words = false }: One & { readonly words?: boolean }) {
  const { called, currency, freedOf, pictureOf, privately, reasonOf, remarksOf } = page;
  const { standing, verdict } = review.judgement;
  const isToEnd = ENDING.includes(verdict) && standing.stage !== 'dropped';
  return (
    <div class="customer">
      <Relationship
        id={id}
        review={review}
        picture={words ? undefined : pictureOf(review)}
        reason={reasonOf(review)}
        remarks={remarksOf(review)}
        currency={currency}
        called={called}
        privately={privately}
      />
      {isToEnd && <p>If you walk away, {freedWords(freedOf(review)).join('; ')}.</p>}
      <p class="back">
        <a href="#customers">All customers</a>
      </p>
    </div>
  );
}

import { thousands } from '../../journal/amount-words.ts';
import { counted } from '../../journal/counted.ts';
import { marksOf, percent } from '../review-page.ts';
import { visible } from '../visible.ts';
import type { BookPage, Listed } from './book-page.ts';
import { VerdictBand } from './verdict-band.tsx';
import { VerdictWord } from './verdict-word.tsx';

interface Props {
  readonly rows: readonly Listed[];
  readonly page: BookPage;
}

/** More lines than these are folded: what comes behind them can wait. */
const UNFOLDED_MOST = 40;

/** Every customer in a line, the most urgent first; the pictures of the book say the same. */
export function CustomersTable({ rows, page }: Props) {
  const rest = rows.slice(UNFOLDED_MOST);
  return (
    <>
      <Lines rows={rows.slice(0, UNFOLDED_MOST)} page={page} />
      {rest.length > 0 && (
        <details class="folded">
          <summary>{counted(rest.length, 'more customer')}</summary>
          <Lines rows={rest} page={page} />
        </details>
      )}
    </>
  );
}

function Lines({ rows, page: { currency, weeksOf } }: Props) {
  const unit = currency === undefined ? '' : ` (${visible(currency)})`;
  return (
    <table class="customers">
      <caption>
        The most urgent first. Findings are those that weigh: warnings and worse, yours and theirs.
        In the last column each week has a bar; the higher, the worse.
      </caption>
      <thead>
        <tr>
          <th scope="col">Verdict</th>
          <th scope="col">Customer</th>
          <th scope="col" class="number">
            A year{unit}
          </th>
          <th scope="col" class="number">
            Income
          </th>
          <th scope="col" class="number">
            Findings
          </th>
          <th scope="col">26 weeks</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row {...row} weeks={weeksOf(row.review)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  findings,
  id,
  name,
  review,
  weeks,
}: Listed & { readonly weeks: ReturnType<BookPage['weeksOf']> }) {
  const { judgement, share, value } = review;
  const marks = marksOf(review);
  return (
    <tr>
      <td>
        <VerdictWord verdict={judgement.verdict} />
      </td>
      <th scope="row">
        <a href={`#${id}`}>{name}</a>
        {marks.length > 0 && <span class="marks">{marks.join(' · ')}</span>}
      </th>
      <td class="number" data-of="a year">
        {value === null ? '–' : thousands(value)}
      </td>
      <td class="number" data-of="income">
        {share === null ? '–' : percent(share)}
      </td>
      <td class="number" data-of={findings === 1 ? 'finding' : 'findings'}>
        {findings}
      </td>
      <td>
        <VerdictBand weeks={weeks} />
      </td>
    </tr>
  );
}

import { counted } from '../../journal/counted.ts';
import { type Day, spokenDay, spokenWeekday } from '../../journal/days.ts';
import { WORST_FIRST } from '../review-page.ts';
import { wholeBookLines } from '../whole-book-text.ts';
import { type BookPage, type Listed, listed } from './book-page.ts';
import { Changes } from './changes.tsx';
import { CustomerSections } from './customer-sections.tsx';
import { CustomersTable } from './customers-table.tsx';
import { TimeChart } from './time-chart.tsx';
import { ValueChart } from './value-chart.tsx';
import { VerdictWord } from './verdict-word.tsx';

const dayWords = (day: Day): string => `${spokenWeekday(day)} ${spokenDay(day)}`;

export const bookTitle = ({ review }: BookPage): string => `Review of ${dayWords(review.asOf)}`;

/** The review of a book: the whole at a glance, then every customer in a line, then each in full. */
export function BookReview(page: BookPage) {
  const rows = listed(page);
  const isWhole = rows.length === page.book.customers;
  return (
    <>
      <Head page={page} rows={rows} />
      {rows.length === 0 ? (
        <p>Nobody to show. Begin with: rel log "Brazos Rentals" --new call :need</p>
      ) : (
        <>
          <div class="glance">
            <ValueChart customers={rows} currency={page.currency} />
            <div class="beside">
              <Changes customers={rows} against={page.review.against} />
              {isWhole && <TimeChart book={page.book} currency={page.currency} />}
            </div>
          </div>
          <section aria-labelledby="customers">
            <h2 id="customers">{isWhole ? 'All customers' : 'Customers'}</h2>
            <CustomersTable rows={rows} page={page} />
          </section>
          <CustomerSections rows={rows} page={page} />
        </>
      )}
      <footer class="quiet">
        <p>
          Made by <code>rel review --format html</code> from your own journal. It holds what you
          wrote about your customers: keep it as you keep that.
        </p>
      </footer>
    </>
  );
}

function Head({ page, rows }: { readonly page: BookPage; readonly rows: readonly Listed[] }) {
  const { book, currency, known, review } = page;
  const shown = rows.length === book.customers ? '' : `${rows.length} of them shown, `;
  return (
    <header>
      <h1>{bookTitle(page)}</h1>
      <p>
        {counted(book.customers, 'customer')}, {shown}
        {book.changed === 0 ? 'none' : book.changed} changed since {dayWords(review.against)}
      </p>
      {known !== undefined && (
        <p class="quiet">With what had been entered by {dayWords(known)}, and nothing later.</p>
      )}
      <ul class="tally" aria-label="Customers by verdict">
        {WORST_FIRST.map((verdict) => (
          <li>
            <strong>{book.verdicts[verdict]}</strong> <VerdictWord verdict={verdict} />
          </li>
        ))}
      </ul>
      <BookLines {...{ book, currency }} />
    </header>
  );
}

/** In a text, so that it is split into what is none and what is one, by turns. */
const OPTION = /(--[a-z-]+)/;

function BookLines({ book, currency }: Pick<BookPage, 'book' | 'currency'>) {
  const lines = wholeBookLines(book, currency);
  if (lines.length === 0) return null;
  return (
    <dl class="book-lines">
      {lines.map(({ label, text, warns }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {warns && <strong class="warns">!</strong>}
            {text
              .split(OPTION)
              .map((part, at) => (at % 2 === 1 ? <span class="typed">{part}</span> : part))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

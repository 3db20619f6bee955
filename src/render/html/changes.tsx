import { type Day, spokenDay } from '../../journal/days.ts';
import { severity } from '../../verdict/review.ts';
import type { Listed } from './book-page.ts';
import { VerdictWord } from './verdict-word.tsx';

interface Props {
  readonly customers: readonly Listed[];
  readonly against: Day;
}

/** More are folded, those that got better first. */
const TOLD_MOST = 4;

/** Whose verdict is another one than on the day compared with, and who is new since. */
export function Changes({ against, customers }: Props) {
  const changed = customers
    .filter(({ review }) => review.changed)
    .sort((a, b) => Number(isWorse(b)) - Number(isWorse(a)));
  const rest = changed.slice(TOLD_MOST);
  const fresh = customers.filter(({ review }) => review.previous === null);
  return (
    <section class="changes" aria-labelledby="changes">
      <h2 id="changes">Since {spokenDay(against)}</h2>
      {changed.length === 0 && <p>No verdict has changed.</p>}
      <List some={changed.slice(0, TOLD_MOST)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <List some={rest} />
        </details>
      )}
      {fresh.length > 0 && (
        <p>
          New:{' '}
          {fresh.slice(0, TOLD_MOST).map(({ id, name }, index) => (
            <>
              {index > 0 && ', '}
              <a href={`#${id}`}>{name}</a>
            </>
          ))}
          {fresh.length > TOLD_MOST && ` and ${fresh.length - TOLD_MOST} more`}
        </p>
      )}
    </section>
  );
}

const isWorse = ({ review: { judgement, previous } }: Listed): boolean =>
  previous !== null && severity(judgement.verdict) > severity(previous);

const List = ({ some }: { readonly some: readonly Listed[] }) =>
  some.length === 0 ? null : (
    <ul>
      {some.map((each) => (
        <Change {...each} />
      ))}
    </ul>
  );

function Change(listed: Listed) {
  const { id, name, review } = listed;
  if (review.previous === null) return null;
  const worse = isWorse(listed);
  return (
    <li>
      <span class={worse ? 'worse' : 'better'}>{worse ? '▲ worse' : '▼ better'}</span>{' '}
      <a href={`#${id}`}>{name}</a>
      <span class="from-to">
        <VerdictWord verdict={review.previous} /> →{' '}
        <VerdictWord verdict={review.judgement.verdict} />
      </span>
    </li>
  );
}

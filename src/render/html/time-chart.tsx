import { duration, thousands } from '../../journal/amount-words.ts';
import type { Verdict } from '../../journal/vocabulary.ts';
import type { WholeBook } from '../../verdict/whole-book.ts';
import { percent, WORST_FIRST } from '../review-page.ts';
import { visible } from '../visible.ts';
import { verdictClass, VerdictWord } from './verdict-word.tsx';

interface Props {
  readonly book: WholeBook;
  readonly currency: string | undefined;
}

/** What a letter of a word takes of the narrowest bar, with some air at both ends; narrower parts have no word. */
const [LETTER, AIR] = [0.037, 0.03];

/** Where the hours of a year went, beside where its income came from. */
export function TimeChart({ book: { verdicts, year }, currency }: Props) {
  const total = (of: 'minutes' | 'income'): number =>
    WORST_FIRST.reduce((sum, verdict) => sum + year[verdict][of], 0);
  const [minutes, income] = [total('minutes'), total('income')];
  if (minutes === 0 && income === 0) return null;
  const share = (some: number, all: number): string => (all > 0 ? percent(some / all) : '–');
  const shown = WORST_FIRST.filter((verdict) => verdicts[verdict] > 0);
  return (
    <figure class="time-chart">
      <figcaption>
        <h2>Time against income</h2>
        <p class="quiet">Hours and income of the last year, by the verdict of today.</p>
      </figcaption>
      <Bar title="Hours" verdicts={shown} part={(each) => year[each].minutes / minutes} />
      <Bar title="Income" verdicts={shown} part={(each) => year[each].income / income} />
      <table>
        <caption class="hidden">Hours and income of the last year by verdict</caption>
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col" class="number" colSpan={2}>
              Hours
            </th>
            <th scope="col" class="number" colSpan={2}>
              Income{currency === undefined ? '' : `, ${visible(currency)}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((verdict) => (
            <tr>
              <th scope="row">
                <VerdictWord verdict={verdict} />
              </th>
              <td class="number">{duration(year[verdict].minutes)}</td>
              <td class="number quiet">{share(year[verdict].minutes, minutes)}</td>
              <td class="number">{thousands(year[verdict].income)}</td>
              <td class="number quiet">{share(year[verdict].income, income)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface BarProps {
  readonly title: string;
  readonly verdicts: readonly Verdict[];
  /** 0 to 1 of the whole; no number where there is no whole. */
  readonly part: (verdict: Verdict) => number;
}

/** Drawn in parts of a hundred, so that it fills whatever width there is and the words keep their size. */
function Bar({ title, verdicts, part }: BarProps) {
  let at = 0;
  const parts = verdicts.flatMap((verdict) => {
    const width = part(verdict);
    if (!(width > 0)) return [];
    const begin = at;
    at += width;
    return [{ verdict, begin, width }];
  });
  if (parts.length === 0) return null;
  const of100 = (number: number): string => `${(number * 100).toFixed(2)}%`;
  return (
    <div class="stacked">
      <span class="bar-title">{title}</span>
      <svg aria-hidden="true">
        {parts.map(({ verdict, begin, width }) => (
          <>
            <rect class={verdictClass(verdict)} x={of100(begin)} width={of100(width)} height="100%">
              <title>{`${verdict}: ${percent(width)}`}</title>
            </rect>
            {begin > 0 && <rect class="seam" x={of100(begin)} width="2" height="100%" />}
            {width >= verdict.length * LETTER + AIR && (
              <text class="on-bar" x={of100(begin + width / 2)} y="50%" dy="0.35em">
                {verdict}
              </text>
            )}
          </>
        ))}
      </svg>
    </div>
  );
}

import { scaleBand, scaleLinear } from 'd3-scale';
import { duration, thousands } from '../../journal/amount-words.ts';
import { spokenDay } from '../../journal/days.ts';
import type { Picture, PictureMonth } from '../../practice/picture.ts';
import { amountIn } from '../review-page.ts';
import { at, monthName, spanWords } from './chart-days.ts';
import { Chart, Drawing } from './chart.tsx';
import { Mark } from './mark.tsx';

interface HoursProps {
  readonly picture: Picture;
  readonly currency: string | undefined;
}

const WIDTH = 420;
const BARS = 56;
/** A name and the sums over the bars. */
const OVER = 30;
const AXIS = 20;
const WIDEST = 40;

/** Time that went in and money that came back, month under month, each on a scale of its own. */
export function HoursChart({ currency, picture }: HoursProps) {
  const { months, year } = picture;
  const x = scaleBand<number>()
    .domain(months.map((_, index) => index))
    .range([0, WIDTH])
    .padding(0.25);
  const wide = at(Math.min(WIDEST, x.bandwidth()));
  const middleAt = (index: number): number => at((x(index) ?? 0) + x.bandwidth() / 2);
  const panels = [
    { name: 'hours', side: 'us', of: ({ minutes }: PictureMonth) => minutes, said: duration },
    { name: 'income', side: 'money', of: ({ income }: PictureMonth) => income, said: thousands },
  ].filter(({ of }) => months.some((month) => of(month) > 0));
  const sheet = { width: WIDTH, height: panels.length * (OVER + BARS) + AXIS };
  return (
    <Chart
      name="hours"
      title="Hours against income"
      finding={hourWords(year, currency)}
      table={{
        columns: ['Month', 'Hours', 'Income'],
        rows:
          panels.length === 0
            ? []
            : months.map((month) => [
                spokenDay(month.from).split(' ').slice(1).join(' '),
                Number((month.minutes / 60).toFixed(1)),
                month.income,
              ]),
      }}
    >
      {panels.length === 0 ? undefined : (
        <Drawing
          sheet={sheet}
          label="Hours and income by month"
          ground={
            <>
              {months.map((month, index) => (
                <text class="small" x={middleAt(index)} y={sheet.height - 6} text-anchor="middle">
                  {monthName(month.from).slice(0, 3)}
                </text>
              ))}
              {panels.map(({ name }, row) => (
                <>
                  <text class="name" x={3} y={bottomOf(row) - BARS - 16}>
                    {name}
                  </text>
                  <path class="zero" d={`M0 ${bottomOf(row)}H${sheet.width}`} />
                </>
              ))}
            </>
          }
        >
          {panels.flatMap(({ name, of, said, side }, row) => {
            const y = scaleLinear()
              .domain([0, Math.max(1, ...months.map(of))])
              .range([0, BARS]);
            return months.flatMap((month, index) => {
              if (of(month) === 0) return [];
              const tall = at(y(of(month)));
              const middle = middleAt(index);
              const top = at(bottomOf(row) - tall);
              return (
                <Mark
                  sheet={sheet}
                  x={middle}
                  y={top}
                  class={side}
                  title={`${name === 'hours' ? '' : 'income '}${said(of(month))}`}
                  text={spanWords(month)}
                >
                  <rect x={at(middle - wide / 2)} y={top} width={wide} height={tall} />
                  <text class="small" x={middle} y={top - 4} text-anchor="middle">
                    {said(of(month))}
                  </text>
                </Mark>
              );
            });
          })}
        </Drawing>
      )}
    </Chart>
  );
}

const bottomOf = (row: number): number => (row + 1) * (OVER + BARS);

/** `In a year 12 h went in and 18,400 EUR came back: 1,533 an hour.` */
function hourWords({ hourly, income, minutes }: Picture['year'], currency: string | undefined) {
  if (minutes === 0 && income === 0) return 'No hours and no income were noted in a year.';
  const went = minutes === 0 ? 'no hours were noted' : `${duration(minutes)} went in`;
  const came = income === 0 ? 'nothing came back' : `${amountIn(income, currency)} came back`;
  return `In a year ${went}, ${came}${hourly === null || income === 0 ? '' : `: ${thousands(hourly)} an hour`}.`;
}

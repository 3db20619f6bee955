import type { Span } from '../../practice/picture.ts';
import { at, type DayScale, monthName, monthsIn } from './chart-days.ts';

interface AxisProps {
  readonly span: Span;
  readonly scale: DayScale;
  /** Where the names of the months stand. */
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

/** The end of the drawing is too near for a name. */
const NAME_WIDTH = 26;

/** A line for each first of a month, with the name of the month. */
export const MonthsAxis = ({ bottom, scale, span, top, y }: AxisProps) => (
  <>
    {monthsIn(span).map((day) => {
      const x = at(scale(day));
      return (
        <>
          <path class="grid" d={`M${x} ${top}V${bottom}`} />
          {x + NAME_WIDTH < (scale.range()[1] ?? 0) && (
            <text class="small" x={x + 3} y={y}>
              {monthName(day)}
            </text>
          )}
        </>
      );
    })}
  </>
);

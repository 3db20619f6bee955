import { outcomeText } from '../promise-outcome.ts';
import type { Side } from '../../journal/vocabulary.ts';
import type { Day } from '../../journal/days.ts';
import type { Picture, PicturePromise } from '../../practice/picture.ts';
import { middleOf } from './chart-days.ts';
import { Mark } from './mark.tsx';
import { rowCount, rowsOf } from './packing.ts';
import { Form, type FormProps } from './shapes.tsx';
import { isIn, type LaneOf, partIn } from './timeline-lane.ts';

const ROW_HEIGHT = 12;
/** As much as two marks side by side take. */
const GAP_DAYS = 3;
/** Half the width of a mark. */
const REACH = 5;

/** The promises of one side, each a line from the day on which it was given. */
export const promiseLane =
  (by: Side): LaneOf =>
  (picture, { scale, span, width }, { listed, told }) => {
    const all = picture.promises
      .filter((each) => each.by === by)
      .map((each) => {
        const end = endOf(each, picture);
        return { each, end, from: each.standing.promise.on, to: each.due > end ? each.due : end };
      })
      .sort((a, b) => a.from - b.from);
    // By days and not by panel: a promise stays in its row from one panel to the next.
    const rows = rowsOf(all, GAP_DAYS);
    /** Inside, so that a mark is whole; what goes on in another panel goes to the edge. */
    const place = (day: Day): number => {
      if (!isIn(span, day)) return day < span.from ? 0 : width;
      return Math.min(width - REACH, Math.max(REACH, middleOf(scale, day)));
    };
    return {
      height: rowCount(rows) * ROW_HEIGHT,
      marks: (top, _, sheet) =>
        all.map(({ each, end, from, to }, index) => {
          if (partIn(span, { from, to }) === undefined) return null;
          const y = top + (rows[index] ?? 0) * ROW_HEIGHT + ROW_HEIGHT / 2;
          const [start, due, last] = [place(from), place(each.due), place(end)];
          const { promise } = each.standing;
          return (
            <Mark
              sheet={sheet}
              x={last}
              y={y}
              class={by}
              entry={listed(promise)}
              title={`${told(promise)} #${promise.seq}`}
              text={outcomeText(each.standing, picture.to)}
            >
              <path class="hit" d={`M${start} ${y}H${Math.max(due, last)}`} />
              <path class="given" d={`M${start} ${y}H${Math.min(due, last)}`} />
              {last > due && <path class="overdue" d={`M${due} ${y}H${last}`} />}
              {last < due && <path class="spared" d={`M${last} ${y}H${due}`} />}
              {isIn(span, each.due) && <path class="due" d={`M${due} ${y - 4}v8`} />}
              {isIn(span, end) && <Form {...promiseForm(each)} x={last} y={y} />}
            </Mark>
          );
        }),
    };
  };

/** Where its mark stands: when it was settled; while it waits, today. */
const endOf = ({ settled }: PicturePromise, { to }: Picture): Day => settled ?? to;

/** What became of it, by shape alone. */
export function promiseForm({ settled, standing: { status } }: PicturePromise): FormProps {
  switch (status) {
    case 'kept':
      return { shape: 'circle' };
    case 'late':
      return { shape: 'triangle', hollow: settled === null };
    case 'broken':
      return { shape: 'cross' };
    case 'open':
      return { shape: 'circle', hollow: true };
    case 'waived':
      return { shape: 'diamond', hollow: true };
  }
}

import { spokenDay } from '../../journal/days.ts';
import { middleOf } from './chart-days.ts';
import { Mark } from './mark.tsx';
import { rowCount, rowsOf } from './packing.ts';
import { isIn, type LaneOf } from './timeline-lane.ts';

const ROW_HEIGHT = 13;
/** Half of what two signs take. */
const REACH = 8;

/** The seller's own moods as numbers from −2 to +2; only a private page has any. */
export const moodLane: LaneOf = ({ moods }, { scale, span, width }, { listed, told }) => {
  const felt = moods
    .filter(({ on }) => isIn(span, on))
    .map((mood) => {
      const x = Math.min(width - REACH, Math.max(REACH, middleOf(scale, mood.on)));
      return { mood, x, from: x - REACH, to: x + REACH };
    });
  const rows = rowsOf(felt, 0);
  return {
    height: rowCount(rows) * ROW_HEIGHT,
    marks: (top, _, sheet) =>
      felt.map(({ mood, x }, index) => {
        const y = top + ((rows[index] ?? 0) + 1) * ROW_HEIGHT - 3;
        return (
          <Mark
            sheet={sheet}
            x={x}
            y={y - 4}
            entry={listed(mood)}
            title={`${spokenDay(mood.on)} #${mood.seq}`}
            text={told(mood)}
          >
            <text class="small" x={x} y={y} text-anchor="middle">
              {signed(mood.feel)}
            </text>
          </Mark>
        );
      }),
  };
};

const signed = (feel: number): string => (feel > 0 ? `+${feel}` : feel < 0 ? `−${-feel}` : '0');

import { spokenDay } from '../../journal/days.ts';
import { columns, cut, visible } from '../visible.ts';
import { middleOf } from './chart-days.ts';
import { Mark } from './mark.tsx';
import { rowCount, rowsOf } from './packing.ts';
import { isIn, type LaneOf } from './timeline-lane.ts';

const ROW_HEIGHT = 15;
const LABEL_COLUMNS = 26;
/** Wider than most letters at this size, so that labels keep off each other. */
const LETTER_WIDTH = 6.4;
/** From the pole to its label. */
const FLAG_WIDTH = 10;
const GAP = 5;
/** Of a pole below its lane, towards the touches. */
const POLE = 14;

/** What turned the relationship: flags with a word or two, which never lie on each other. */
export const turnLane: LaneOf = ({ turns }, { scale, span, width }, { listed, told }) => {
  const flags = turns
    .filter(({ on }) => isIn(span, on))
    .map((turn) => {
      const x = middleOf(scale, turn.on);
      const label = cut(visible(turn.label), LABEL_COLUMNS, '…');
      const size = FLAG_WIDTH + columns(label) * LETTER_WIDTH;
      const isLeft = x + size > width;
      return { turn, x, label, isLeft, from: isLeft ? x - size : x, to: isLeft ? x : x + size };
    })
    .sort((a, b) => a.from - b.from);
  const rows = rowsOf(flags, GAP);
  const yOf = (bottom: number, index: number): number =>
    bottom - ((rows[index] ?? 0) + 1) * ROW_HEIGHT;
  return {
    height: rowCount(rows) * ROW_HEIGHT,
    ground: (top, height) =>
      flags.map(({ x }, index) => (
        <path class="pole" d={`M${x} ${yOf(top + height, index) + 4}V${top + height + POLE}`} />
      )),
    marks: (top, height, sheet) =>
      flags.map(({ isLeft, label, turn: { entry, isGood, on }, x }, index) => {
        const y = yOf(top + height, index);
        const side = isLeft ? -1 : 1;
        return (
          <Mark
            sheet={sheet}
            x={x}
            y={y + 6}
            class={isGood === null ? 'flag' : isGood ? 'flag good' : 'flag bad'}
            entry={listed(entry)}
            title={`${spokenDay(on)} #${entry.seq}`}
            text={told(entry)}
          >
            <path d={`M${x} ${y + 2}l${side * 7} 4l${side * -7} 4z`} />
            <text x={x + side * FLAG_WIDTH} y={y + 10} text-anchor={isLeft ? 'end' : undefined}>
              {label}
            </text>
          </Mark>
        );
      }),
  };
};

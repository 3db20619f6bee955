import { money } from '../../journal/amount-words.ts';
import { spokenDay } from '../../journal/days.ts';
import { middleOf } from './chart-days.ts';
import { Mark } from './mark.tsx';
import { Form } from './shapes.tsx';
import { isIn, type LaneOf } from './timeline-lane.ts';

const HEIGHT = 13;
const REACH = 6;
const LETTER_WIDTH = 6.4;

/** Orders and payments, with the sum where there is room beside the others. */
export const moneyLane: LaneOf = ({ income }, { scale, span, width }, { listed, told }) => {
  const shown = income
    .filter(({ on }) => isIn(span, on))
    .map((entry) => ({
      entry,
      x: Math.min(width - REACH, Math.max(REACH, middleOf(scale, entry.on))),
      sum: entry.amount === undefined ? '' : money(entry.amount),
    }));
  const wide = (sum: string): number => REACH + sum.length * LETTER_WIDTH;
  return {
    height: shown.length > 0 ? HEIGHT : 0,
    marks: (top, _, sheet) =>
      shown.map(({ entry, sum, x }, index) => {
        const [before, next] = [shown[index - 1], shown[index + 1]];
        const y = top + HEIGHT / 2;
        const isRight = x + wide(sum) < (next === undefined ? width : next.x - REACH);
        const isLeft = x - wide(sum) > (before === undefined ? 0 : before.x + wide(before.sum));
        return (
          <Mark
            sheet={sheet}
            x={x}
            y={y}
            class="money"
            entry={listed(entry)}
            title={`${spokenDay(entry.on)} #${entry.seq}`}
            text={told(entry)}
          >
            <Form shape="diamond" hollow={entry.type === 'won'} x={x} y={y} />
            {sum !== '' && (isRight || isLeft) && (
              <text
                x={isRight ? x + REACH : x - REACH}
                y={y + 4}
                text-anchor={isRight ? undefined : 'end'}
              >
                {sum}
              </text>
            )}
          </Mark>
        );
      }),
  };
};

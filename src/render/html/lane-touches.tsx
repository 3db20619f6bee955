import { spokenDay, spokenWeekday } from '../../journal/days.ts';
import type { Touch, TouchType } from '../../journal/entry.ts';
import type { Picture } from '../../practice/picture.ts';
import { at, middleOf, spanWords } from './chart-days.ts';
import { Mark } from './mark.tsx';
import { rowCount, rowsOf } from './packing.ts';
import { Form, type FormProps } from './shapes.tsx';
import { type Lane, type LaneOf, type Panel, partIn, type Telling } from './timeline-lane.ts';

/** Half the width of a mark. */
const REACH = 4.2;
const STEP = 9;
const MARGIN = 6;
const LEAST_ROWS = 2;

export const TOUCH_FORMS: Readonly<Record<TouchType, FormProps>> = {
  spoke: { shape: 'circle' },
  tried: { shape: 'circle', hollow: true },
  sent: { shape: 'triangle' },
  heard: { shape: 'square' },
};

/** What we did, above the line. */
export const outLane: LaneOf = (picture, panel, telling) => {
  const { height, marks } = touchLane(
    picture.weeks.flatMap((week) => week.out),
    'up',
    panel,
    telling,
  );
  return {
    height,
    ground: (top, tall) => (
      <>
        <Shades picture={picture} panel={panel} top={top} height={tall} />
        <path class="middle" d={`M0 ${top + tall}H${panel.width}`} />
      </>
    ),
    marks,
  };
};

/** What they did, below it. */
export const inLane: LaneOf = (picture, panel, telling) => {
  const { height, marks } = touchLane(
    picture.weeks.flatMap((week) => week.in),
    'down',
    panel,
    telling,
  );
  return {
    // The days of a silence stand here, where nothing came, and under them the days away.
    height: Math.max(height, picture.away.length > 0 ? 2 * TEXT_HEIGHT + 2 : TEXT_HEIGHT + 4),
    ground: (top, tall) => <Shades picture={picture} panel={panel} top={top} height={tall} />,
    marks: (top, tall, sheet) => (
      <>
        {stretchesIn(picture, panel).map(({ kind, title, words, left, right, ...stretch }) => (
          <Mark
            sheet={sheet}
            x={at((left + right) / 2)}
            y={top}
            class={kind}
            title={title}
            text={spanWords(stretch)}
          >
            <rect class="hit" x={left} y={top} width={at(right - left)} height={tall} />
            {words !== undefined && (
              <text
                x={at((left + right) / 2)}
                y={kind === 'away' ? top + tall - 3 : top + TEXT_HEIGHT}
                text-anchor="middle"
              >
                {words}
              </text>
            )}
          </Mark>
        ))}
        {marks(top, tall, sheet)}
      </>
    ),
  };
};

function touchLane(
  touches: readonly Touch[],
  way: 'up' | 'down',
  { scale, span, width }: Panel,
  { listed, told }: Telling,
): Lane {
  const placed = touches
    .filter(({ on }) => span.from <= on && on <= span.to)
    .map((touch) => {
      const x = Math.min(width - REACH, Math.max(REACH, middleOf(scale, touch.on)));
      return { touch, x, from: x - REACH, to: x + REACH };
    });
  const rows = rowsOf(placed, 0);
  return {
    height: MARGIN + Math.max(LEAST_ROWS, rowCount(rows)) * STEP,
    marks: (top, tall, sheet) =>
      placed.map(({ touch, x }, index) => {
        const off = MARGIN + 1 + (rows[index] ?? 0) * STEP;
        const y = way === 'up' ? top + tall - off : top + off;
        return (
          <Mark
            sheet={sheet}
            x={x}
            y={y}
            class={way === 'up' ? 'us' : 'them'}
            entry={listed(touch)}
            title={`${spokenWeekday(touch.on)} ${spokenDay(touch.on)} #${touch.seq}`}
            text={told(touch)}
          >
            <Form {...TOUCH_FORMS[touch.type]} x={x} y={y} />
          </Mark>
        );
      }),
  };
}

const TEXT_HEIGHT = 13;
const LETTER_WIDTH = 6.2;

/** Silences and days away, as far as they lie in the panel, with what stands in them where there is room. */
function stretchesIn({ away, silences }: Picture, { scale, span }: Panel) {
  return [
    ...silences.map(({ days, ...silence }) => ({
      ...silence,
      kind: 'silence',
      title: `${days} days without a word${silence.isOpen ? ', and on' : ''}`,
      forms: [`${days} days silent`, `${days} days`, `${days}`],
    })),
    ...away.map((each) => ({ ...each, kind: 'away', title: 'away', forms: ['away'] })),
  ].flatMap(({ forms, from, kind, title, to }) => {
    const part = partIn(span, { from, to });
    if (part === undefined) return [];
    const [left, right] = [at(scale(part.from)), at(scale(part.to + 1))];
    const words = forms.find((form) => form.length * LETTER_WIDTH < right - left);
    return [{ kind, title, from, to, words, left, right }];
  });
}

interface ShadesProps {
  readonly picture: Picture;
  readonly panel: Panel;
  readonly top: number;
  readonly height: number;
}

const Shades = ({ height, panel, picture, top }: ShadesProps) => (
  <>
    {stretchesIn(picture, panel).map(({ kind, left, right }) => (
      <rect class={`${kind}-ground`} x={left} y={top} width={at(right - left)} height={height} />
    ))}
  </>
);

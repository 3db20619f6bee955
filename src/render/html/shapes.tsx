import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTimes,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';

/** Square units that a shape covers. */
const AREA = 40;

/** A tenth of a unit is as fine as a screen shows. */
const path = (type: SymbolType): string =>
  (symbol(type, AREA)() ?? '').replace(/-?\d+\.\d+/g, (number) => Number(number).toFixed(1));

/** The forms of marks, around their middle; each says by itself what it is, whatever its colour. */
const PATHS = {
  circle: path(symbolCircle),
  square: path(symbolSquare),
  triangle: path(symbolTriangle),
  diamond: path(symbolDiamond),
  /** Two strokes. */
  cross: path(symbolTimes),
} as const;

export interface FormProps {
  readonly shape: keyof typeof PATHS;
  /** An outline: not done, not answered, not over. */
  readonly hollow?: boolean;
}

/** One form at a place. */
export const Form = ({ hollow, shape, x, y }: FormProps & Readonly<Record<'x' | 'y', number>>) => (
  <path
    class={hollow === true || shape === 'cross' ? 'o' : undefined}
    d={PATHS[shape]}
    transform={`translate(${x} ${y})`}
  />
);

import { counted } from '../../journal/counted.ts';
import { amountIn } from '../review-page.ts';
import { visible } from '../visible.ts';
import type { Listed } from './book-page.ts';
import { NO_VALUE, type Size, TOP, valueLayout } from './value-layout.ts';
import { SHAPES, verdictClass } from './verdict-word.tsx';

interface Props {
  readonly customers: readonly Listed[];
  readonly currency: string | undefined;
}

/** Letters keep their size on a narrow screen: it has a drawing of its own. */
const WIDE = { size: { width: 620, height: 400 }, most: 8, only: 'wide' } as const;
const NARROW = { size: { width: 330, height: 340 }, most: 5, only: 'narrow' } as const;
/** What a shape is drawn in. */
const SHAPE_RADIUS = 5.5;

/** What each customer is worth against what is wrong with them: who is far up and far to the right matters most. */
export function ValueChart({ customers, currency }: Props) {
  const valued = customers.filter(({ review }) => (review.value ?? 0) > 0);
  // One alone is far up and far from nobody.
  if (valued.length < 2) return null;
  const unit = currency === undefined ? 'a year' : `${visible(currency)} a year`;
  return (
    <figure class="value-chart">
      <figcaption>
        <h2>Where value is in trouble</h2>
        <p class="quiet">
          Each customer is a mark: the higher, the more it is worth ({unit}); the further right, the
          worse, by verdict, and within a verdict by how many findings weigh. The table of all
          customers has the numbers.
        </p>
      </figcaption>
      {[WIDE, NARROW].map(({ most, only, size }) => (
        <Drawing {...{ customers, currency, most, only, size }} />
      ))}
    </figure>
  );
}

interface Drawn extends Props {
  readonly size: Size;
  readonly most: number;
  readonly only: 'wide' | 'narrow';
}

function Drawing({ customers, currency, most, only, size }: Drawn) {
  const layout = valueLayout(customers, size, most);
  const { floor, height, labels, lanes, left, marks, radius, ticks, unknown, width } = layout;
  const scale = (radius / SHAPE_RADIUS).toFixed(2);
  return (
    // The table says the same to whoever does not see it, and its links take a keyboard there.
    <svg class={only} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {ticks.map(({ text, y }) => (
        <>
          <path class="grid" d={`M${left} ${y.toFixed(1)}H${width}`} />
          <text class="tick" x={left - 6} y={y.toFixed(1)} dy="0.35em" text-anchor="end">
            {text}
          </text>
        </>
      ))}
      {unknown !== undefined && (
        <>
          <path class="grid dashed" d={`M0 ${floor + 12}H${width}`} />
          <text class="tick" x={left - 6} y={unknown} dy="0.35em" text-anchor="end">
            {NO_VALUE}
          </text>
        </>
      )}
      {lanes.map(({ from, to, verdict }) => (
        <>
          <path class="grid" d={`M${from.toFixed(1)} ${TOP}V${height - 20}`} />
          <text
            class={`lane ${verdictClass(verdict)}`}
            x={((from + to) / 2).toFixed(1)}
            y={height - 5}
            text-anchor="middle"
          >
            {verdict}
          </text>
        </>
      ))}
      {marks.map(({ of: { findings, id, name, review }, verdict, x, y }) => (
        <a href={`#${id}`} tabIndex={-1}>
          <path
            class={`mark ${verdictClass(verdict)}`}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})`}
            d={SHAPES[verdict]}
          >
            <title>
              {`${name}: ${verdict}, ${review.value === null ? 'value unknown' : amountIn(review.value, currency)}, ${counted(findings, 'finding')}`}
            </title>
          </path>
        </a>
      ))}
      {labels.map(({ anchor, text, x, y }) => (
        <text class="label" x={x.toFixed(1)} y={y.toFixed(1)} dy="0.35em" text-anchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}

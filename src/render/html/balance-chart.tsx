import { scaleLinear } from 'd3-scale';
import { counted } from '../../journal/counted.ts';
import { SIZES, type Size } from '../../journal/vocabulary.ts';
import type { Picture } from '../../practice/picture.ts';
import { at } from './chart-days.ts';
import { Chart, Drawing } from './chart.tsx';
import { Mark } from './mark.tsx';

const SIZE_NAMES: Readonly<Record<Size, string>> = { s: 'small', m: 'medium', l: 'large' };
const SHEET = { width: 420, height: 74 };
const [LEFT, BAR, STEP, TOP] = [70, 24, 34, 6] as const;
const GAP = 1.5;
/** The scale is no finer than that, so that a single favour does not fill the drawing. */
const LEAST = 5;
/** Fewer are told faster than drawn. */
const LEAST_FAVOURS = 3;

/** What each side did for the other beyond the contract: one block for each favour, the larger ones taller. */
export function BalanceChart({ picture }: { readonly picture: Picture }) {
  const { gave, got, sizes } = picture;
  const x = scaleLinear()
    .domain([0, Math.max(LEAST, gave, got)])
    .range([LEFT, SHEET.width - 30]);
  const rows = [
    { who: 'you gave', side: 'us', count: gave, of: sizes.gave },
    { who: 'they gave', side: 'them', count: got, of: sizes.got },
  ];
  return (
    <Chart
      name="balance"
      title="Give and take"
      finding={
        gave + got === 0
          ? 'No favour either way in a year.'
          : `In a year you gave ${counted(gave, 'favour')}${sizeWords(sizes.gave)}, they gave ${got}${sizeWords(sizes.got)}.`
      }
      table={{
        columns: ['Size', 'You gave', 'They gave'],
        rows:
          gave + got === 0
            ? []
            : SIZES.map((size) => [SIZE_NAMES[size], sizes.gave[size], sizes.got[size]]),
      }}
    >
      {gave + got < LEAST_FAVOURS ? undefined : (
        <Drawing
          sheet={SHEET}
          label="Favours of each side"
          ground={rows.map(({ count, who }, index) => (
            <>
              <text x={LEFT - 8} y={TOP + index * STEP + 16} text-anchor="end">
                {who}
              </text>
              <text class="strong" x={at(x(count)) + 6} y={TOP + index * STEP + 16}>
                {count}
              </text>
            </>
          ))}
        >
          {rows.map(({ of, side, who }, index) => {
            const bottom = TOP + index * STEP + BAR;
            let before = 0;
            return SIZES.toReversed().flatMap((size) => {
              const count = of[size];
              if (count === 0) return [];
              const first = before;
              before += count;
              const tall = BAR * HEIGHTS[size];
              return (
                <Mark
                  sheet={SHEET}
                  x={at(x(first + count / 2))}
                  y={bottom - tall / 2}
                  class={side}
                  title={`${who} ${count} ${SIZE_NAMES[size]}`}
                >
                  {Array.from({ length: count }, (_, block) => (
                    <rect
                      x={at(x(first + block))}
                      y={bottom - tall}
                      width={at(x(1) - x(0) - GAP)}
                      height={tall}
                    />
                  ))}
                </Mark>
              );
            });
          })}
        </Drawing>
      )}
    </Chart>
  );
}

/** ` (2 large, 1 small)`, the largest first. */
function sizeWords(of: Picture['sizes']['gave']): string {
  const some = SIZES.toReversed().filter((size) => of[size] > 0);
  if (some.length === 0) return '';
  return ` (${some.map((size) => `${of[size]} ${SIZE_NAMES[size]}`).join(', ')})`;
}

const HEIGHTS: Readonly<Record<Size, number>> = { s: 1 / 3, m: 2 / 3, l: 1 };

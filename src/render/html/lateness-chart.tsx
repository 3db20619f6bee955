import { scaleLinear } from 'd3-scale';
import { counted } from '../../journal/counted.ts';
import type { Side } from '../../journal/vocabulary.ts';
import type { Picture, PicturePromise, Span } from '../../practice/picture.ts';
import { outcomeText } from '../promise-outcome.ts';
import { at, dayScale, middleOf } from './chart-days.ts';
import { Chart, Drawing } from './chart.tsx';
import { promiseForm } from './lane-promises.tsx';
import { Mark } from './mark.tsx';
import { MonthsAxis } from './months-axis.tsx';
import { Form } from './shapes.tsx';
import type { Telling } from './timeline-lane.ts';

interface LatenessProps extends Telling {
  readonly picture: Picture;
}

const WIDTH = 420;
const SIDE_HEIGHT = 88;
const [LEFT, TOP, AXIS] = [40, 14, 20] as const;
/** Even where all were punctual, a day is not the height of the drawing. */
const LEAST_DAYS = 7;
/** One is told faster than drawn. */
const LEAST_PROMISES = 2;
const WHO: Readonly<Record<Side, string>> = { them: 'they', us: 'you' };

type Due = PicturePromise & { readonly late: number };

/** Promises and payments, each with its days before or after the day it was due. */
export function LatenessChart({ listed, picture, told }: LatenessProps) {
  const due = picture.promises.filter((each): each is Due => each.late !== null && isDue(each));
  const sides = (['them', 'us'] as const).filter((side) => due.some(({ by }) => by === side));
  const days = due.map(({ late }) => late);
  const y = scaleLinear()
    .domain([Math.max(LEAST_DAYS, ...days), Math.min(-LEAST_DAYS / 3, ...days)])
    .range([4, SIDE_HEIGHT - 24]);
  const span = spanOf(due, picture);
  const x = dayScale(span, LEFT, WIDTH - 8);
  const sheet = { width: WIDTH, height: TOP + sides.length * SIDE_HEIGHT + AXIS };
  const top = (side: Side): number => TOP + sides.indexOf(side) * SIDE_HEIGHT;
  return (
    <Chart
      name="lateness"
      title="Do both keep their word?"
      finding={latenessWords(picture)}
      table={{
        columns: ['Promise', 'Days late', 'What came of it'],
        rows: picture.promises.map(({ late, standing }) => [
          told(standing.promise),
          late ?? '',
          outcomeText(standing, picture.to),
        ]),
      }}
    >
      {due.length < LEAST_PROMISES ? undefined : (
        <Drawing
          sheet={sheet}
          label="Days before or after the day on which it was due"
          ground={
            <>
              <MonthsAxis
                span={span}
                scale={x}
                y={sheet.height - 5}
                top={TOP}
                bottom={sheet.height}
              />
              {sides.map((side) => (
                <>
                  <text class="name" x={3} y={top(side) - 4}>
                    {`${WHO[side]}: days late`}
                  </text>
                  {y
                    .ticks(3)
                    .filter(Number.isInteger)
                    .map((tick) => (
                      <>
                        <path
                          class={tick === 0 ? 'zero' : 'grid'}
                          d={`M${LEFT} ${at(top(side) + y(tick))}H${WIDTH}`}
                        />
                        <text
                          class="small"
                          x={LEFT - 5}
                          y={at(top(side) + y(tick)) + 4}
                          text-anchor="end"
                        >
                          {tick}
                        </text>
                      </>
                    ))}
                </>
              ))}
            </>
          }
        >
          {due.map((each) => {
            const { promise } = each.standing;
            const zero = at(top(each.by) + y(0));
            const place = { x: middleOf(x, each.due), y: at(top(each.by) + y(each.late)) };
            return (
              <Mark
                sheet={sheet}
                {...place}
                class={each.by}
                entry={listed(promise)}
                title={`${told(promise)} #${promise.seq}`}
                text={outcomeText(each.standing, picture.to)}
              >
                <path
                  class={each.late > 0 ? 'overdue' : 'given'}
                  d={`M${place.x} ${zero}V${place.y}`}
                />
                <Form {...promiseForm(each)} {...place} />
              </Mark>
            );
          })}
        </Drawing>
      )}
    </Chart>
  );
}

/** What waits and is not due yet has no days to show. */
const isDue = ({ late, settled }: PicturePromise): boolean => settled !== null || (late ?? 0) >= 0;

/** The picture, and the days on which something older was due. */
function spanOf(due: readonly Due[], { from, to }: Picture): Span {
  return due.reduce<Span>(
    (span, { due: on }) => ({
      from: on < span.from ? on : span.from,
      to: on > span.to ? on : span.to,
    }),
    { from, to },
  );
}

/** `They kept 3 of 7 promises, 5 days late on average; you kept 2 of 2. 1 still waits.` */
function latenessWords({ promises }: Picture): string {
  if (promises.length === 0) return 'Nothing was promised.';
  const said = (['them', 'us'] as const).flatMap((side) => {
    const settled = promises.filter(
      ({ by, standing: { status } }) => by === side && status !== 'open' && status !== 'waived',
    );
    if (settled.length === 0) return [];
    const kept = settled.filter(({ standing }) => standing.status === 'kept').length;
    const late = settled.filter((each): each is Due => (each.late ?? 0) > 0);
    const mean = late.reduce((sum, each) => sum + each.late, 0) / late.length;
    const words =
      late.length === 0 ? '' : ` (${late.length} late, by ${Math.round(mean)} days on average)`;
    return [`${WHO[side]} kept ${kept} of ${counted(settled.length, 'promise')}${words}`];
  });
  const open = promises.filter(({ standing }) => standing.status === 'open').length;
  const waits = open === 0 ? [] : [`${open} still ${open === 1 ? 'waits' : 'wait'}`];
  const all = [...said, ...waits].join('; ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

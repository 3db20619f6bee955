import { counted, often } from '../../journal/counted.ts';
import { formatDay } from '../../journal/days.ts';
import type { Picture } from '../../practice/picture.ts';
import { Chart, Drawing } from './chart.tsx';
import { spanWords } from './chart-days.ts';
import { moneyLane } from './lane-money.tsx';
import { moodLane } from './lane-moods.tsx';
import { promiseLane } from './lane-promises.tsx';
import { inLane, outLane } from './lane-touches.tsx';
import { turnLane } from './lane-turns.tsx';
import { verdictLane, verdictRuns } from './lane-verdicts.tsx';
import { MonthsAxis } from './months-axis.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import { type LaneOf, type Panel, panelsOf, type Telling } from './timeline-lane.ts';

interface TimelineProps extends Telling {
  readonly picture: Picture;
}

const AXIS_HEIGHT = 17;
const NAME_HEIGHT = 15;
const BOTTOM = 4;
/** Between what we did to each other and what was promised. */
const APART = 6;

/** From top to bottom; each with its name above it, or below where it hangs from the one above. */
const LANES: readonly { readonly above?: string; readonly below?: string; readonly of: LaneOf }[] =
  [
    { of: verdictLane },
    { of: turnLane },
    { above: 'you reached out', of: outLane },
    { below: 'they came to you', of: inLane },
    { above: 'you promised', of: promiseLane('us') },
    { above: 'they promised', of: promiseLane('them') },
    { above: 'money that came', of: moneyLane },
    { above: 'your mood', of: moodLane },
  ];

/** The relationship as it went: who reached for whom, what was promised, what came of it. */
export function TimelineChart({ picture, ...telling }: TimelineProps) {
  const panels = panelsOf(picture);
  const before = picture.weeks.findIndex(({ verdict }) => verdict !== null);
  const lanes = placed(picture, panels, telling);
  const height = lanes.bottom + BOTTOM;
  return (
    <Chart
      name="timeline"
      title="Timeline"
      finding={timelineWords(picture)}
      table={{
        columns: ['Week', 'Verdict', 'You', 'They'],
        rows: picture.weeks
          .slice(Math.max(0, before))
          .map((week) => [
            `${formatDay(week.from)} – ${formatDay(week.to)}`,
            week.verdict ?? '',
            week.out.length,
            week.in.length,
          ]),
      }}
    >
      <div class="panels">
        {panels.map(({ scale, span, width }, index) => {
          const sheet = { width, height };
          return (
            <Drawing
              sheet={sheet}
              label={`Timeline, ${spanWords(span)}`}
              ground={
                <>
                  <MonthsAxis span={span} scale={scale} y={11} top={0} bottom={height} />
                  {lanes.all.map(({ name, nameY, of, tall, top }) => (
                    <>
                      {of[index]?.ground?.(top, tall)}
                      {name !== undefined && (
                        <text class={index > 0 ? 'name again' : 'name'} x={3} y={nameY}>
                          {name}
                        </text>
                      )}
                    </>
                  ))}
                </>
              }
            >
              {lanes.all.map(({ of, tall, top }) => of[index]?.marks(top, tall, sheet))}
            </Drawing>
          );
        })}
      </div>
      <TimelineLegend picture={picture} />
    </Chart>
  );
}

/** The lanes that anything lies on, each at the same place in all panels. */
function placed(picture: Picture, panels: readonly Panel[], telling: Telling) {
  let bottom = AXIS_HEIGHT;
  const all = LANES.flatMap(({ above, below, of: laneOf }) => {
    const of = panels.map((panel) => laneOf(picture, panel, telling));
    const tall = Math.max(...of.map(({ height }) => height));
    if (tall === 0) return [];
    const top = bottom + (above === undefined ? 0 : NAME_HEIGHT);
    bottom = top + tall + (below === undefined ? 0 : NAME_HEIGHT + APART);
    return [
      {
        name: above ?? below,
        nameY: above === undefined ? bottom - APART - 3 : top - 3,
        of,
        tall,
        top,
      },
    ];
  });
  return { all, bottom };
}

/** `You reached out 31 times, they 12 times. …` */
function timelineWords(picture: Picture): string {
  const { silences, weeks } = picture;
  const out = weeks.reduce((sum, week) => sum + week.out.length, 0);
  const came = weeks.reduce((sum, week) => sum + week.in.length, 0);
  const longest = Math.max(0, ...silences.map(({ days }) => days));
  const turns = Math.max(0, verdictRuns(picture).length - 1);
  const open = silences.some(({ days, isOpen }) => isOpen && days === longest);
  return (
    [
      `In ${counted(weeks.length, 'week')} you reached out ${often(out)}, they ${often(came)}`,
      ...(longest === 0
        ? []
        : [
            `the longest silence ${open ? 'has lasted' : 'lasted'} ${longest} days${open ? ' and goes on' : ''}`,
          ]),
      turns === 0 ? 'the verdict never changed' : `the verdict changed ${often(turns)}`,
    ].join('; ') + '.'
  );
}

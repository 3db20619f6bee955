import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { counted } from '../../journal/counted.ts';
import { formatDay, spokenDay } from '../../journal/days.ts';
import type { Answer, Picture } from '../../practice/picture.ts';
import type { Judgement } from '../../verdict/judge.ts';
import { percent } from '../review-page.ts';
import { at, dayScale, middleOf } from './chart-days.ts';
import { Chart, Drawing } from './chart.tsx';
import { Mark } from './mark.tsx';
import { MonthsAxis } from './months-axis.tsx';
import { Form } from './shapes.tsx';
import type { Telling } from './timeline-lane.ts';

interface AnswersProps extends Telling {
  readonly picture: Picture;
  readonly judgement: Judgement;
}

const SHEET = { width: 420, height: 150 };
const [LEFT, TOP, BOTTOM] = [40, 10, 126] as const;
/** To the right of the drawing, for what is usual. */
const USUAL_ROOM = 52;
const LEAST_TRIES = 3;

/** Of the days on which we reached for them, how many they answered, beside what is usual for them. */
export function AnswersChart({ judgement, listed, picture, told }: AnswersProps) {
  const { answers, usually } = picture;
  const right = SHEET.width - (usually === null ? 6 : USUAL_ROOM);
  const x = dayScale(picture, LEFT, right);
  const y = scaleLinear().domain([0, 1]).range([BOTTOM, TOP]);
  const shares = line<Answer>()
    .x(({ on }) => middleOf(x, on))
    .y(({ recently }) => at(y(recently)))
    .curve(curveStepAfter);
  return (
    <Chart
      name="answers"
      title="Do they answer?"
      finding={answerWords(picture, judgement)}
      table={{
        columns: ['Day', 'Answered', 'Of the last tries'],
        rows: answers.map(({ answered, on, recently }) => [
          formatDay(on),
          answered ? 'yes' : 'no',
          percent(recently),
        ]),
      }}
    >
      {answers.length < LEAST_TRIES ? undefined : (
        <Drawing
          sheet={SHEET}
          label="Share of the last tries that they answered"
          ground={
            <>
              <MonthsAxis span={picture} scale={x} y={BOTTOM + 16} top={TOP} bottom={BOTTOM + 18} />
              {[0, 0.5, 1].map((share) => (
                <>
                  <path class="grid" d={`M${LEFT} ${at(y(share))}H${right}`} />
                  <text class="small" x={LEFT - 5} y={at(y(share)) + 4} text-anchor="end">
                    {percent(share)}
                  </text>
                </>
              ))}
              {usually !== null && (
                <>
                  <path class="usual" d={`M${LEFT} ${at(y(usually))}H${right}`} />
                  <text class="small" x={right + 5} y={at(y(usually)) - 1}>
                    usually
                  </text>
                  <text class="small" x={right + 5} y={at(y(usually)) + 11}>
                    {percent(usually)}
                  </text>
                </>
              )}
              <path class="trend" d={shares(answers) ?? ''} />
            </>
          }
        >
          {answers.map(({ answered, entries, on, recently }) => {
            const [first] = entries;
            const place = { x: middleOf(x, on), y: at(y(recently)) };
            const said = entries.map(told).join('; ');
            return (
              <Mark
                sheet={SHEET}
                {...place}
                class="them"
                entry={first === undefined ? undefined : listed(first)}
                title={`${spokenDay(on)}: ${answered ? 'answered' : 'no answer'}, ${percent(recently)} of the last tries`}
                text={said}
              >
                <Form shape={answered ? 'circle' : 'cross'} {...place} />
              </Mark>
            );
          })}
        </Drawing>
      )}
    </Chart>
  );
}

/** `answered 3 of the last 8 tries; 9 of 10 before`, with the numbers of the rules. */
function answerWords({ answers }: Picture, { rules }: Judgement): string {
  const numbersOf = (name: string): Readonly<Record<string, number>> =>
    rules.find(({ rule }) => rule.name === name)?.outcome.numbers ?? {};
  const { answered = 0, tries = 0 } = numbersOf('responsiveness');
  const { answeredBefore, triesBefore } = numbersOf('change');
  if (tries === 0) return 'Nobody has reached for them lately.';
  const now = `They answered ${answered} of the last ${counted(tries, 'try', 'tries')}`;
  const before =
    answeredBefore === undefined || triesBefore === undefined
      ? '; too few before to compare'
      : `; ${answeredBefore} of ${triesBefore} before`;
  const drawn = answers.length < LEAST_TRIES ? '; too few to draw' : '';
  return `${now}${before}${drawn}.`;
}

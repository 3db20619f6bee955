import { scaleLinear, scaleLog } from 'd3-scale';
import { type Verdict, VERDICTS } from '../../journal/vocabulary.ts';
import { columns, cut } from '../visible.ts';
import type { Listed } from './book-page.ts';

/** Of a chart, in the units of its drawing, which are pixels where it is not shrunk. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Mark {
  readonly of: Listed;
  readonly verdict: Verdict;
  readonly x: number;
  readonly y: number;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Where everything of the chart lies. */
export interface ValueLayout extends Size {
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
  readonly radius: number;
  /** Lines of equal value; their labels end at `left`. */
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  /** One for each verdict, the best first. */
  readonly lanes: readonly Lane[];
  readonly left: number;
  /** The lowest line of the values. */
  readonly floor: number;
  /** The middle of the strip of those whose value is unknown; undefined where there is none. */
  readonly unknown: number | undefined;
}

interface Lane {
  readonly verdict: Verdict;
  readonly from: number;
  readonly to: number;
  /** Findings of its customers. */
  readonly fewest: number;
  readonly most: number;
}

export const TOP = 14;
const UNDER = 26;
const STRIP = 44;
const [LETTER, LINE] = [7.3, 14];
const MANY = 60;
/** What stands beside the strip of those of unknown value. */
export const NO_VALUE = 'none';
/** Of the room that a verdict has, whoever has it; each customer adds to it, the first more than the hundredth. */
const LEAST_WEIGHT = 2;
const LANE_EDGE = 2;
/** Values that differ by more than this are told apart on a scale of powers alone. */
const LINEAR_MOST = 15;
/** Of powers, the lowest and the highest stand a little apart from the edges. */
const LOG_EDGE = 0.8;
const [TICKS, MOST_TICKS] = [5, 12];
const LONGEST_LABEL = 24;

/** Puts each customer at its value and its verdict, none upon another as far as there is room. */
export function valueLayout(
  customers: readonly Listed[],
  { width, height }: Size,
  most: number,
): ValueLayout {
  const worth = ({ review }: Listed): number => review.value ?? 0;
  const valued = customers.filter((each) => worth(each) > 0);
  const others = customers.filter((each) => worth(each) <= 0);
  const [least, greatest] = extent(valued.map(worth));
  const isLog = greatest / least > LINEAR_MOST;
  const floor = height - UNDER - (others.length > 0 ? STRIP : 0);
  const scale = isLog
    ? scaleLog()
        .domain([least * LOG_EDGE, greatest / LOG_EDGE])
        .range([floor, TOP])
    : scaleLinear().domain([0, greatest]).nice(TICKS).range([floor, TOP]);
  const ticks = ticksOf(scale, isLog).map((value) => ({ y: scale(value), text: shortly(value) }));
  const sides = [...ticks.map(({ text }) => text), ...(others.length > 0 ? [NO_VALUE] : [])];
  const left = 12 + Math.max(0, ...sides.map(({ length }) => length)) * LETTER;
  const lanes = lanesOf(customers, left, width);
  const radius = customers.length > MANY ? 4 : 6;
  const unknown = others.length > 0 ? floor + STRIP * 0.6 : undefined;
  const marks: Mark[] = [];
  for (const of of [...valued, ...others]) {
    const { verdict } = of.review.judgement;
    const lane = lanes.find((each) => each.verdict === verdict);
    if (lane === undefined) continue;
    const y = worth(of) > 0 ? scale(worth(of)) : (unknown ?? floor);
    marks.push({ of, verdict, x: freeX(marks, placeIn(lane, of, radius), y, radius, lane), y });
  }
  return {
    width,
    height,
    marks,
    labels: labelsOf(marks, { left, right: width, top: 0, bottom: floor + 4 }, radius, most),
    radius,
    ticks,
    lanes,
    left,
    floor,
    unknown,
  };
}

/** The better a verdict the further left it lies; each has some room, and more the more customers it has. */
function lanesOf(customers: readonly Listed[], left: number, right: number): readonly Lane[] {
  const some = VERDICTS.map((verdict) =>
    customers.filter(({ review }) => review.judgement.verdict === verdict),
  );
  const weights = some.map(({ length }) => LEAST_WEIGHT + Math.sqrt(length));
  const unit = (right - left) / weights.reduce((sum, weight) => sum + weight, 0);
  let at = left;
  return VERDICTS.map((verdict, index) => {
    const from = at;
    at += unit * (weights[index] ?? 0);
    const counts = (some[index] ?? []).map(({ findings }) => findings);
    return { verdict, from, to: at, fewest: Math.min(...counts), most: Math.max(...counts) };
  });
}

/** Within its verdict, further right the more findings a customer has. */
function placeIn({ fewest, from, most, to }: Lane, { findings }: Listed, radius: number): number {
  const room = to - from - 2 * (radius + LANE_EDGE);
  const part = most > fewest ? (findings - fewest) / (most - fewest) : 1 / 2;
  return from + radius + LANE_EDGE + room * (most > fewest ? 0.15 + 0.7 * part : part);
}

const extent = (values: readonly number[]): readonly [number, number] =>
  values.length === 0 ? [1, 1] : [Math.min(...values), Math.max(...values)];

/** `18k`, `1.5M`. */
function shortly(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000}M`;
  return value >= 1000 ? `${value / 1000}k` : String(value);
}

interface Scale {
  ticks(count: number): number[];
}

/** Of powers: one, two and five of each, or where these are too many one of each. */
function ticksOf(scale: Scale, isLog: boolean): readonly number[] {
  if (!isLog) return scale.ticks(TICKS);
  const first = (value: number): string => value.toExponential().charAt(0);
  const all = scale.ticks(20).filter((value) => '125'.includes(first(value)));
  return all.length <= MOST_TICKS ? all : all.filter((value) => first(value) === '1');
}

/** The place nearest to the given one that no other mark covers, within the lane; the given one where there is none. */
function freeX(
  marks: readonly Mark[],
  wanted: number,
  y: number,
  radius: number,
  { from, to }: Lane,
): number {
  const near = marks.filter((mark) => Math.abs(mark.y - y) <= radius * 2);
  const isFree = (x: number): boolean =>
    x - radius >= from &&
    x + radius <= to &&
    near.every((mark) => Math.hypot(mark.x - x, mark.y - y) > radius * 2);
  for (let step = 0; step <= to - from; step += radius / 2)
    for (const x of [wanted + step, wanted - step]) if (isFree(x)) return x;
  return wanted;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Names for the most valuable of those in trouble, as many as stand free. */
function labelsOf(
  marks: readonly Mark[],
  room: Box,
  radius: number,
  most: number,
): readonly Label[] {
  const taken = marks.map(({ x, y }): Box => boxAround(x, y, radius));
  const named = marks
    .filter(({ verdict, of }) => verdict !== 'KEEP' && of.review.value !== null)
    .sort((a, b) => (b.of.review.value ?? 0) - (a.of.review.value ?? 0));
  const labels: Label[] = [];
  for (const { of, x, y } of named) {
    if (labels.length === most) break;
    const text = cut(of.name, LONGEST_LABEL, '…');
    const width = columns(text) * LETTER;
    const gap = radius + 4;
    const tries: readonly Label[] = [0, -10, 10].flatMap((lift): readonly Label[] => [
      { text, x: x + gap, y: y + lift, anchor: 'start' },
      { text, x: x - gap, y: y + lift, anchor: 'end' },
    ]);
    const placed = tries.find((label) => {
      const box = boxOf(label, width);
      const isInside =
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom;
      return isInside && taken.every((each) => !overlap(box, each));
    });
    if (placed === undefined) continue;
    labels.push(placed);
    taken.push(boxOf(placed, width));
  }
  return labels;
}

const boxAround = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const boxOf = ({ anchor, x, y }: Label, width: number): Box => ({
  left: anchor === 'start' ? x : x - width,
  right: anchor === 'start' ? x + width : x,
  top: y - LINE / 2,
  bottom: y + LINE / 2,
});

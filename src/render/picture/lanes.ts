import { counted } from '../../journal/counted.ts';
import { addDays, type Day } from '../../journal/days.ts';
import { isTwoWay } from '../../journal/entry.ts';
import { thousands } from '../../journal/amount-words.ts';
import type { Picture, PicturePromise, Span } from '../../practice/picture.ts';
import type { Page } from '../page.ts';
import { type Lane, onDays } from './lane.ts';
import { type Mark, markSign, type Sign, verdictSign } from './signs.ts';
import type { Timescale } from './timescale.ts';

/** The rows of a picture in which there is something, from the verdict down to the seller's own mood. */
export function lanesOf(picture: Picture, scale: Timescale, page: Page): readonly Lane[] {
  const mark = (name: Mark): Sign => markSign(name, page);
  const tasks = picture.promises.filter(({ standing }) => standing.promise.kind !== 'payment');
  const lanes = [
    verdicts(picture, scale, page),
    ours(picture, scale, mark),
    theirs(picture, scale, mark),
    silence(picture, scale, mark),
    stretches('away', picture.away, '', scale, mark('away')),
    promises(
      'our word',
      tasks.filter(({ by }) => by === 'us'),
      scale,
      mark,
    ),
    promises(
      'their word',
      tasks.filter(({ by }) => by === 'them'),
      scale,
      mark,
    ),
    money(picture, scale, mark),
    moods(picture, scale, mark),
  ];
  return lanes.filter(({ signs }) => signs.some((each) => each !== undefined));
}

type Marked = (name: Mark) => Sign;

/** Each verdict over all columns of its week. */
function verdicts({ weeks }: Picture, scale: Timescale, page: Page): Lane {
  const days = weeks.flatMap(({ from, to, verdict }) =>
    verdict === null
      ? []
      : daysOf({ from, to }).map((on) => ({ on, sign: verdictSign(verdict, page) })),
  );
  return { label: 'verdict', signs: onDays(days, scale), sums: [weeks.at(-1)?.verdict ?? ''] };
}

/** What we did. A talk is seen before a try, and a try before what waits for no answer. */
function ours({ weeks }: Picture, scale: Timescale, mark: Marked): Lane {
  const touches = weeks.flatMap(({ out }) => out);
  const of = (type: string) => touches.filter((each) => each.type === type);
  const [talks, tries] = [of('spoke'), of('tried')];
  const placed = [
    ...of('sent').map(({ on }) => ({ on, sign: mark('sent') })),
    ...tries.map(({ on }) => ({ on, sign: mark('try') })),
    ...talks.map(({ on }) => ({ on, sign: mark('talk') })),
  ];
  const sums = [
    ...(talks.length === 0 ? [] : [counted(talks.length, 'talk')]),
    ...(tries.length === 0 ? [] : [counted(tries.length, 'try', 'tries')]),
  ];
  return {
    label: 'we',
    signs: onDays(placed, scale),
    sums: [
      sums.join(', '),
      sums.join(' '),
      `${counted(talks.length, 'talk')} of ${talks.length + tries.length}`,
      counted(talks.length, 'talk'),
    ],
  };
}

function theirs({ weeks }: Picture, scale: Timescale, mark: Marked): Lane {
  const touches = weeks.flatMap((week) => week.in);
  const signs = onDays(
    touches.map(({ on }) => ({ on, sign: mark('talk') })),
    scale,
  );
  return { label: 'they', signs, sums: [`${touches.length} from them`] };
}

/** Where they talked a silence ends, though the next one begins in the same column. */
function silence({ silences, weeks }: Picture, scale: Timescale, mark: Marked): Lane {
  const talks = weeks.flatMap((week) => [...week.out, ...week.in]).filter(isTwoWay);
  const broken = new Set(talks.map(({ on }) => scale.at(on)));
  const last = silences.at(-1);
  const longest = Math.max(...silences.map(({ days }) => days));
  const sum =
    last?.isOpen === true ? `${counted(last.days, 'day')} now` : `up to ${counted(longest, 'day')}`;
  const lane = stretches('silence', silences, sum, scale, mark('silence'));
  return { ...lane, signs: lane.signs.map((each, at) => (broken.has(at) ? undefined : each)) };
}

function stretches(
  label: string,
  spans: readonly Span[],
  sum: string,
  scale: Timescale,
  sign: Sign,
): Lane {
  const days = spans.flatMap(({ from, to }) =>
    daysOf({
      from: Math.max(from, scale.from) as Day,
      to: Math.min(to, scale.to) as Day,
    }),
  );
  return {
    label,
    signs: onDays(
      days.map((on) => ({ on, sign })),
      scale,
    ),
    sums: [sum],
  };
}

const daysOf = ({ from, to }: Span): readonly Day[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => addDays(from, index));

/** From what is hardly seen to what must not be overlooked. */
const OUTCOMES = ['waived', 'open', 'kept', 'late', 'broken'] as const satisfies readonly Mark[];

function promises(
  label: string,
  some: readonly PicturePromise[],
  scale: Timescale,
  mark: Marked,
): Lane {
  const settled = some.filter(
    ({ standing: { status } }) => status !== 'open' && status !== 'waived',
  );
  const kept = settled.filter(({ standing: { status } }) => status === 'kept');
  const sum = settled.length === 0 ? '' : `${kept.length} of ${settled.length} kept`;
  return { label, signs: onDays(outcomes(some, scale, mark), scale), sums: [sum] };
}

/** Each promise on its day; what waits since before the picture stands at its beginning, what came early where it came. */
const outcomes = (some: readonly PicturePromise[], { from, to }: Timescale, mark: Marked) =>
  OUTCOMES.flatMap((status) =>
    some
      .filter(({ standing }) => standing.status === status)
      .map(({ due, settled }) => ({
        on: due >= from && due <= to ? due : (settled ?? from),
        sign: mark(status),
      })),
  );

/** What came in, and what should have: a payment that was kept is seen as what was paid. */
function money({ income, promises: all }: Picture, scale: Timescale, mark: Marked): Lane {
  const owed = all.filter(
    ({ standing: { promise, status } }) => promise.kind === 'payment' && status !== 'kept',
  );
  const sum = income.reduce((total, { amount = 0 }) => total + amount, 0);
  const placed = [
    ...income.map(({ on, type }) => ({ on, sign: mark(type === 'won' ? 'order' : 'paid') })),
    ...outcomes(owed, scale, mark),
  ];
  return {
    label: 'money',
    signs: onDays(placed, scale),
    sums: [sum === 0 ? '' : `${thousands(sum)} in`],
  };
}

/** The seller's own; the last of a column is seen. */
function moods({ moods: all }: Picture, scale: Timescale, mark: Marked): Lane {
  const placed = all.map(({ feel, on }) => ({
    on,
    sign: mark(feel < 0 ? 'low' : feel > 0 ? 'high' : 'even'),
  }));
  const low = all.filter(({ feel }) => feel < 0).length;
  return {
    label: 'your mood',
    signs: onDays(placed, scale),
    sums: [`${low} of ${all.length} low`],
  };
}

import { type Day, spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Standing } from '../journal/promises.ts';
import type { Stage } from '../journal/stage.ts';
import { entryLayout, entryLine } from './entry-lines.ts';
import { entryText } from './entry-text.ts';
import { wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { outcomeText } from './promise-outcome.ts';
import { visible } from './visible.ts';

interface StageChange {
  readonly on: Day;
  readonly from: Stage;
  readonly to: Stage;
}

interface Moment {
  readonly entry: Recorded;
  readonly stage: StageChange | undefined;
  readonly after: readonly StageChange[];
  readonly standing: Standing | undefined;
  readonly about: Recorded | undefined;
}

interface Timeline {
  readonly customer: string;
  readonly stage: Stage;
  readonly asOf: Day;
  readonly moments: readonly Moment[];
  /** How many entries came before these, and how many come after. */
  readonly before: number;
  readonly after: number;
}

/** A customer's entries from the first to the last, turn points marked. */
export function timelineText(timeline: Timeline, page: Page): string {
  const { customer, stage, asOf, moments, before, after } = timeline;
  const { dot } = sign(page);
  const name = `${page.paint('strong', visible(customer))}  ${page.paint('quiet', stage)}`;
  const title = wrapped(name, page.width).join('\n');
  if (moments.length === 0) {
    const nothing = before + after > 0 ? 'Nothing in that time.' : 'No entries yet.';
    return `${title}\n${nothing}\n`;
  }
  const lines = moments.map(({ entry, stage: change, standing, about }) => ({
    number: entry.seq,
    on: entry.on,
    ...(change === undefined ? {} : { mark: '*' }),
    text: momentText(entry, standing, about, asOf, page),
  }));
  const layout = entryLayout(lines, page);
  const body = moments.flatMap((moment, index) => {
    const line = lines[index];
    const paint = (text: string) =>
      moment.stage === undefined ? text : page.paint('strong', text);
    return [
      ...(line === undefined ? [] : entryLine(line, layout, page, paint)),
      ...[...(moment.stage === undefined ? [] : [moment.stage]), ...moment.after].flatMap(
        (change) => changeLines(change, moment.entry.on, layout.indent, page),
      ),
    ];
  });
  const count = (some: number, when: string) => (some > 0 ? [`${some} ${when}`] : []);
  const hidden = [...count(before, 'earlier'), ...count(after, 'later')];
  const foot =
    hidden.length === 0
      ? []
      : [page.paint('quiet', `${moments.length} shown ${dot} ${hidden.join(` ${dot} `)}`)];
  return `${[title, ...body, ...foot].join('\n')}\n`;
}

function momentText(
  entry: Recorded,
  standing: Standing | undefined,
  about: Recorded | undefined,
  asOf: Day,
  page: Page,
): string {
  const { arrow } = sign(page);
  const outcome = standing === undefined ? '' : ` ${arrow} ${outcomeText(standing, asOf)}`;
  return `${entryText(entry)}${about === undefined ? '' : ` ${refText(about)}`}${outcome}`;
}

/** `(#12 the drawings)` */
function refText(about: Recorded): string {
  const what = about.type === 'promise' ? (about.what ?? about.number) : about.note;
  return `(#${about.seq}${what === undefined ? '' : ` ${visible(what)}`})`;
}

function changeLines(
  { from, to, on }: StageChange,
  entryOn: Day,
  indent: number,
  page: Page,
): readonly string[] {
  const { arrow } = sign(page);
  const when = on === entryOn ? '' : `, on ${spokenDay(on)}: 90 days without a fall back`;
  const left = Math.min(indent, Math.max(2, page.width - 20));
  return wrapped(`${from} ${arrow} ${to}${when}`, page.width - left).map((line) =>
    page.paint('warn', ' '.repeat(left) + line),
  );
}

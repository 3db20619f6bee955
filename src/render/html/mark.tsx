import type { ComponentChildren } from 'preact';
import { wrapped } from '../finding-text.ts';
import { columns, cut } from '../visible.ts';
import { at } from './chart-days.ts';

/** The drawing that a detail has to stay in. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

interface MarkProps {
  readonly sheet: Sheet;
  readonly x: number;
  readonly y: number;
  /** What it is, and what is to be said of it; shown where somebody points at it, and read aloud. */
  readonly title: string;
  readonly text?: string;
  /** The number of the entry that it stands for, where the page has it. */
  readonly entry?: number | undefined;
  readonly class?: string;
  readonly children: ComponentChildren;
}

const LINE_COLUMNS = 44;
const MOST_LINES = 4;
const LINE_HEIGHT = 13.5;
/** Of the letters of one width in which details are set, at the size in the style. */
const COLUMN_WIDTH = 6.65;
const PADDING = 6;
const AWAY = 8;

/** A mark in a drawing with its detail, which is seen when it is pointed at or focused. */
export function Mark({ children, class: kind, entry, sheet, text, title, x, y }: MarkProps) {
  const className = kind === undefined ? 'm' : `m ${kind}`;
  const lines = detailLines(title, text);
  const detail = <Detail lines={lines} sheet={sheet} x={x} y={y} />;
  return entry === undefined ? (
    <g class={className} tabindex={0} role="img" aria-label={lines.join(' ')}>
      {children}
      {detail}
    </g>
  ) : (
    <a class={className} href={`#entry-${entry}`}>
      {children}
      {detail}
    </a>
  );
}

function detailLines(title: string, text = ''): readonly string[] {
  const lines = [title, ...(text === '' ? [] : [text])].flatMap((each) =>
    wrapped(each, LINE_COLUMNS).map((line) => line.trim()),
  );
  const shown = lines.slice(0, MOST_LINES);
  const last = shown.at(-1);
  return lines.length === shown.length || last === undefined
    ? shown
    : [...shown.slice(0, -1), cut(`${last} …`, LINE_COLUMNS, ' …')];
}

interface DetailProps {
  readonly lines: readonly string[];
  readonly sheet: Sheet;
  readonly x: number;
  readonly y: number;
}

/** Beside the place, and inside the sheet. */
function Detail({ lines, sheet, x, y }: DetailProps) {
  const width = Math.max(...lines.map(columns)) * COLUMN_WIDTH + 2 * PADDING;
  const height = lines.length * LINE_HEIGHT + PADDING;
  const left = at(within(x - width / 2, 1, sheet.width - width - 1));
  const above = y - AWAY - height;
  const top = at(within(above >= 0 ? above : y + AWAY, 1, sheet.height - height - 1));
  return (
    <g class="tip">
      <rect x={left} y={top} width={at(width)} height={at(height)} rx={3} />
      <text>
        {lines.map((line, index) => (
          <tspan
            x={left + PADDING}
            y={at(top + LINE_HEIGHT * (index + 1) - 1)}
            {...(PLAIN.test(line) ? {} : asWideAs(line))}
          >
            {index < lines.length - 1 ? `${line} ` : line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** Letters that the font of the details has itself, one column each. */
const PLAIN = /^[ -~\u00a0-\u017f–—‘’“”…−→]*$/u;

/** Other letters come from fonts with widths of their own: they are drawn as wide as they were counted. */
const asWideAs = (line: string) => ({
  textLength: at(columns(line) * COLUMN_WIDTH),
  lengthAdjust: 'spacingAndGlyphs',
});

const within = (place: number, least: number, most: number): number =>
  Math.max(least, Math.min(place, most));

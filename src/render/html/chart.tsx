import type { ComponentChildren } from 'preact';
import { thousands } from '../../journal/amount-words.ts';
import type { Sheet } from './mark.tsx';

/** Numbers of a chart, for those who want to read them. */
interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartProps {
  readonly name: string;
  readonly title: string;
  /** What the chart shows, in words with numbers. */
  readonly finding: string;
  readonly table: ChartTable;
  /** Undefined where there is too little to draw; the finding says so. */
  readonly children?: ComponentChildren;
}

/** A drawing with what it finds in words, and its numbers folded away. */
export function Chart({ children, finding, name, table, title }: ChartProps) {
  return (
    <figure class={children === undefined ? 'chart none' : `chart ${name}`}>
      <figcaption>
        <b>{title}</b> {finding}
      </figcaption>
      {children}
      {table.rows.length > 0 && <Numbers {...table} of={title} />}
    </figure>
  );
}

function Numbers({ columns, of, rows }: ChartTable & { readonly of: string }) {
  return (
    <details class="numbers">
      <summary>
        The numbers<span class="hidden">: {of}</span>
      </summary>
      <div class="scroll" tabindex={0} role="group" aria-label={`${of}: the numbers`}>
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th scope="col" class={kindOf(rows[0]?.[index])}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {row.map((cell) => (
                  <td class={kindOf(cell)}>{typeof cell === 'number' ? spoken(cell) : cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const kindOf = (cell: string | number | undefined): string | undefined =>
  typeof cell === 'number' ? 'number' : undefined;

const spoken = (number: number): string =>
  Number.isInteger(number) && number >= 0 ? thousands(number) : String(number);

interface DrawingProps {
  readonly sheet: Sheet;
  /** What is drawn, for those who hear the page. */
  readonly label: string;
  /** What lies behind. */
  readonly ground?: ComponentChildren;
  /** What can be pointed at. */
  readonly children: ComponentChildren;
}

/** One sheet of SVG; what can be pointed at lies on top, so that its details do. */
export const Drawing = ({ children, ground, label, sheet }: DrawingProps) => (
  <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="group" aria-label={label}>
    <g aria-hidden="true">{ground}</g>
    <g class="marks">{children}</g>
  </svg>
);

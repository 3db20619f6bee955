import { isNew } from './remembered.ts';

/** Which sign stands before the cents. */
export const DECIMALS = ['point', 'comma'] as const;
export type Decimal = (typeof DECIMALS)[number];

interface Written {
  readonly sign: 1 | -1;
  /** Digits, points and commas alone. */
  readonly figures: string;
}

/** No cents, as hand writes it: `1.200,-`, `CHF 12.—`. */
const NO_CENTS = /([.,])[-–—]{1,2}(?=\D*$)/;

/** `12-`, `(12)`, `-12`, `−12 €`, `EUR 12`, `1'200`: what is left without sign, currency and blanks. */
function written(cell: string): Written | undefined {
  const bare = cell
    .trim()
    .replace(/[\s\u00a0\u202f'’]+/g, '')
    .replace(/−/g, '-')
    .replace(NO_CENTS, (_, mark: string) => `${mark}00`);
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1];
  const open = inBrackets ?? bare;
  const found =
    /^([+-]?)(?:\p{Sc}|[A-Z]{2,3}\p{Sc}?)?([+-]?)(\d[\d.,]*|[.,]\d+)([+-]?)(?:\p{Sc}|[A-Z]{3})?([+-]?)$/iu.exec(
      open,
    );
  if (found === null) return undefined;
  const signs = [found[1], found[2], found[4], found[5]].filter((sign) => sign !== '');
  if (signs.length + (inBrackets === undefined ? 0 : 1) > 1) return undefined;
  const isNegative = inBrackets !== undefined || signs[0] === '-';
  return { sign: isNegative ? -1 : 1, figures: found[3] ?? '' };
}

/** What the figures say of the sign before the cents: it, that they do not tell, or nothing at all. */
function told(figures: string): Decimal | 'doubt' | 'nothing' {
  const points = figures.split('.').length - 1;
  const commas = figures.split(',').length - 1;
  if (points + commas === 0) return 'nothing';
  if (points > 0 && commas > 0)
    return figures.lastIndexOf('.') > figures.lastIndexOf(',') ? 'point' : 'comma';
  const [mark, other]: readonly [Decimal, Decimal] =
    points > 0 ? ['point', 'comma'] : ['comma', 'point'];
  if (points + commas > 1) return other;
  const [before = '', after = ''] = figures.split(/[.,]/);
  return after.length === 3 && before.length <= 3 && !/^0?$/.test(before) ? 'doubt' : mark;
}

/** What one column says about how its numbers are written. */
export class NumberColumn {
  readonly #seen = new Map<Decimal, { readonly line: number; readonly cell: string }>();
  #doubtful: string | undefined;
  /** What was said before says nothing new. */
  readonly #isNew = isNew();

  add(cell: string, line: number): void {
    if (!this.#isNew(cell)) return;
    const number = written(cell);
    if (number === undefined) return;
    const says = told(number.figures);
    if (says === 'doubt') this.#doubtful ??= cell.trim();
    else if (says !== 'nothing' && !this.#seen.has(says))
      this.#seen.set(says, { line, cell: cell.trim() });
  }

  /** The sign before the cents, or what is wrong with the column as the end of a sentence, with what to type. */
  settle(): { readonly decimal: Decimal } | { readonly problem: string; readonly hint: string } {
    const [point, comma] = [this.#seen.get('point'), this.#seen.get('comma')];
    if (point !== undefined && comma !== undefined)
      return {
        problem: `has a point before the cents in line ${point.line} (${point.cell}), and a comma in line ${comma.line} (${comma.cell})`,
        hint: 'write all of them in one way',
      };
    if (comma !== undefined) return { decimal: 'comma' };
    if (point !== undefined || this.#doubtful === undefined) return { decimal: 'point' };
    return {
      problem: `could mean thousands or cents: ${this.#doubtful}, and no row decides it`,
      hint: 'say which stands before the cents: --decimal point, or --decimal comma',
    };
  }
}

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

/** The number; undefined where it is none, or its thousands are not in threes. Negative for money back. */
export function readNumberCell(cell: string, decimal: Decimal): number | undefined {
  const number = written(cell);
  if (number === undefined) return undefined;
  const mark = decimal === 'point' ? '.' : ',';
  const other = decimal === 'point' ? ',' : '.';
  const [whole = '', cents, ...more] = number.figures.split(mark);
  if (more.length > 0 || cents?.includes(other) === true) return undefined;
  if (whole.includes(other) && !GROUPED.test(whole)) return undefined;
  const value = Number(
    `${whole.replaceAll(other, '') || '0'}.${cents === undefined || cents === '' ? '0' : cents}`,
  );
  return Number.isFinite(value) ? number.sign * value + 0 : undefined;
}

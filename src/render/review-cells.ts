import type { RuleSide } from '../rules/rule.ts';
import type { JudgedRule } from '../verdict/judge.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { entryNumbers, isFinding, levelRole, numbersOf } from './finding-text.ts';
import { findingWords } from './finding-words.ts';
import type { Page } from './page.ts';
import { sign } from './page.ts';
import { columns, cut, pad } from './visible.ts';

export const LABEL_WIDTH = 7;
const MARK_WIDTH = 3;
const INDENT = '  ';
const GAP = '  ';
/** Below this, two columns would be narrower than what they say. */
const TWO_COLUMNS = 72;

const LABELS: Readonly<Record<RuleSide, string>> = {
  ours: 'yours',
  theirs: 'theirs',
  economics: 'cost',
};
const MARKS = ['', '.', '!', '!!', '!!!'] as const;

const levelMark = ({ level }: JudgedRule): string => MARKS[level ?? 0];

/**
 * The findings of these sides, the most serious first. Of equals, a second one of the same family comes after what is
 * new; else the order is that of the rules.
 */
export function findingsOf(
  { judgement }: Pick<CustomerReview, 'judgement'>,
  sides: readonly RuleSide[],
): readonly JudgedRule[] {
  const found = judgement.rules
    .filter((each) => sides.includes(each.rule.side) && isFinding(each))
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
  const said = ({ rule }: JudgedRule, index: number): boolean =>
    rule.family !== undefined &&
    found.findIndex((each) => each.rule.family === rule.family) < index;
  const again = new Set(found.filter(said));
  return found.sort(
    (a, b) => (b.level ?? 0) - (a.level ?? 0) || Number(again.has(a)) - Number(again.has(b)),
  );
}

/** Ours first where it is ours to move: the table says so, or the next step is ours. */
export const isOursFirst = ({ judgement: { sums, verdict } }: CustomerReview): boolean =>
  sums.ours > 0 && verdict !== 'DROP';

const THEIRS: readonly RuleSide[] = ['theirs', 'economics'];
const OURS: readonly RuleSide[] = ['ours'];

const EXPLAINED = ': rel why';

/**
 * The findings in two columns, a line each; on a narrow page one column under the other.
 * @returns the lines where at most so many findings stand in a column
 */
export function findingLines(
  review: CustomerReview,
  page: Page,
): (most: number) => readonly string[] {
  const numberOf = numbersOf(review.relationship);
  const [first, second] = isOursFirst(review) ? [OURS, THEIRS] : [THEIRS, OURS];
  const leftOf = cellsOf(review, first, numberOf, page);
  const rightOf = cellsOf(review, second, numberOf, page);
  return (most) => inColumns(leftOf(most), rightOf(most), page);
}

function inColumns(left: Cells, right: Cells, page: Page): readonly string[] {
  if (left.isEmpty && right.isEmpty) return [];
  const inner = page.width - INDENT.length;
  const hidden = left.hidden + right.hidden;
  const more = (words: string): readonly string[] =>
    hidden === 0 ? [] : [' '.repeat(LABEL_WIDTH) + page.paint('quiet', `+${hidden} more${words}`)];
  if (page.width < TWO_COLUMNS) {
    return [...left.lines(inner), ...right.lines(inner), ...more(EXPLAINED)].map(
      (line) => INDENT + line,
    );
  }
  const split = leftWidth(left, right, inner - GAP.length);
  const lefts = [...left.lines(split)];
  const rights = [...right.lines(inner - GAP.length - split)];
  const free = lefts.length - rights.length;
  if (free > 0) rights.push(...Array.from({ length: free - 1 }, () => ''), ...more(''));
  else lefts.push(...more(EXPLAINED));
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) =>
    `${INDENT}${pad(lefts[index] ?? '', split)}${GAP}${rights[index] ?? ''}`.trimEnd(),
  );
}

/** Half and half, or as much to one side as it needs and the other can spare. */
function leftWidth(left: Cells, right: Cells, both: number): number {
  const half = Math.ceil(both / 2);
  const fitting = FITTING.find(([l, r]) => left.need(l) + right.need(r) <= both);
  if (fitting === undefined) return half;
  const [leftNeed, rightNeed] = [left.need(fitting[0]), right.need(fitting[1])];
  return Math.max(leftNeed, Math.min(half, both - rightNeed));
}

/** A place in a cell's forms. */
type Form = 1 | 2 | 3;
/** How much the left column says beside the right one, in the order tried. */
const FITTING: readonly (readonly [left: Form, right: Form])[] = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [3, 3],
];

/** One column of a customer. */
interface Cells {
  readonly isEmpty: boolean;
  /** Findings left out. */
  readonly hidden: number;
  /** Columns of the page that it takes with each finding in that form. */
  need(form: Form): number;
  lines(width: number): readonly string[];
}

/** One finding, ready to be printed. */
interface Cell {
  readonly begin: string;
  readonly beginWidth: number;
  /** From the longest to the shortest, each with the columns it takes. */
  readonly forms: readonly (readonly [text: string, width: number])[];
}

function cellsOf(
  review: CustomerReview,
  sides: readonly RuleSide[],
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): (most: number) => Cells {
  const found = findingsOf(review, sides);
  if (found.length === 0) {
    const line = pad(LABELS[sides[0] ?? 'ours'], LABEL_WIDTH) + page.paint('quiet', 'nothing');
    const nothing = { isEmpty: true, hidden: 0, need: () => columns(line), lines: () => [line] };
    return () => nothing;
  }
  const cells = found.map((finding, index): Cell => {
    const { side } = finding.rule;
    const label = found[index - 1]?.rule.side === side ? '' : LABELS[side];
    const mark = page.paint(levelRole(finding.level), pad(`${levelMark(finding)} `, MARK_WIDTH));
    const begin = pad(label, LABEL_WIDTH) + mark;
    const forms = formsOf(finding, numberOf, page).map((form) => [form, columns(form)] as const);
    return { begin, beginWidth: columns(begin), forms };
  });
  return (most) => {
    const shown = cells.slice(0, most);
    return {
      isEmpty: false,
      hidden: cells.length - shown.length,
      need: (form) =>
        Math.max(...shown.map(({ beginWidth, forms }) => beginWidth + (forms[form]?.[1] ?? 0))),
      lines: (width) => shown.map((cell) => fitted(cell, width, page)),
    };
  };
}

/** In the longest form that the width takes. */
function fitted({ begin, beginWidth, forms }: Cell, width: number, page: Page): string {
  const room = width - beginWidth;
  const [fitting] = forms.find(([, needed]) => needed <= room) ?? [];
  return begin + (fitting ?? cut(forms.at(-1)?.[0] ?? '', room, sign(page).ellipsis));
}

/** A finding with its entries, from the longest form to the shortest. */
function formsOf(
  finding: JudgedRule,
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): readonly string[] {
  const { full, brief } = findingWords(finding);
  const numbers = (most: number): string =>
    page.paint('quiet', entryNumbers(finding.outcome.evidence, numberOf, most));
  return [`${full} ${numbers(3)}`, `${full} ${numbers(1)}`, `${brief} ${numbers(1)}`, brief];
}

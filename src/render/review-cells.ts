import type { RuleSide } from '../rules/rule.ts';
import type { JudgedRule } from '../verdict/judge.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { entryNumbers, isFinding, levelRole } from './finding-text.ts';
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

/** The findings in two columns, a line each, at most so many lines; on a narrow page one column under the other. */
export function findingLines(review: CustomerReview, most: number, page: Page): readonly string[] {
  const [first, second] = isOursFirst(review) ? [OURS, THEIRS] : [THEIRS, OURS];
  const [left, right] = [first, second].map((sides) => cellsOf(review, sides, most, page));
  if (left === undefined || right === undefined || left.empty + right.empty === 2) return [];
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
  const fitting = FORMS.find(([l, r]) => left[l] + right[r] <= both);
  if (fitting === undefined) return half;
  const [leftNeed, rightNeed] = [left[fitting[0]], right[fitting[1]]];
  return Math.max(leftNeed, Math.min(half, both - rightNeed));
}

type Form = 'full' | 'brief' | 'least';
/** How much the left column says beside the right one, in the order tried. */
const FORMS: readonly (readonly [left: Form, right: Form])[] = [
  ['full', 'full'],
  ['full', 'brief'],
  ['brief', 'brief'],
  ['brief', 'least'],
  ['least', 'least'],
];

/** One column of a customer. */
interface Cells {
  readonly empty: 0 | 1;
  /** Columns of the page that the findings take in full, and in brief. */
  readonly full: number;
  readonly brief: number;
  readonly least: number;
  /** Findings left out. */
  readonly hidden: number;
  lines(width: number): readonly string[];
}

function cellsOf(
  review: CustomerReview,
  sides: readonly RuleSide[],
  most: number,
  page: Page,
): Cells {
  const found = findingsOf(review, sides);
  const numberOf = new Map(review.relationship.entries.map(({ id, seq }) => [id, seq]));
  const shown = found.slice(0, most).map((finding, index, all) => {
    const { side } = finding.rule;
    const label = all[index - 1]?.rule.side === side ? '' : LABELS[side];
    const mark = page.paint(levelRole(finding.level), pad(`${levelMark(finding)} `, MARK_WIDTH));
    return { begin: pad(label, LABEL_WIDTH) + mark, forms: formsOf(finding, numberOf, page) };
  });
  const widest = (form: number): number =>
    Math.max(...shown.map(({ begin, forms }) => columns(begin + (forms.at(form) ?? ''))));
  if (shown.length === 0) {
    const line = pad(LABELS[sides[0] ?? 'ours'], LABEL_WIDTH) + page.paint('quiet', 'nothing');
    const width = columns(line);
    return { empty: 1, full: width, brief: width, least: width, hidden: 0, lines: () => [line] };
  }
  return {
    empty: 0,
    full: widest(1),
    brief: widest(2),
    least: widest(3),
    hidden: found.length - shown.length,
    lines: (width) =>
      shown.map(({ begin, forms }) => {
        const room = width - columns(begin);
        const last = forms.at(-1) ?? '';
        const fitting = forms.find((form) => columns(form) <= room);
        return begin + (fitting ?? cut(last, room, sign(page).ellipsis));
      }),
  };
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

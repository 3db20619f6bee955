import { spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { RuleSide } from '../rules/rule.ts';
import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview, Review } from '../verdict/review.ts';
import { thousands } from './amounts.ts';
import { entryNumbers, isFinding, levelName, levelRole, wrapped } from './finding-text.ts';
import { nextCommand } from './next-command.ts';
import { type Page, type Role, sign } from './page.ts';
import { columns, cut, pad, visible } from './visible.ts';

const VERDICT_ROLES = {
  KEEP: 'good',
  FIX: 'warn',
  REBUILD: 'warn',
  DROP: 'bad',
} as const satisfies Record<Verdict, Role>;
const SIDES = ['ours', 'theirs', 'economics'] as const satisfies readonly RuleSide[];
const SIDE_NAMES: Readonly<Record<RuleSide, string>> = {
  ours: 'yours',
  theirs: 'theirs',
  economics: 'cost',
};

const VERDICT_WIDTH = 8;
const LABEL_WIDTH = 8;
const LEVEL_WIDTH = 9;
const INDENT = '  ';
const FEW_ENTRIES = 3;
const NAME_LEAST = 14;

interface Shown {
  /** The reviews to be printed, out of all. */
  readonly customers: readonly CustomerReview[];
  /** How many KEEP ones were asked for and left out. */
  readonly hidden: number;
  readonly currency: string;
}

/** The whole review: a block for each customer shown, and what was left out. */
export function reviewText(
  review: Review,
  { customers, hidden, currency }: Shown,
  page: Page,
): string {
  const { paint } = page;
  const head = `Review of ${spokenWeekday(review.asOf)} ${spokenDay(review.asOf)}, compared with ${spokenDay(review.against)}`;
  const blocks = customers.map((each) => customerBlock(each, currency, page));
  const quiet = blocks.length === 0 ? ['Nothing needs mending.', ''] : [];
  return [paint('strong', head), '', ...blocks, ...quiet, footer(review, hidden, page), ''].join(
    '\n',
  );
}

/** One customer: headline, findings, what was decided, the next step. */
export function customerBlock(review: CustomerReview, currency: string, page: Page): string {
  const { judgement, relationship, decision } = review;
  const { arrow } = sign(page);
  const numberOf = new Map(relationship.entries.map(({ id, seq }) => [id, seq]));
  const findings = SIDES.flatMap((side) => {
    const found = judgement.rules.filter((each) => each.rule.side === side && isFinding(each));
    if (found.length === 0)
      return side === 'ours' ? [labelled('yours', page.paint('quiet', 'nothing of yours'))] : [];
    return found
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0))
      .flatMap(({ rule, level, outcome }, index) =>
        findingLines(
          index === 0 ? SIDE_NAMES[side] : '',
          page.paint(levelRole(level), pad(levelName(level), LEVEL_WIDTH)),
          `${rule.name}: ${visible(outcome.message)} ${entryNumbers(outcome.evidence, numberOf, FEW_ENTRIES)}`,
          page,
        ),
      );
  });
  const step = nextStep(review);
  const decided =
    decision === null
      ? []
      : [
          labelled(
            'decided',
            `${decision.verdict}${decision.reason === undefined ? '' : `: ${visible(decision.reason)}`}`,
          ),
        ];
  return [
    headline(review, currency, page),
    ...findings,
    ...decided,
    ...textLines('next', step.say, page),
    labelled('', page.paint('strong', `${arrow} ${nextCommand(review)}`)),
    '',
  ].join('\n');
}

function headline(review: CustomerReview, currency: string, page: Page): string {
  const { judgement, previous, changed, relationship } = review;
  const { verdict, tooEarly, worsening } = judgement;
  const marks = [
    ...(changed && previous !== null ? [`was ${previous}`] : []),
    ...(tooEarly ? ['too early to tell'] : []),
    ...(worsening ? ['worse if it lasts another week'] : []),
    ...worth(review, currency),
  ];
  const dot = ` ${sign(page).dot} `;
  // On a narrow page the name comes first, and the worth is left to `show`.
  while (marks.length > 0 && columns(marks.join(dot)) > page.width - VERDICT_WIDTH - NAME_LEAST)
    marks.pop();
  const tail = marks.join(dot);
  const room = page.width - VERDICT_WIDTH - columns(tail) - 2;
  const name = cut(visible(relationship.customer.name), room, sign(page).ellipsis);
  return `${page.paint(VERDICT_ROLES[verdict], pad(verdict, VERDICT_WIDTH))}${page.paint('strong', name)}${tail === '' ? '' : `  ${page.paint('quiet', tail)}`}`;
}

function worth({ value, share }: CustomerReview, currency: string): readonly string[] {
  if (value === null) return [];
  const amount = `${thousands(value)}${currency} a year`;
  return [share === null ? amount : `${amount}, ${Math.round(share * 100)} % of income`];
}

function labelled(label: string, text: string): string {
  return `${INDENT}${pad(label, LABEL_WIDTH)}${text}`;
}

function findingLines(label: string, level: string, text: string, page: Page): readonly string[] {
  const indent = INDENT.length + LABEL_WIDTH + LEVEL_WIDTH;
  const [first = '', ...rest] = wrapped(text, Math.max(20, page.width - indent));
  return [labelled(label, level + first), ...rest.map((line) => ' '.repeat(indent) + line)];
}

function textLines(label: string, text: string, page: Page): readonly string[] {
  const [first = '', ...rest] = wrapped(
    text,
    Math.max(20, page.width - INDENT.length - LABEL_WIDTH),
  );
  return [labelled(label, first), ...rest.map((line) => labelled('', line))];
}

function footer(review: Review, hidden: number, page: Page): string {
  const counts = (['DROP', 'REBUILD', 'FIX', 'KEEP'] as const).map((verdict) => {
    const some = review.customers.filter(({ judgement }) => judgement.verdict === verdict);
    return page.paint(VERDICT_ROLES[verdict], `${some.length} ${verdict}`);
  });
  const left = hidden > 0 ? `; ${hidden} KEEP not shown (--all)` : '';
  return `${counts.join(`  `)}${page.paint('quiet', left)}`;
}

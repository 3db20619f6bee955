import { formatDay, spokenDay } from '../journal/days.ts';
import type { Hinge } from '../verdict/hangs-on.ts';
import type { JudgedRule, Judgement } from '../verdict/judge.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { belongs, TABLE } from '../verdict/table.ts';
import { entryNumbers, isFinding, levelName, levelRole, wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { pad, visible } from './visible.ts';

const NAME_WIDTH = 18;
const LEVEL_WIDTH = 10;
const MANY_ENTRIES = 12;
const SIDE_TITLES = {
  ours: 'Yours',
  theirs: 'Theirs',
  economics: 'What it costs and earns',
} as const;

/** The whole reasoning behind one verdict. */
export function whyText(review: CustomerReview, hinges: readonly Hinge[], page: Page): string {
  const { judgement, relationship } = review;
  const numberOf = new Map(relationship.entries.map(({ id, seq }) => [id, seq]));
  const { paint } = page;
  const sides = (['ours', 'theirs', 'economics'] as const).flatMap((side) => {
    const found = judgement.rules.filter((each) => each.rule.side === side && isFinding(each));
    if (found.length === 0)
      return side === 'ours' ? ['', paint('strong', SIDE_TITLES[side]), '  nothing of yours'] : [];
    return [
      '',
      paint('strong', SIDE_TITLES[side]),
      ...found.flatMap((each) => findingLines(each, numberOf, page)),
    ];
  });
  return [
    `${paint('strong', visible(relationship.customer.name))}: ${paint('strong', judgement.verdict)} on ${spokenDay(judgement.asOf)}`,
    ...rowLines(judgement, page),
    ...sides,
    '',
    ...quietRules(judgement, page),
    '',
    ...hingeLines(hinges, judgement, page),
    '',
  ].join('\n');
}

function rowLines(judgement: Judgement, page: Page): readonly string[] {
  const { row, standing, sums, tooEarly, worsening } = judgement;
  const above = TABLE.slice(0, TABLE.indexOf(row)).filter((each) => belongs(each, standing.stage));
  return [
    ...hanging(`${row.row}  `, `${standing.stage}, ${row.condition}`, page),
    ...hanging('    ', row.advice, page),
    `  Sums: theirs ${sums.theirs} of 4, ours ${sums.ours} of 3, economics ${sums.economics} of 2`,
    ...(standing.reset === undefined
      ? []
      : [`  Their conduct counts since ${spokenDay(standing.reset)}, the last new start`]),
    ...(tooEarly ? ['  Too early to tell: little is known yet'] : []),
    ...(worsening ? ['  It gets worse if this holds for another week'] : []),
    ...above.map((each) =>
      page.paint('quiet', `  not ${each.row} (${each.verdict}): ${each.condition}`),
    ),
  ];
}

/** A paragraph under its label, the later lines indented to the first. */
function hanging(label: string, text: string, page: Page): readonly string[] {
  const indent = 2 + label.length;
  return wrapped(text, page.width - indent).map(
    (line, index) => (index === 0 ? `  ${label}` : ' '.repeat(indent)) + line,
  );
}

function findingLines(
  { rule, level, outcome }: JudgedRule,
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): readonly string[] {
  const indent = ' '.repeat(4);
  const label = `  ${page.paint(levelRole(level), pad(levelName(level), LEVEL_WIDTH))}${page.paint('strong', rule.name)}`;
  const details = [
    visible(outcome.message),
    ...(outcome.level === level
      ? []
      : [
          `seen today: ${levelName(outcome.level)}; a pattern needs two weeks to be serious and three to be over`,
        ]),
    `numbers: ${listed(outcome.numbers)}`,
    `limits: ${listed(rule.thresholds)}`,
    `entries: ${entryNumbers(outcome.evidence, numberOf, MANY_ENTRIES)}`,
  ];
  return [
    label,
    ...details.flatMap((text) => wrapped(text, page.width - 4).map((line) => indent + line)),
  ];
}

const listed = (numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name} ${Number(value.toFixed(4))}`)
    .join(', ') || 'none';

function quietRules({ rules }: Judgement, page: Page): readonly string[] {
  const fine = rules.filter(({ level }) => level === 0);
  const unknown = rules.filter(({ level }) => level === null);
  const line = (title: string, some: readonly JudgedRule[]): readonly string[] =>
    some.length === 0
      ? []
      : wrapped(`${title}: ${some.map(({ rule }) => rule.name).join(', ')}`, page.width);
  return [...line('Fine', fine), ...line('Not enough data', unknown)].map((line) =>
    page.paint('quiet', line),
  );
}

function hingeLines(
  hinges: readonly Hinge[],
  { verdict }: Judgement,
  page: Page,
): readonly string[] {
  if (hinges.length === 0) return ['Firm: no single entry decides it.'];
  const { arrow } = sign(page);
  return [
    'It hangs on single entries; without',
    ...hinges.map(
      ({ entry, becomes }) =>
        `  ${pad(`#${entry.seq} of ${formatDay(entry.on)} (${entry.type})`, NAME_WIDTH * 2)} ${verdict} ${arrow} ${becomes}`,
    ),
  ];
}

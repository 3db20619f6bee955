import { counted } from '../journal/counted.ts';
import { formatDay, spokenDay } from '../journal/days.ts';
import { LEVEL_NAMES } from '../rules/rule.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview, Remembered } from '../verdict/review.ts';
import type { Remark } from '../practice/remark.ts';
import { FEW_ENTRIES, numbersOf } from './finding-text.ts';
import { findingWords } from './finding-words.ts';
import { code, escaped, table } from './markdown.ts';
import { LAST_CHANCE_TITLES, lastChanceWords } from './last-chance-text.ts';
import { nextCommand } from './next-command.ts';
import { remarkWords } from './remark-text.ts';
import { findingsOf, isOursFirst } from './review-cells.ts';
import { amountIn, marksOf, percent, type ReviewPage, WORST_FIRST } from './review-page.ts';
import { changedWords } from './review-title.ts';
import { wholeBookLines } from './whole-book-text.ts';

const SIDE_NAMES = { ours: 'yours', theirs: 'theirs', economics: 'cost' } as const;

/** A customer with the lines under their heading. */
export interface Sectioned extends Remembered {
  readonly section: readonly string[];
}

/** The review for a file of notes: each customer under a heading of its own, every finding told. */
export function reviewMarkdown(all: ReviewPage<Sectioned>): string {
  const { book, review, customers, currency } = all;
  const counts = WORST_FIRST.map((verdict) => `${book.verdicts[verdict]} ${verdict}`).join(', ');
  const rows = customers.map((each) => [
    each.judgement.verdict,
    escaped(each.relationship.customer.name),
    each.previous ?? '',
    each.value === null ? '' : amountIn(each.value, currency),
    each.share === null ? '' : percent(each.share),
  ]);
  const lines = wholeBookLines(book, currency).map(
    ({ label, text }) => `- ${label === '' ? '' : `${label}: `}${escaped(text)}`,
  );
  return [
    `# Review of ${formatDay(review.asOf)}`,
    '',
    `${counted(book.customers, 'customer')}: ${counts}. ${changedWords(book)} since ${formatDay(review.against)}.`,
    '',
    ...(rows.length === 0
      ? ['Nothing needs mending.', '']
      : [...table(['Verdict', 'Customer', 'Before', 'A year', 'Income'], rows), '']),
    ...customers.flatMap(({ section }) => section),
    ...(all.hidden.length > 0
      ? [`${all.hidden.length} KEEP not shown: ${code('rel review --all')}`, '']
      : []),
    ...(lines.length === 0 ? [] : ['## The book', '', ...lines, '']),
  ].join('\n');
}

export function markdownSection(
  review: CustomerReview,
  remarks: readonly Remark[],
): readonly string[] {
  const { decision, judgement, relationship } = review;
  const numberOf = numbersOf(relationship);
  const sides = isOursFirst(review)
    ? (['ours', 'theirs', 'economics'] as const)
    : (['theirs', 'economics', 'ours'] as const);
  const rows = sides.flatMap((side) =>
    findingsOf(review, [side]).map((finding) => [
      SIDE_NAMES[side],
      LEVEL_NAMES[finding.level ?? 0],
      escaped(findingWords(finding).full),
      finding.outcome.evidence.map((id) => `\\#${numberOf.get(id) ?? escaped(id)}`).join(' '),
    ]),
  );
  const marks = marksOf(review);
  const until = decision?.until === undefined ? '' : ` until ${spokenDay(decision.until)}`;
  const reason =
    decision?.reason === undefined || decision.private === true
      ? ''
      : `: ${escaped(decision.reason)}`;
  const chance = lastChanceOf(review);
  return [
    `## ${judgement.verdict}: ${escaped(relationship.customer.name)}`,
    '',
    `${[judgement.standing.stage, ...marks].join(', ')}.`,
    '',
    ...(rows.length === 0 ? [] : [...table(['Side', 'Level', 'Finding', 'Entries'], rows), '']),
    ...(decision === null
      ? []
      : [`- You say ${decision.verdict} since ${spokenDay(decision.on)}${until}${reason}`]),
    ...(chance === undefined
      ? []
      : [`- ${LAST_CHANCE_TITLES[chance.kind]}: ${escaped(lastChanceWords(chance))}`]),
    ...remarks.map((remark) => `- Mind: ${escaped(remarkWords(remark, FEW_ENTRIES))}`),
    `- Next: ${escaped(nextStep(review).say)}`,
    `- ${code(nextCommand(review))}`,
    '',
  ];
}

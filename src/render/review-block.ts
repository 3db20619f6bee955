import { spokenDay } from '../journal/days.ts';
import { lackingIn } from '../journal/excuse.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { nextStep } from '../verdict/next-step.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { wrapped } from './finding-text.ts';
import { LAST_CHANCE_LABELS, lastChanceWords } from './last-chance-text.ts';
import { nextCommand } from './next-command.ts';
import { type Page, sign } from './page.ts';
import type { Remark } from '../practice/remark.ts';
import { remarkWords, type RemarksOf } from './remark-text.ts';
import { findingLines, LABEL_WIDTH } from './review-cells.ts';
import type { Part } from './review-fold.ts';
import { type Headlines, VERDICT_WIDTH } from './review-headline.ts';
import { columns, cut, pad, visible } from './visible.ts';

/** How closely the page is set. */
export interface Density {
  /** The most findings in a column of a customer. */
  readonly findings: number;
  /** The most remarks of a customer; where it is one, it is told in a line. */
  readonly remarks: number;
  /** A blank line between customers. */
  readonly airy: boolean;
  /** The most lines for the words of the next step, where these need lines of their own. */
  readonly said: number;
}

const INDENT = '  ';
const NAME_LINES = 2;
const REMARK_ENTRIES = 3;
/** A line of a narrower page says nothing by itself. */
const NARROW = 60;

/** One customer, or several who are alike, ready to be set as closely as the page needs. */
export type Block = (density: Density) => readonly string[];

export function blockOf(part: Part, headlines: Headlines, remarksOf: RemarksOf, page: Page): Block {
  if ('one' in part) {
    const review = part.one.review();
    return blockOfOne(review, headlines, remarksOf(review), page);
  }
  const lines = groupLines(part, headlines, page);
  return () => lines;
}

export function blockOfOne(
  review: CustomerReview,
  headlines: Headlines,
  remarks: readonly Remark[],
  page: Page,
): Block {
  const head = headlines.of(review);
  const findings = findingLines(review, page);
  const decided = decisionLines(review, page);
  const remarked = remarkedLines(remarks, page);
  const chance = chanceLines(review, page);
  // What is kept as it is needs no advice.
  if (review.judgement.verdict === 'KEEP')
    return (density) => [...head, ...findings(density.findings), ...remarked(density), ...decided];
  const { stage } = review.judgement.standing;
  const nothing = labelled('stage', page.paint('quiet', `${stage}; nothing found on either side`));
  const step = stepLines(review, page);
  return (density) => {
    const found = findings(density.findings);
    return [
      ...head,
      ...(found.length === 0 ? [nothing] : found),
      ...chance(density.said),
      ...remarked(density),
      ...decided,
      ...step(density.said),
    ];
  };
}

const labelled = (label: string, text: string): string =>
  `${INDENT}${pad(label, LABEL_WIDTH)}${text}`;

const paragraph = (label: string, text: string, page: Page): readonly string[] =>
  wrapped(text, Math.max(20, page.width - INDENT.length - LABEL_WIDTH)).map((line, index) =>
    labelled(index === 0 ? label : '', line),
  );

/** @returns the lines where at most so many remarks are told, whole or in a line each */
function remarkedLines(
  remarks: readonly Remark[],
  page: Page,
): (density: Density) => readonly string[] {
  const texts = remarks.map((remark) => remarkWords(remark, REMARK_ENTRIES));
  return ({ remarks: most }) =>
    texts.slice(0, most).flatMap((text, index) => {
      const left = index === most - 1 ? texts.length - most : 0;
      const all = left > 0 ? `${text}; ${left} more` : text;
      const label = index === 0 ? 'mind' : '';
      const lines = paragraph(label, all, page);
      const isWhole = most > 1 || lines.length === 1 || page.width < NARROW;
      return isWhole ? lines : [labelled(label, firstLine(all, page))];
    });
}

/** The notice that runs, the door that is open, or the last chance. @returns the lines, one where little may be said */
function chanceLines(review: CustomerReview, page: Page): (said: number) => readonly string[] {
  const chance = lastChanceOf(review);
  if (chance === undefined) return () => [];
  const label = LAST_CHANCE_LABELS[chance.kind];
  const text = visible(lastChanceWords(chance));
  const room = page.width - INDENT.length - LABEL_WIDTH;
  const told = review.judgement.row.row === 'N1';
  // Where the words of a step have to fit a line, these do too; what the step tells itself is not told twice.
  return (said) => {
    if (said > 1) return paragraph(label, text, page);
    return told ? [] : [labelled(label, cut(text, room, sign(page).ellipsis))];
  };
}

/** As much of it as stands in one line. */
const firstLine = (text: string, page: Page): string =>
  `${wrapped(text, page.width - INDENT.length - LABEL_WIDTH - 2)[0] ?? ''} ${sign(page).ellipsis}`;

function decisionLines({ decision }: CustomerReview, page: Page): readonly string[] {
  if (decision === null) return [];
  const reason =
    decision.reason === undefined || decision.private === true
      ? ''
      : `: ${visible(decision.reason)}`;
  // The verdict itself stands beside the computed one.
  const term =
    decision.until === undefined
      ? `since ${spokenDay(decision.on)}`
      : `until ${spokenDay(decision.until)}`;
  const lacking = lackingIn(decision).map((each) => `, no ${each}`);
  return paragraph('you', term + lacking.join('') + reason, page);
}

/** @returns the lines where the words alone may take so many */
function stepLines(review: CustomerReview, page: Page): (said: number) => readonly string[] {
  const { say } = nextStep(review);
  const command = commandText(nextCommand(review), page);
  const together = `${say}  ${command}`;
  if (INDENT.length + LABEL_WIDTH + columns(together) <= page.width)
    return () => [labelled('next', together)];
  const words = paragraph('next', say, page);
  const short = firstLine(say, page);
  return (said) => {
    if (said === 0) return [labelled('next', command)];
    return [...(words.length > said ? [labelled('next', short)] : words), labelled('', command)];
  };
}

const commandText = (command: string, page: Page): string =>
  page.paint('strong', `${sign(page).arrow} ${command}`);

function groupLines(
  { verdict, many, words }: Extract<Part, { readonly many: unknown }>,
  headlines: Headlines,
  page: Page,
): readonly string[] {
  const names = many.map(({ relationship, changed, previous }) => {
    const name = visible(relationship.customer.name);
    return changed && previous !== null ? `${name} (was ${previous})` : name;
  });
  const [first] = many;
  return [
    headlines.ofMany(verdict, many, `${many.length} customers: ${words}`),
    ...nameLines(names, `rel list --verdict ${verdict.toLowerCase()}`, page),
    ...(first === undefined || verdict === 'KEEP'
      ? []
      : [labelled('next', commandText(first.next(), page))]),
  ];
}

/** As many names as stand in two lines, and how to see the others. */
function nameLines(names: readonly string[], all: string, page: Page): readonly string[] {
  const width = Math.max(20, page.width - VERDICT_WIDTH);
  // Two lines hold no more names than this, however short.
  for (let count = Math.min(names.length, width); count > 0; count -= 1) {
    const left = names.length - count;
    const more = left === 0 ? '' : ` +${left} more: ${all}`;
    const lines = wrapped(names.slice(0, count).join(', ') + more, width);
    if (lines.length <= NAME_LINES || count === 1)
      return lines.map((line) => ' '.repeat(VERDICT_WIDTH) + line);
  }
  return [];
}

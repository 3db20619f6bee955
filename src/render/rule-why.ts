import { spokenDay } from '../journal/days.ts';
import type { Reasoning, Traced } from '../practice/reasoning.ts';
import { entryNumbers, levelName, levelRole, numbersOf, wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { visible } from './visible.ts';
import { labelled } from './labelled.ts';
import { beforeText, limitBlock, sinceText } from './why-details.ts';

const MANY_ENTRIES = 40;

/** What one rule saw, whether or not it found anything, and what it would take. */
export function ruleWhyText(
  { judged, since, before }: Traced,
  { review }: Pick<Reasoning, 'review'>,
  page: Page,
): string {
  const { judgement, relationship } = review;
  const { rule, level, outcome } = judged;
  const numberOf = numbersOf(relationship);
  const counted =
    level === outcome.level
      ? []
      : labelled('held', `today alone: ${levelName(outcome.level)}. ${HELD}`, page);
  return [
    ...wrapped(
      `${page.paint('strong', visible(relationship.customer.name))}, ${rule.name}: ${page.paint(levelRole(level), levelName(level))} on ${spokenDay(judgement.asOf)}`,
      page.width,
    ),
    ...wrapped(rule.asks, page.width - 2).map((line) => `  ${line}`),
    '',
    ...labelled('saw', visible(outcome.message), page),
    ...(outcome.level === null ? [] : labelled('measured', rule.measured(outcome.numbers), page)),
    ...counted,
    ...limitBlock(rule.limits(relationship.settings), page),
    ...labelled('before', beforeText(judged, before), page),
    ...(since === undefined ? [] : labelled('since', sinceText(since, judgement.asOf), page)),
    ...(outcome.evidence.length === 0
      ? []
      : labelled('entries', entryNumbers(outcome.evidence, numberOf, MANY_ENTRIES), page)),
    '',
    ...wrapped(`All about the rule: rel rule ${rule.name}`, page.width).map((line) =>
      page.paint('quiet', line),
    ),
    '',
  ].join('\n');
}

const HELD = 'A pattern is serious after two weeks of it, and over after three without.';

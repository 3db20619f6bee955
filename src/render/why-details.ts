import { counted } from '../journal/counted.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import { amountWords } from './stake-text.ts';
import type { Felt, OwnFeeling } from '../practice/own-feeling.ts';
import type { Reasoning, Traced } from '../practice/reasoning.ts';
import { beginningLines } from './beginning-text.ts';
import { capitalLines } from './capital-text.ts';
import { entryText } from './entry-text.ts';
import {
  entryNumbers,
  FEW_ENTRIES,
  hanging,
  isFinding,
  levelName,
  numbersOf,
  wrapped,
} from './finding-text.ts';
import { askedChangeLines } from './asked-changes-text.ts';
import { failureLines } from './failures-text.ts';
import { INDENT, LABEL_WIDTH, labelled } from './labelled.ts';
import { limitLines } from './limits-text.ts';
import { type Page, sign } from './page.ts';
import { cut, pad, visible } from './visible.ts';

const STRENGTH_ENTRIES = 6;
const MANY_ENTRIES = 40;

/** What is behind the first screen: rows, limits, what speaks for them, money, feeling. */
export function whyDetails(
  reasoning: Reasoning,
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): readonly string[] {
  return [
    ...section('Why no row above it', rowLines(reasoning, page), page),
    ...section('It hangs on', hingeLines(reasoning, page), page),
    ...section(
      'The findings in numbers',
      reasoning.rules.flatMap((each) =>
        isFinding(each.judged) ? numberLines(each, reasoning, numberOf, page) : [],
      ),
      page,
    ),
    ...beginningLines(
      reasoning.beginning,
      reasoning.review.relationship.customer.standard,
      reasoning.review.judgement.asOf,
      page,
    ),
    ...section('Where it was your fault', failureLines(reasoning.failures, page), page),
    ...section(
      'What you asked them to change',
      askedChangeLines(reasoning.askedChanges, reasoning.review.judgement.asOf, page),
      page,
    ),
    ...section('What speaks for it all the same', strengthLines(reasoning, page), page),
    ...section('What you put in and what came back in a year', capitalLines(reasoning, page), page),
    ...section(
      'Money at stake, not counted in the verdict',
      [
        ...hanging(amountWords(reasoning.stake), page),
        ...hanging(`signs of life: ${reasoning.lifeWords}`, page),
      ],
      page,
    ),
    ...section('How you felt (private)', feelingLines(reasoning, page), page),
    ...quietRules(reasoning, page),
  ];
}

const section = (title: string, lines: readonly string[], page: Page): readonly string[] =>
  lines.length === 0
    ? []
    : ['', ...wrapped(title, page.width).map((line) => page.paint('strong', line)), ...lines];

function rowLines({ passedOver }: Reasoning, page: Page): readonly string[] {
  return passedOver.flatMap(({ row, because }) =>
    hanging(`not ${row.row} (${row.verdict}): ${because.join('; ')}`, page).map((line) =>
      page.paint('quiet', line),
    ),
  );
}

function hingeLines({ hinges, review }: Reasoning, page: Page): readonly string[] {
  const { arrow, ellipsis } = sign(page);
  return hinges.map(({ entry, becomes }) => {
    const change = `${review.judgement.verdict} ${arrow} ${becomes}`;
    const what = `without #${entry.seq} of ${spokenDay(entry.on)}: ${change}; ${entry.private === true ? 'private' : entryText(entry)}`;
    return `  ${cut(what, page.width - 2, ellipsis)}`;
  });
}

function numberLines(
  { judged, before }: Traced,
  { review }: Reasoning,
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): readonly string[] {
  const { evidence } = judged.outcome;
  return [
    `  ${page.paint('strong', judged.rule.name)}: ${levelName(judged.level)}`,
    ...labelled('now', judged.rule.measured(judged.outcome.numbers), page),
    ...(judged.outcome.level === judged.level
      ? []
      : labelled('', heldText(judged.outcome.level), page)),
    ...labelled('before', beforeText(judged, before), page),
    ...limitBlock(judged.rule.limits(review.relationship.settings), page),
    // Few are on the first screen already.
    ...(evidence.length > FEW_ENTRIES
      ? labelled('entries', entryNumbers(evidence, numberOf, MANY_ENTRIES), page)
      : []),
    ...labelled('you', judged.rule.ofYourself ?? '', page),
  ];
}

const heldText = (today: Traced['judged']['level']): string =>
  `seen today: ${levelName(today)}. A pattern is serious after two weeks of it, and over after three without.`;

export const sinceText = (since: Day, asOf: Day): string =>
  since === asOf
    ? `${spokenDay(since)}, today`
    : `${spokenDay(since)}, ${asOf - since + 1} days with this one`;

export function beforeText({ rule, outcome }: Traced['judged'], before: Traced['before']): string {
  const own = rule.baseline?.(outcome.numbers);
  if (own !== undefined) return own;
  if (before === undefined) return 'nothing was known of them a quarter earlier';
  return `${spokenDay(before.asOf)}: ${levelName(before.level)}; ${visible(before.message)}`;
}

export function limitBlock(
  limits: Parameters<typeof limitLines>[0],
  page: Page,
): readonly string[] {
  return limitLines(limits, { width: page.width - LABEL_WIDTH - INDENT + 4 }).map(
    (line, index) => ' '.repeat(INDENT) + pad(index === 0 ? 'takes' : '', LABEL_WIDTH) + line,
  );
}

function strengthLines({ review, strengths }: Reasoning, page: Page): readonly string[] {
  const numberOf = numbersOf(review.relationship);
  return strengths.flatMap(({ says, entries }) =>
    hanging(
      `${says}  ${entryNumbers(
        entries.map(({ id }) => id),
        numberOf,
        STRENGTH_ENTRIES,
      )}`,
      page,
    ),
  );
}

function feelingLines({ feeling }: Reasoning, page: Page): readonly string[] {
  const { now, before } = feeling;
  if (now.mean === null && before.mean === null) return [];
  const said = ({ mean, feelings }: typeof now): string =>
    mean === null ? 'nothing was written down' : `${signed(mean)} on average of ${feelings}`;
  return [
    ...hanging(`since ${spokenDay(now.from)}: ${said(now)}`, page),
    ...hanging(`in the ${now.to - now.from + 1} days before: ${said(before)}`, page),
    ...hanging(overlapWords(feeling), page),
  ];
}

/** Low days while a finding stood, beside those before; which of the two made the other is not for a count to say. */
function overlapWords({ now, before, since }: OwnFeeling): string {
  if (since === undefined || now.lowDays === 0) return '';
  const low = ({ feltDays, lowDays }: Felt): string =>
    `on ${lowDays} of ${counted(feltDays, 'noted day')}`;
  return `you were low ${low(now)} while the findings stood, ${before.feltDays === 0 ? 'and noted nothing before' : `${low(before)} before`}`;
}

const signed = (mean: number): string => `${mean > 0 ? '+' : ''}${mean.toFixed(1)}`;

function quietRules({ rules }: Reasoning, page: Page): readonly string[] {
  const named = (title: string, level: 0 | null): readonly string[] => {
    const some = rules.filter(({ judged }) => judged.level === level);
    if (some.length === 0) return [];
    return wrapped(
      `${title}: ${some.map(({ judged }) => judged.rule.name).join(', ')}`,
      page.width,
    );
  };
  return ['', ...named('Fine', 0), ...named('Not enough data', null)].map((line) =>
    page.paint('quiet', line),
  );
}

import { counted } from '../journal/counted.ts';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import { lackingIn } from '../journal/excuse.ts';
import type { Reasoning, Traced } from '../practice/reasoning.ts';
import { AHEAD_WEEKS, QUIET_WEEKS } from '../verdict/what-would-change.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { nextStep } from '../verdict/next-step.ts';
import {
  entryNumbers,
  FEW_ENTRIES,
  isFinding,
  levelName,
  levelRole,
  numbersOf,
  wrapped,
} from './finding-text.ts';
import { lastChanceLines } from './last-chance-text.ts';
import { endLines } from './end-of-business-text.ts';
import { freedLines } from './freed-text.ts';
import { nextCommand } from './next-command.ts';
import { type Page, sign } from './page.ts';
import { remarkLines } from './remark-text.ts';
import { VERDICT_ROLES } from './review-page.ts';
import { pad, visible } from './visible.ts';
import { whyDetails } from './why-details.ts';

const LEVEL_WIDTH = 10;
const SIDE_TITLES = {
  ours: 'Yours',
  theirs: 'Theirs',
  economics: 'What it costs and earns',
} as const;

const STAGE_WORDS: Readonly<Partial<Record<string, string>>> = {
  notice: 'on notice',
  probation: 'on probation',
};

/** The reasoning behind one verdict: what matters first, and unless `short`, all the rest of it. */
export function whyText(reasoning: Reasoning, page: Page, short = false): string {
  const { relationship } = reasoning.review;
  const numberOf = numbersOf(relationship);
  return [
    ...headLines(reasoning, page),
    ...lastChanceLines(lastChanceOf(reasoning.review), page),
    ...(['ours', 'theirs', 'economics'] as const).flatMap((side) =>
      sideLines(side, reasoning, numberOf, page),
    ),
    ...remarkLines(reasoning.remarks, relationship.customer.name, page),
    ...endLines(reasoning.ended, page),
    ...nextLines(reasoning, page),
    ...(reasoning.freed === undefined ? [] : freedLines(reasoning.freed, page)),
    ...changeLines(reasoning, page),
    ...(short ? [] : whyDetails(reasoning, numberOf, page)),
    '',
  ].join('\n');
}

function headLines(reasoning: Reasoning, page: Page): readonly string[] {
  const { judgement, relationship } = reasoning.review;
  const { asOf, verdict } = judgement;
  const { paint } = page;
  return [
    ...wrapped(
      `${paint('strong', visible(relationship.customer.name))}: ${paint(VERDICT_ROLES[verdict], verdict)} on ${spokenWeekday(asOf)} ${spokenDay(asOf)}`,
      page.width,
    ),
    ...verdictWords(reasoning).flatMap((text) => indented(text, page)),
  ];
}

/** What the verdict rests on, and how firmly, a sentence each. */
export function verdictWords({ review, hinges, knowable, lasting }: Reasoning): readonly string[] {
  const { asOf, row, standing, sums, tooEarly, worsening } = review.judgement;
  const known =
    knowable === undefined
      ? []
      : [
          asOf === knowable.on
            ? `It could not have been known before this day (${namesOf(knowable.rules)}).`
            : `It could have been known since ${spokenDay(knowable.on)}, ${counted(asOf - knowable.on, 'day')} earlier (${namesOf(knowable.rules)}).`,
        ];
  return [
    `Row ${row.row}, ${STAGE_WORDS[standing.stage] ?? standing.stage}: ${row.condition}.`,
    `It weighs: theirs ${sums.theirs} of 4, yours ${sums.ours} of 3, economics ${sums.economics} of 2; 0 is all well.`,
    ...(standing.reset === undefined
      ? []
      : [`Their conduct counts from ${spokenDay(standing.reset)} on, the last new start.`]),
    ...decisionWords(review),
    ...(tooEarly ? ['Too early to tell: little is known yet.'] : []),
    ...(worsening ? ['It gets worse if this holds for another week.'] : []),
    hinges.length === 0
      ? 'Firm: no single entry decides it.'
      : `Not firm: it hangs on ${hinges.length === 1 ? 'one entry' : `any of ${hinges.length} entries`}.`,
    ...known,
    ...lastingWords(lasting),
  ];
}

/** That it is no phase any more. */
function lastingWords(lasting: Reasoning['lasting']): readonly string[] {
  if (lasting === undefined) return [];
  const { days, good } = lasting;
  return [
    good === undefined
      ? `It has lasted for ${days} days, and nothing good has come from them since.`
      : `It has lasted for ${days} days; the last good thing from them came on ${spokenDay(good.on)} (#${good.seq}).`,
  ];
}

/** What the seller decided; a private reason is left to `rel show`. */
function decisionWords({ decision }: Reasoning['review']): readonly string[] {
  if (decision === null) return [];
  const { on, private: isPrivate, reason, seq, until, verdict } = decision;
  const end = until === undefined ? '' : ` until ${spokenDay(until)}`;
  const number = `#${seq}${isPrivate === true ? ', private' : ''}`;
  const because = isPrivate === true || reason === undefined ? '' : `: ${visible(reason)}`;
  const lacking = lackingIn(decision).map((each) => `, no ${each}`);
  return [
    `You say ${verdict} since ${spokenDay(on)}${end}${lacking.join('')} (${number})${because}`,
  ];
}

const namesOf = (rules: readonly { readonly name: string }[]): string =>
  rules.map(({ name }) => name).join(', ');

function sideLines(
  side: keyof typeof SIDE_TITLES,
  { rules }: Reasoning,
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): readonly string[] {
  const found = rules
    .filter(({ judged }) => judged.rule.side === side && isFinding(judged))
    .sort((a, b) => (b.judged.level ?? 0) - (a.judged.level ?? 0));
  if (found.length === 0)
    return side === 'ours'
      ? ['', `${page.paint('strong', SIDE_TITLES[side])}: nothing of yours`]
      : [];
  return [
    '',
    page.paint('strong', SIDE_TITLES[side]),
    ...found.flatMap((each) => findingLines(each, numberOf, page)),
  ];
}

function findingLines(
  { judged, since }: Traced,
  numberOf: ReadonlyMap<string, number>,
  page: Page,
): readonly string[] {
  const { rule, level, outcome } = judged;
  const label = page.paint(levelRole(level), pad(levelName(level), LEVEL_WIDTH));
  const numbers = entryNumbers(outcome.evidence, numberOf, FEW_ENTRIES);
  const texts = [
    `${rule.name}: ${visible(outcome.message)}`,
    ...(since === undefined ? [] : [`stands since ${spokenDay(since)}  ${numbers}`]),
  ];
  const lines = texts.flatMap((text) => wrapped(text, Math.max(20, page.width - LEVEL_WIDTH - 2)));
  return lines.map(
    (line, index) => `  ${index === 0 ? label : ' '.repeat(LEVEL_WIDTH)}${line.trimEnd()}`,
  );
}

function nextLines({ review }: Reasoning, page: Page): readonly string[] {
  const { say, words, command } = nextStep(review);
  return [
    '',
    page.paint('strong', 'Next'),
    ...indented(say, page),
    ...(words === undefined ? [] : indented(`“${words}”`, page)),
    ...(command === undefined
      ? []
      : [`  ${page.paint('strong', `${sign(page).arrow} ${nextCommand(review)}`)}`]),
  ];
}

/** What would have to happen for another verdict. */
export function changeLines(
  { changes }: Pick<Reasoning, 'changes'>,
  page: Page,
): readonly string[] {
  const width = Math.max(20, page.width - LEVEL_WIDTH - 2);
  const lines =
    changes.length === 0
      ? indented(
          `Nothing that was tried out changes it within ${AHEAD_WEEKS} weeks, and time alone does not within ${QUIET_WEEKS}.`,
          page,
        )
      : changes.flatMap(({ says, on, verdict, entries }) => {
          const ending =
            entries.length === 0 || says.includes(spokenDay(on))
              ? ''
              : `: from ${spokenDay(on)} on`;
          const when = entries.length === 0 ? `, until ${spokenDay(on)}` : ending;
          return wrapped(`if ${says}${when}`, width).map(
            (line, index) =>
              `  ${index === 0 ? page.paint(VERDICT_ROLES[verdict], pad(verdict, LEVEL_WIDTH)) : ' '.repeat(LEVEL_WIDTH)}${line}`,
          );
        });
  return ['', page.paint('strong', 'What would change it'), ...lines];
}

const indented = (text: string, page: Page): readonly string[] =>
  wrapped(text, Math.max(20, page.width - 2)).map((line) => `  ${line}`);

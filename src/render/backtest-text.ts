import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import type { Backtest, Loss } from '../practice/backtest.ts';
import type { Disagreement } from '../practice/backtest-decisions.ts';
import type { Score, Share } from '../practice/backtest-score.ts';
import { hanging, wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { columns, pad, padStart, visible } from './visible.ts';

const NAME_WIDTH = 18;
const SHARE_WIDTH = 23;
const AHEAD_WIDTH = 7;
/** From so many losses on the bounds are narrow enough to compare reviewers. */
const ENOUGH_LOSSES = 10;
/** Of a long list so many are shown. */
const MOST = 12;
type Named = Score & { readonly name: string };

/** What the reviews of the past were worth. */
export function backtestText(tested: Backtest, page: Page): string {
  const heading = (title: string): string => page.paint('strong', title);
  const paragraph = (text: string): readonly string[] => wrapped(text, page.width);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', heading(title), ...lines];
  return [
    ...paragraph(
      `${heading('Backtest')}: the review of each Friday, ${spokenDay(tested.since)} to ${spokenDay(tested.until)} (${counted(tested.weeks, 'week')}, ${counted(tested.customers, 'customer')}, ${counted(tested.reviews, 'review')})`,
    ),
    ...paragraph(`What became of them: ${fatesText(tested)}`),
    ...section('Who would have warned you', [
      ...(page.width < TABLE_WIDTH ? [] : [page.paint('quiet', TABLE_HEAD)]),
      ...tested.reviewers.flatMap((score) => scoreLines(score, page)),
    ]),
    ...section('Losses', [
      ...latest(tested.losses.map(lossText), page),
      ...surpriseLines(tested, page),
    ]),
    ...section('Renewals', renewalLines(tested, page)),
    ...section('Rules: was a warning followed by an end?', ruleLines(tested, page)),
    ...section('Where you decided otherwise', decisionLines(tested, page)),
    ...section('How to read this', paragraph(honesty(tested))),
    '',
  ].join('\n');
}

function fatesText({ fates }: Backtest): string {
  const parts = [
    [fates.lost, 'lost'],
    [fates['won back'], 'lost and won back'],
    [fates.dropped, 'dropped by you'],
    [fates.renewed, 'renewed'],
    [fates['still there'], 'still there'],
  ] as const;
  const said = parts.flatMap(([amount, word]) => (amount === 0 ? [] : [`${amount} ${word}`]));
  return said.join(', ') || 'nothing yet';
}

const TABLE_HEAD = `  ${pad('', NAME_WIDTH)}${pad('losses warned of', SHARE_WIDTH)}${pad('ahead', AHEAD_WIDTH)}${pad('false alarms', SHARE_WIDTH)}weeks`;
const TABLE_WIDTH = columns(TABLE_HEAD);
const RULE_HEAD = `  ${pad('', NAME_WIDTH)}${pad('right', SHARE_WIDTH)}${pad('ahead', AHEAD_WIDTH)}too early to tell`;

/** A line of the table; on a page that is narrower, its columns in words. */
function scoreLines(
  { falseAlarms, lead, name, open, warned, weeks }: Named,
  page: Page,
): readonly string[] {
  const part = weeks.all === 0 ? 0 : Math.round((weeks.alarmed / weeks.all) * 100);
  const wrong =
    falseAlarms.of === 0 && open > 0 ? `${open} too early to tell` : shareText(falseAlarms);
  if (page.width < TABLE_WIDTH) {
    const ahead = lead === null ? '' : `, ${Math.round(lead)} days ahead`;
    return hanging(
      `${name}: losses warned of ${shareText(warned)}${ahead}; false alarms ${wrong}; ${part} % of weeks`,
      page,
    );
  }
  return [
    `  ${pad(name, NAME_WIDTH)}${pad(shareText(warned), SHARE_WIDTH)}${aheadText(lead)}${pad(wrong, SHARE_WIDTH)}${padStart(`${part} %`, 5)}`,
  ];
}

/** The rules with alarms that are decided; the others are named in one line. */
function ruleLines({ rules }: Backtest, page: Page): readonly string[] {
  const decided = rules.filter(({ falseAlarms }) => falseAlarms.of > 0);
  const young = rules.filter(({ falseAlarms }) => falseAlarms.of === 0).map(({ name }) => name);
  return [
    ...(decided.length === 0 || page.width < TABLE_WIDTH ? [] : [page.paint('quiet', RULE_HEAD)]),
    ...decided.flatMap((score) => ruleScoreLines(score, page)),
    ...(young.length === 0 ? [] : hanging(`too early to tell: ${young.join(', ')}`, page)),
  ];
}

function ruleScoreLines(
  { falseAlarms, lead, name, open }: Backtest['rules'][number],
  page: Page,
): readonly string[] {
  const right = shareText(rightOf(falseAlarms));
  if (page.width < TABLE_WIDTH) {
    const ahead = lead === null ? '' : `, ${Math.round(lead)} days ahead`;
    const early = open === 0 ? '' : `; ${open} too early to tell`;
    return hanging(`${name}: right ${right}${ahead}${early}`, page);
  }
  return [
    `  ${pad(name, NAME_WIDTH)}${pad(right, SHARE_WIDTH)}${aheadText(lead)}${open === 0 ? '' : open}`.trimEnd(),
  ];
}

const rightOf = ({ hits, lower, of, upper }: Share): Share => ({
  hits: of - hits,
  of,
  lower: 1 - upper,
  upper: 1 - lower,
});

const aheadText = (lead: number | null): string =>
  pad(lead === null ? '' : `${padStart(String(Math.round(lead)), 3)} d`, AHEAD_WIDTH);

/** `2 of 3 (26 to 94 %)`. */
function shareText({ hits, lower, of, upper }: Share): string {
  if (of === 0) return 'none';
  return `${hits} of ${of} (${Math.round(lower * 100)} to ${Math.round(upper * 100)} %)`;
}

/** `3 Sep 2024 Kettleby Smokehouse: REBUILD for 42 days, FIX or worse for 102 days`. */
function lossText({ ahead, customer, on, surprise, verdict }: Loss): string {
  const bars = (['DROP', 'REBUILD', 'FIX'] as const).filter((bar) => ahead[bar] !== null);
  const longer = bars.filter(
    (bar, index) => index === 0 || ahead[bar] !== ahead[bars[index - 1] ?? bar],
  );
  const words = longer.map(
    (bar) => `${bar}${bar === verdict ? '' : ' or worse'} for ${counted(ahead[bar] ?? 0, 'day')}`,
  );
  const said = words.length === 0 ? 'no warning stood' : words.join(', ');
  return `${spokenDay(on)} ${visible(customer)}: ${said}${surprise ? '; a surprise' : ''}`;
}

function surpriseLines({ losses, surprises, unseen }: Backtest, page: Page): readonly string[] {
  const named = losses.filter(({ surprise }) => surprise).map(({ customer }) => visible(customer));
  const index =
    losses.length === 0
      ? []
      : [
          `Surprises, where nothing had warned for half a year: ${shareText(surprises)}${named.length === 0 ? '' : `: ${named.join(', ')}`}`,
        ];
  const left =
    unseen === 0
      ? []
      : [
          `Left out: ${counted(unseen, 'loss', 'losses')} with no review before, for nothing had been entered`,
        ];
  return [...index, ...left].flatMap((text) => hanging(text, page));
}

function renewalLines({ renewals }: Backtest, page: Page): readonly string[] {
  const all = renewals.reduce((sum, [, amount]) => sum + amount, 0);
  if (all === 0) return [];
  const words = renewals.flatMap(([verdict, amount]) =>
    amount === 0 ? [] : [`${verdict} ${amount}`],
  );
  return hanging(`${all} renewed; the review before said ${words.join(', ')}`, page);
}

/** Those that came out first, for the others say nothing yet. */
function decisionLines({ disagreements }: Backtest, page: Page): readonly string[] {
  if (disagreements.length === 0) return [];
  const told = disagreements.filter(({ came }) => came !== null);
  const rightly = (who: Disagreement['right']): number =>
    told.filter(({ right }) => right === who).length;
  const others = [
    [rightly(null), 'showed nothing'],
    [disagreements.length - told.length, 'too early to tell'],
  ] as const;
  const rest = others.flatMap(([many, what]) => (many === 0 ? [] : [`, ${many} ${what}`])).join('');
  const sum = `${counted(disagreements.length, 'time')}: you were right ${counted(rightly('you'), 'time')}, rel ${counted(rightly('rel'), 'time')}${rest}`;
  return [...hanging(sum, page), ...latest(told.map(disagreementText), page)];
}

function disagreementText({ came, entry, right, said }: Disagreement): string {
  const outcome = {
    lost: 'they left',
    dropped: 'you dropped them',
    'still there': 'still there half a year later',
  } as const;
  const borne = right === null ? '' : right === 'you' ? ': you were right' : ': rel was right';
  const then = came === null ? 'too early to tell' : `${outcome[came]}${borne}`;
  return `${spokenDay(entry.on)} ${visible(entry.customer)}: you ${entry.verdict}, rel ${said}; ${then} #${entry.seq}`;
}

/** The last few of a list in the order of time. */
const latest = (texts: readonly string[], page: Page): readonly string[] => [
  ...(texts.length > MOST
    ? [page.paint('quiet', `  ${texts.length - MOST} earlier ones: --json`)]
    : []),
  ...texts.slice(-MOST).flatMap((text) => hanging(text, page)),
];

function honesty({ drops, losses, withinDays }: Backtest): string {
  const few =
    losses.length === 0
      ? 'No loss: nothing here says whether a warning comes in time.'
      : losses.length < ENOUGH_LOSSES
        ? `${counted(losses.length, 'loss', 'losses')}: too few to tell; the bounds say how little is known.`
        : 'The bounds say how much may be chance.';
  const own =
    drops === 0 ? '' : ` A drop of your own makes the alarm before it right (${drops} here).`;
  return `${few} Bounds are 95 % each way. An alarm is a run of weeks; it is false where nobody left or was dropped within ${withinDays} days after it.${own} A warning that you heeded looks like a false alarm. Entries count by their date, also those entered later.`;
}

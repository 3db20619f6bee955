import type { Json } from '../journal/fields.ts';
import type { Settings } from '../journal/settings.ts';
import type { RemarkKind } from '../practice/remark.ts';
import type { Advice } from '../rules/advice.ts';
import { limitsSet } from '../rules/limits.ts';
import { LEVEL_NAMES, type Rule } from '../rules/rule.ts';
import { wrapped } from './finding-text.ts';
import { limitLines, limitsJson } from './limits-text.ts';
import type { Page } from './page.ts';
import { pad } from './visible.ts';

const SIDE_NAMES = {
  ours: 'Yours, looked at first',
  theirs: 'Theirs',
  economics: 'What it costs and earns',
} as const;

/** A question beside its name has so many columns; with fewer it stands below. */
const LEAST_ROOM = 24;

/** All rules and remarks, a line each, and the limits that this journal sets. */
export function rulesText(
  rules: readonly Rule[],
  remarks: readonly RemarkKind[],
  settings: Settings,
  page: Page,
): string {
  const nameWidth = Math.max(...[...rules, ...remarks].map(({ name }) => name.length)) + 2;
  const listed = ({ asks, name }: Pick<Rule, 'asks' | 'name'>): readonly string[] => {
    const room = page.width - nameWidth - 2;
    if (room < LEAST_ROOM)
      return [`  ${name}`, ...wrapped(asks, page.width - 4).map((line) => `    ${line}`)];
    const [first = '', ...rest] = wrapped(asks, room);
    return [
      `  ${pad(name, nameWidth)}${first}`,
      ...rest.map((line) => ' '.repeat(nameWidth + 2) + line),
    ];
  };
  const sides = (['ours', 'theirs', 'economics'] as const).flatMap((side) => [
    page.paint('strong', SIDE_NAMES[side]),
    ...rules.filter((rule) => rule.side === side).flatMap(listed),
    '',
  ]);
  const beside = [
    page.paint('strong', 'Remarks, which weigh nothing'),
    ...remarks.flatMap(listed),
    '',
  ];
  const own = rules.flatMap((rule) => {
    const set = setText(rule, settings);
    return set === undefined
      ? []
      : wrapped(`${rule.name}: ${set}`, page.width - 2).map((line) => `  ${line}`);
  });
  const limits =
    own.length === 0 ? [] : [page.paint('strong', 'Limits of this journal'), ...own, ''];
  return [
    ...sides,
    ...beside,
    ...limits,
    ...wrapped('One rule with its formula and limits: rel rule NAME', page.width),
    '',
  ].join('\n');
}

const kindOf = ({ side, family, holds }: Rule): string =>
  `${side}${family === undefined ? '' : `, family ${family}`}, ${holds ? 'a pattern: it must hold' : 'a fact: it acts at once'}`;

/** `warn 1 (default 2)`; undefined where nothing is set. */
function setText(rule: Rule, settings: Settings): string | undefined {
  const set = Object.entries(limitsSet(rule, settings)).map(
    ([name, value]) => `${name} ${value} (default ${rule.thresholds[name] ?? 'none'})`,
  );
  return set.length === 0 ? undefined : set.join(', ');
}

/** One rule as it explains itself, with the limits that this journal sets beside its own. */
export function ruleText(rule: Rule, settings: Settings, page: Page): string {
  const paragraph = (text: string): readonly string[] =>
    wrapped(text, page.width - 2).map((line) => `  ${line}`);
  const section = (title: string, text: string): readonly string[] => [
    '',
    page.paint('strong', title),
    ...paragraph(text),
  ];
  const set = setText(rule, settings);
  const [title = '', ...rest] = wrapped(`${rule.name}: ${rule.asks}`, page.width);
  return [
    page.paint('strong', rule.name) + title.slice(rule.name.length),
    ...rest,
    ...paragraph(kindOf(rule)).map((line) => page.paint('quiet', line)),
    ...section('Formula', rule.formula),
    '',
    page.paint('strong', 'What it takes'),
    ...limitLines(rule.limits(settings), page).map((line) => `  ${line}`),
    ...section('Limits, as the settings call them', thresholdsText(rule)),
    ...(set === undefined ? [] : section('Set in this journal', set)),
    ...section('Why', rule.why),
    '',
    page.paint('strong', 'What to do'),
    ...rule.advice.flatMap((each, index) => adviceLines(each, index + 1, page)),
    ...(rule.ofYourself === undefined ? [] : section('Ask yourself first', rule.ofYourself)),
    ...section('When it is wrong', rule.falseAlarm),
    ...section('Source', rule.source),
    '',
    page.paint(
      'strong',
      `Example: ${LEVEL_NAMES[rule.examples.flagged.level]} on ${rule.examples.flagged.asOf}`,
    ),
    ...exampleLines(rule.examples.flagged.lines),
    '',
  ].join('\n');
}

const thresholdsText = ({ thresholds }: Rule): string =>
  Object.entries(thresholds)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** One step of several, with what one could say. */
function adviceLines({ say, words }: Advice, number: number, page: Page): readonly string[] {
  const lines = [say, ...(words === undefined ? [] : [`“${words}”`])].flatMap((text) =>
    wrapped(text, page.width - 5),
  );
  return lines.map((line, index) => `  ${index === 0 ? `${number}. ` : '   '}${line}`);
}

function exampleLines(lines: string): readonly string[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => `  ${line.trim()}`);
}

export function ruleJson(rule: Rule, settings: Settings): Readonly<Record<string, Json>> {
  const {
    name,
    side,
    family = null,
    holds,
    asks,
    source,
    formula,
    thresholds,
    why,
    remedy,
    command = null,
    ofYourself = null,
    falseAlarm,
    advice,
  } = rule;
  return {
    name,
    side,
    family,
    holds,
    asks,
    source,
    formula,
    thresholds,
    set: limitsSet(rule, settings),
    why,
    remedy,
    command,
    ofYourself,
    falseAlarm,
    limits: limitsJson(rule.limits(settings)),
    advice: advice.map((each) => ({
      say: each.say,
      words: each.words ?? null,
      command: each.command ?? null,
    })),
  };
}

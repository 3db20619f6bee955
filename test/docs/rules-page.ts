import { REMARKS } from '../../src/practice/remarks.ts';
import { RULES } from '../../src/rules/index.ts';
import { type Example, LEVEL_NAMES, type Rule } from '../../src/rules/rule.ts';
import { historyFrom, type Line } from '../support/lines.ts';
import { block, code, page, table } from './markdown.ts';

const SIDES = {
  ours: ['Ours', 'Looked at first. All of them are facts.'],
  theirs: ['Theirs', 'They weigh by family, so that one habit seen twice counts once.'],
  economics: ['What it costs and earns', 'Money and toll. They never make up for conduct.'],
} as const;

export function rulesPage(): string {
  const sides = Object.entries(SIDES).flatMap(([side, [title, says]]) => [
    `## ${title}`,
    says,
    ...RULES.filter((rule) => rule.side === side).flatMap(explained),
  ]);
  return page(
    '# Rules',
    `${RULES.length} rules. Each one looks at one customer on one day and gives a level: ${levels()}, or _not enough data_, which weighs nothing. Every finding names the entries that it rests on.`,
    'A **fact** counts at once. A **pattern** is also looked at 7, 14 and 21 days back: it is serious only when two looks in a row say so, and it is relieved only by three better ones.',
    'The limits are reasoned, not fitted to what became of real customers. A journal may set its own in its `settings` line: `{"type":"settings","rules":{"respect":{"serious":3}}}`. The same texts are in the terminal: `rel rules`, `rel rule NAME`. How levels become a verdict: [verdicts.md](verdicts.md).',
    table(
      ['rule', 'asks'],
      RULES.map(({ asks, name }) => [`[${name}](#${name})`, asks]),
    ),
    ...sides,
    '## Remarks',
    'Beside the findings a review tells what the practice of selling notices and no rule does. Remarks weigh nothing: no verdict is ever another one for them. `rel review` tells the first ones of a customer, `rel why` and `--json` all of them.',
    ...REMARKS.flatMap(({ asks, name, side, source, why }) => [
      `### ${name}`,
      `**${asks}** (${SIDES[side][0].toLowerCase()})`,
      why,
      `Source: ${source}`,
    ]),
  );
}

const levels = (): string => LEVEL_NAMES.map((name, level) => `${level} ${name}`).join(', ');

function explained(rule: Rule): readonly string[] {
  const kind = rule.holds ? 'a pattern' : 'a fact';
  const family = rule.family === undefined ? '' : `, family ${rule.family}`;
  const limits = Object.entries(rule.thresholds).map(([name, value]) => code(`${name} ${value}`));
  return [
    `### ${rule.name}`,
    `**${rule.asks}** (${kind}${family})`,
    rule.formula,
    [
      `- Limits: ${limits.join(', ')}`,
      `- Why: ${rule.why}`,
      `- Remedy: ${rule.remedy}`,
      ...(rule.ofYourself === undefined ? [] : [`- Ask yourself first: ${rule.ofYourself}`]),
      `- When it is wrong: ${rule.falseAlarm}`,
      `- Source: ${rule.source}`,
    ].join('\n'),
    ...judged(rule, rule.examples.flagged),
    ...judged(rule, rule.examples.clean),
  ];
}

/** The example with what the rule really says of it. */
function judged(rule: Rule, { asOf, lines }: Example): readonly string[] {
  const read = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const { level, message } = rule.check(
    historyFrom(
      read.map((line) => JSON.parse(line) as Line),
      asOf,
    ),
  );
  const says = level === null ? 'not enough data' : LEVEL_NAMES[level];
  return [`On ${asOf}: **${says}**, “${message}”`, block('jsonl', read.join('\n'))];
}

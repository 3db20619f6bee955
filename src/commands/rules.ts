import { Command } from 'commander';
import type { World } from '../platform/world.ts';
import { REMARKS } from '../practice/remarks.ts';
import { remarkKindJson, remarkKindText } from '../render/remark-text.ts';
import { ruleJson, rulesText, ruleText } from '../render/rule-text.ts';
import { RULES } from '../rules/index.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { knownRule } from './known-rule.ts';
import { readingFrom } from './opening.ts';
import { tryLimits } from './rules-try.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
  readonly try?: readonly string[];
}

export function rulesCommand(world: World): Command {
  const command = withJournal(new Command('rules'))
    .description('the rules: what each of them asks')
    .option(
      '--try <limits...>',
      'whose verdict other limits would change, as RULE.LIMIT=VALUE; nothing is written',
    )
    .option('--json', 'as JSON')
    .action((options: Options) =>
      options.try === undefined ? rules(world, options) : tryLimits(world, options.try, options),
    );
  return withExamples(
    command,
    'rel rules',
    'rel rules --try payment.warnOpenDays=20 respect.serious=2',
    'rel rules --json',
  );
}

async function rules(world: World, { db, json }: Options): Promise<void> {
  const settings = settingsOf(world, db);
  if (json === true) {
    const all = RULES.map((rule) => ruleJson(rule, settings));
    const remarks = REMARKS.map(remarkKindJson);
    world.print(`${JSON.stringify({ schema: 1, rules: all, remarks })}\n`);
  } else world.print(rulesText(RULES, REMARKS, settings, await world.page()));
}

export function ruleCommand(world: World): Command {
  const command = withJournal(new Command('rule'))
    .description('one rule: what it asks, its source, formula, limits, remedy, and an example')
    .argument('<name>', 'as rel rules prints it')
    .option('--json', 'as JSON')
    .action(async (name: string, { db, json }: Options) => {
      const remark = REMARKS.find((each) => each.name === name.toLowerCase());
      if (remark !== undefined) {
        world.print(
          json === true
            ? `${JSON.stringify({ schema: 1, ...remarkKindJson(remark) })}\n`
            : remarkKindText(remark, await world.page()),
        );
        return;
      }
      const rule = knownRule(name);
      const settings = settingsOf(world, db);
      world.print(
        json === true
          ? `${JSON.stringify({ schema: 1, ...ruleJson(rule, settings) })}\n`
          : ruleText(rule, settings, await world.page()),
      );
    });
  return withExamples(command, 'rel rule reciprocity', 'rel rule cadence --json');
}

const settingsOf = (world: World, db: string | undefined) =>
  readingFrom(world, db, (store) => store?.settings() ?? {});

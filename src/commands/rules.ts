import { Command } from 'commander';
import type { World } from '../platform/world.ts';
import { ruleJson, rulesText, ruleText } from '../render/rule-text.ts';
import { RULES } from '../rules/index.ts';
import { withExamples } from './common.ts';
import { knownRule } from './known-rule.ts';

export function rulesCommand(world: World): Command {
  const command = new Command('rules')
    .description('the rules: what each of them asks')
    .option('--json', 'as JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      if (json === true)
        world.print(`${JSON.stringify({ schema: 1, rules: RULES.map(ruleJson) })}\n`);
      else world.print(rulesText(RULES, await world.page()));
    });
  return withExamples(command, 'rel rules', 'rel rules --json');
}

export function ruleCommand(world: World): Command {
  const command = new Command('rule')
    .description('one rule: what it asks, its source, formula, limits, remedy, and an example')
    .argument('<name>', 'as rel rules prints it')
    .option('--json', 'as JSON')
    .action(async (name: string, { json }: { readonly json?: boolean }) => {
      const rule = knownRule(name);
      world.print(
        json === true
          ? `${JSON.stringify({ schema: 1, ...ruleJson(rule) })}\n`
          : ruleText(rule, await world.page()),
      );
    });
  return withExamples(command, 'rel rule reciprocity', 'rel rule cadence --json');
}

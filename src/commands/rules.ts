import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import { nearWords } from '../grammar/likeness.ts';
import type { World } from '../platform/world.ts';
import { ruleJson, rulesText, ruleText } from '../render/rule-text.ts';
import { ruleNamed, RULES } from '../rules/index.ts';
import { withExamples } from './common.ts';

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
      const rule = ruleNamed(name);
      if (rule === undefined) throw unknownRule(name);
      world.print(
        json === true
          ? `${JSON.stringify({ schema: 1, ...ruleJson(rule) })}\n`
          : ruleText(rule, await world.page()),
      );
    });
  return withExamples(command, 'rel rule reciprocity', 'rel rule cadence --json');
}

/** What is said where no rule is called so. */
export function unknownRule(name: string): RelError {
  const near = nearWords(
    name,
    RULES.map((rule) => rule.name),
  );
  return new RelError(
    'usage',
    `there is no rule called ${name}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'see them all: rel rules',
  );
}

import type { Help } from 'commander';
import type { GROUPS, Listed } from './catalogue.ts';

/** What one types nearly every day. */
const DAILY = ['log', 'today', 'review', 'why', 'show', 'promises', 'undo'];
const INDENT = '  ';

/** The first help: what is used every day, and where all the rest is. One screen; `rel help` has a line for each. */
export function overview(commands: readonly Listed[], groups: typeof GROUPS, helper: Help): string {
  const daily = DAILY.flatMap((name) => commands.filter((each) => each.name === name));
  const named = (Object.keys(groups) as (keyof typeof GROUPS)[]).map((group) => ({
    name: groups[group],
    says: commands
      .filter((each) => each.group === group)
      .map(({ name }) => name)
      .join(', '),
  }));
  const list = (some: readonly { readonly name: string; readonly says: string }[]) => {
    const width = Math.max(...some.map(({ name }) => name.length));
    return some.map(({ name, says }) => helper.formatItem(name, width, says, helper));
  };
  return [
    'Usage: rel COMMAND [WORDS…]',
    '',
    'A journal of your customer relationships that says which to keep, and why.',
    '',
    'Every day:',
    ...list(daily.map(({ name, summary }) => ({ name, says: summary }))),
    '',
    'All commands:',
    ...list(named.filter(({ says }) => says !== '')),
    '',
    `${INDENT}rel help          what each of them does, in a line`,
    `${INDENT}rel COMMAND -h    its options, with examples`,
    `${INDENT}rel --version     which rel this is`,
    '',
  ].join('\n');
}

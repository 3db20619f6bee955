import { visible } from './visible.ts';

/** Signs that Markdown would take for its own, the bar of a table, a sign by name and the beginning of a link among them. */
const SPECIAL = /[\\`*_[\]<>|~#!]|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\.|@/gi;

/** Text of others as Markdown shows it, on one line. */
export const escaped = (text: string): string => visible(text).replace(SPECIAL, '\\$&');

/** What can be pasted, as it is. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const inside = text.startsWith('`') || text.endsWith('`') ? ` ${text} ` : text;
  return fence + inside + fence;
}

/** A table with a row for each list of cells, already written as Markdown. */
export const table = (
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

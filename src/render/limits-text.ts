import type { Json } from '../journal/fields.ts';
import { type Level, LEVEL_NAMES, type Limits } from '../rules/rule.ts';
import { wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { pad } from './visible.ts';

const LEVELS = [1, 2, 3, 4] as const satisfies readonly Level[];
const LABEL_WIDTH = 10;

/** What it takes for each level, a paragraph each. */
export function limitLines(limits: Limits, page: Pick<Page, 'width'>): readonly string[] {
  return LEVELS.flatMap((level) => {
    const takes = limits[level];
    if (takes === undefined) return [];
    const [first = '', ...rest] = wrapped(takes, Math.max(12, page.width - LABEL_WIDTH - 4));
    return [
      pad(LEVEL_NAMES[level], LABEL_WIDTH) + first,
      ...rest.map((line) => ' '.repeat(LABEL_WIDTH) + line),
    ];
  });
}

/** Null where a rule never gives that level. */
export const limitsJson = (limits: Limits): Readonly<Record<string, Json>> =>
  Object.fromEntries(LEVELS.map((level) => [LEVEL_NAMES[level], limits[level] ?? null]));

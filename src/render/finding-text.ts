import { wrapAnsi } from 'fast-wrap-ansi';
import type { Relationship } from '../journal/history.ts';
import { LEVEL_NAMES, type Level } from '../rules/rule.ts';

import type { JudgedRule } from '../verdict/judge.ts';
import type { Page, Role } from './page.ts';

/** So many entries of a finding are named where there is little room. */
export const FEW_ENTRIES = 8;

const ROLES = { 0: 'good', 1: 'quiet', 2: 'warn', 3: 'bad', 4: 'bad' } as const satisfies Record<
  Level,
  Role
>;

export const levelName = (level: Level | null): string =>
  level === null ? 'not enough data' : LEVEL_NAMES[level];
export const levelRole = (level: Level | null): Role => (level === null ? 'quiet' : ROLES[level]);

/** The short number of each entry, by its id. */
export const numbersOf = ({
  entries,
}: Pick<Relationship, 'entries'>): ReadonlyMap<string, number> =>
  new Map(entries.map(({ id, seq }) => [id, seq]));

/** The short numbers of the entries a finding rests on, the first few of them. */
export function entryNumbers(
  ids: readonly string[],
  numberOf: ReadonlyMap<string, number>,
  most: number,
): string {
  const numbers = ids.map((id) => `#${numberOf.get(id) ?? id}`);
  const more = numbers.length - most;
  return more > 0 ? `${numbers.slice(-most).join(' ')} +${more}` : numbers.join(' ');
}

/** Lines of at most `width` columns. */
export const wrapped = (text: string, width: number): readonly string[] =>
  wrapAnsi(text, width).split('\n');

/** Two blanks in, and the lines that follow two more; no line of nothing. */
export const hanging = (text: string, page: Page): readonly string[] =>
  text === ''
    ? []
    : wrapped(text, Math.max(20, page.width - 4)).map((line, index) =>
        `${index === 0 ? '  ' : '    '}${line}`.trimEnd(),
      );

export const isFinding = ({ level }: JudgedRule): boolean => level !== null && level > 0;

import { wrapAnsi } from 'fast-wrap-ansi';
import type { Relationship } from '../journal/history.ts';
import { LEVEL_NAMES, type Level } from '../rules/rule.ts';
import type { JudgedRule } from '../verdict/judge.ts';
import type { Page, Role } from './page.ts';
import { isPlain } from '../journal/ascii.ts';
import { columns } from './visible.ts';

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

/** Lines of at most `width` columns; only an address, which must stay whole to be opened, may be longer. */
export const wrapped = (text: string, width: number): readonly string[] =>
  simplyWrapped(text, width) ??
  wrapAnsi(text, width)
    .split('\n')
    .flatMap((line) =>
      columns(line) <= width || line.includes('://')
        ? [line]
        : wrapAnsi(line, width, { hard: true }).split('\n'),
    );

/** Blanks that make a difference to where a line ends: more than one, one that holds words together, one at an end. */
const SPECIAL_BLANK = / {2}|\u00a0|^ | $/;

/** The same of plain words with one blank between them, none of them longer than a line; undefined of anything else. */
function simplyWrapped(text: string, width: number): readonly string[] | undefined {
  if (!isPlain(text) || SPECIAL_BLANK.test(text)) return undefined;
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    if (word.length > width) return undefined;
    if (line !== undefined && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === undefined ? word : `${line} ${word}`;
  }
  return line === undefined ? lines : [...lines, line];
}

/** Two blanks in, and the lines that follow two more; no line of nothing. */
export const hanging = (text: string, page: Page): readonly string[] =>
  text === ''
    ? []
    : wrapped(text, Math.max(20, page.width - 4)).map((line, index) =>
        `${index === 0 ? '  ' : '    '}${line}`.trimEnd(),
      );

export const isFinding = ({ level }: JudgedRule): boolean => level !== null && level > 0;

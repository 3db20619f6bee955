import { columns } from './visible.ts';

/** Where lines of several begin and end. */
interface Margins {
  /** Blanks before the first line. */
  readonly first?: number;
  /** Blanks before the others. */
  readonly others: number;
  /** What stands at the end of a line that goes on in the next one. */
  readonly end?: string;
}

/** Lines of at most `width` columns with so many of the words as have room; a longer word stays whole. */
export function betweenWords(
  words: readonly string[],
  width: number,
  { first = 0, others, end = '' }: Margins,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = 0;
  for (const [index, word] of words.entries()) {
    const taken = columns(word) + 1;
    if (index > 0 && taken <= room) {
      line += ` ${word}`;
      room -= taken;
      continue;
    }
    if (index > 0) lines.push(line + end);
    const indent = index === 0 ? first : others;
    line = ' '.repeat(indent) + word;
    room = width - columns(end) - indent - taken + 1;
  }
  return [...lines, line];
}

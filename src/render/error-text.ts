import { isPlain } from '../journal/ascii.ts';
import type { Offer } from '../journal/error.ts';
import { betweenWords } from './between-words.ts';
import { visible } from './visible.ts';

interface Told {
  readonly message: string;
  readonly hint: string | undefined;
  readonly offers: readonly Offer[];
}

const HINT_INDENT = 5;
const COMMAND_INDENT = 7;

/**
 * What went wrong, and what to type instead, each command on a line of its own.
 * @param width columns of the terminal that shows it; undefined where no line is to be broken
 */
export function errorLines(
  { message, hint, offers }: Told,
  width: number | undefined,
): readonly string[] {
  const prose = (text: string, first: number): readonly string[] =>
    broken(text.split(' '), width, { first, others: HINT_INDENT });
  return [
    ...prose(`rel: ${visible(message)}`, 0),
    ...(hint === undefined ? [] : prose(visible(hint), HINT_INDENT)),
    ...offers.flatMap(({ means, line }) => [
      ...prose(`${means}:`, HINT_INDENT),
      ...command(visible(line), width),
    ]),
  ];
}

/** With a backslash where it goes on in the next line, so that it can be copied all the same. */
const command = (line: string, width: number | undefined): readonly string[] =>
  broken(wordsOf(line), width, { first: COMMAND_INDENT, others: COMMAND_INDENT, end: ' \\' });

/** The words of a shell: white space in quotes is in a word. */
const wordsOf = (line: string): readonly string[] =>
  line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+|\S/gu) ?? [];

/** What is not plain is left to the terminal: its width takes long to find out. */
function broken(
  words: readonly string[],
  width: number | undefined,
  margins: { readonly first: number; readonly others: number; readonly end?: string },
): readonly string[] {
  if (width === undefined || !words.every(isPlain))
    return [' '.repeat(margins.first) + words.join(' ')];
  return betweenWords(words, width, margins);
}

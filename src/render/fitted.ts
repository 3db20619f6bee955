import { columns } from './visible.ts';

const INDENT = 3;

/**
 * An answer as a terminal of `width` columns shows it without cutting words in two: what is too long goes on below,
 * indented. A command at the end of a line stays whole, so that it can be pasted. As it is where there is no terminal.
 */
export function fitted(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => (columns(line) <= width ? [line] : folded(line, width)))
    .join('\n');
}

function folded(line: string, width: number): readonly string[] {
  const [lead = ''] = /^ */.exec(line) ?? [];
  const below = ' '.repeat(Math.max(lead.length, INDENT));
  const lines: string[] = [];
  let current = lead;
  for (const word of piecesOf(line.slice(lead.length), lead !== '')) {
    const longer = current.trim() === '' ? current + word : `${current} ${word}`;
    if (current.trim() !== '' && columns(longer) > width) {
      lines.push(current);
      current = below + word;
    } else current = longer;
  }
  return [...lines, current];
}

/** What is said of an entry may end with a command; the entry itself only quotes. */
function piecesOf(text: string, mayEndWithCommand: boolean): readonly string[] {
  const at = mayEndWithCommand ? text.search(/(?<=^| )rel [a-z]/) : -1;
  return at < 0
    ? text.split(' ')
    : [...text.slice(0, at).split(' '), text.slice(at)].filter((piece) => piece !== '');
}

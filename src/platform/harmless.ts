const PLAIN = /^[\t\n -~]*$/;
/** What a terminal would obey rather than show: control characters, and what turns the direction of the text. */
const OBEYED = String.raw`\r(?!\n|$)|[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]`;
const OBEYED_ANYWHERE = new RegExp(OBEYED, 'g');
const COLOURS_OR_OBEYED = new RegExp(String.raw`(\x1b\[[\d;]*m)|${OBEYED}`, 'g');

/**
 * The last net before a terminal, for whatever reaches it as it was written by others: a table, a line of JSON, the
 * message of an error. What a terminal would obey is written out as JSON writes it.
 * @param colours whether colours stay, for text that was made visible before it was painted
 */
export function harmless(text: string, { colours }: { readonly colours: boolean }): string {
  if (PLAIN.test(text)) return text;
  return colours
    ? text.replace(
        COLOURS_OR_OBEYED,
        (character, colour: string | undefined) => colour ?? escaped(character),
      )
    : text.replace(OBEYED_ANYWHERE, escaped);
}

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

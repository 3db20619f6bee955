const PLAIN_ASCII = /^[A-Za-z0-9.,:@%+=_/-]+$/;
/** Letters that a shell takes as they are, and that a reader sees. */
const PLAIN = /^[\p{L}\p{M}\p{N}.,:@%+=_/-]+$/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** A word as a shell takes it: quoted only where it must be, and what cannot be seen written out. */
function quoted(word: string): string {
  if ((PLAIN_ASCII.test(word) || PLAIN.test(word)) && !word.startsWith('-')) return word;
  if (!UNSEEN.test(word)) return `'${word.replace(/'/g, `'\\''`)}'`;
  const escaped = Array.from(word, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(8, '0');
    return UNSEEN.test(character) ? `\\U${code}` : character;
  });
  return `$'${escaped.join('')}'`;
}

/** A customer's name in front of other words: `Harlan Supply`, or quoted where a word of it needs it. */
export function quotedName(name: string): string {
  return name.split(' ').every((word) => quoted(word) === word) ? name : quoted(name);
}

/** A word as a shell takes it: quoted only where it must be. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}.,:@%+=_/-]+$/u.test(word) && !word.startsWith('-')
    ? word
    : `'${word.replace(/'/g, `'\\''`)}'`;
}

/** A customer's name in front of other words: `Harlan Supply`, or quoted where a word of it needs it. */
export function quotedName(name: string): string {
  return name.split(' ').every((word) => quoted(word) === word) ? name : quoted(name);
}

/** Names that are ordinary, and names that somebody chose to do harm; each with a word that stands nowhere else. */
const NAMES = [
  (word) => `${word} Rentals`,
  (word) => `O'Brien & Söhne ${word}`,
  (word) => `"${word}" Ltd.`,
  (word) => `C:\\temp\\${word} x`,
  (word) => `'); DROP TABLE entry;-- ${word}`,
  (word) => `(${word}+)+$ [a-z]*`,
  (word) => `株式会社${word} 山田`,
  (word) => `🍕 ${word} 🚚`,
  (word) => `Cafe\u0301 ${word}`,
  (word) => `شركة ${word}`,
  (word) => `%s %n $1 $& ${word}`,
  (word) => `${word} ${'very-'.repeat(40)}long`,
  (word) => `${word.slice(0, 4)}-${word.slice(4)} STRASSE`,
  (word) => `__proto__ ${word}`,
];

const LETTERS = 'bcdfghjklmnpqrstvwxz';

/** A word of consonants that no text has by chance. */
export const wordFrom = (random) =>
  Array.from({ length: 10 }, () => LETTERS[random(LETTERS.length)]).join('');

/** Whom the round is about; `names()` grows with every new name. */
export function somebody(random) {
  const token = wordFrom(random);
  const named = [];
  const rename = () => {
    const name = NAMES[random(NAMES.length)](wordFrom(random));
    named.push(name);
    return name;
  };
  return {
    token,
    rename,
    names: () => named,
    get name() {
      return named.at(-1);
    },
  };
}

import { isAscii, isPlain } from '../journal/ascii.ts';
import { foldName, foldPlain } from '../journal/fold-name.ts';

/** As `foldName`, with accents taken off as well: the form in which a hurried thumb types a name. */
export function foldAccents(name: string): string {
  if (isAscii(name)) return foldPlain(name);
  // All marks of Latin letters stand in one row; to know those of all scripts takes long to prepare.
  const marks = isPlain(name) ? /[\u0300-\u036f]/gu : /\p{M}/gu;
  const bare = foldName(name).normalize('NFD').replace(marks, '').replace(/[‘’]/gu, "'");
  return bare.replace(/[øæłđı]/gu, (letter) => UNJOINED[letter] ?? letter);
}

/** Letters that no decomposition takes apart. `foldName` has already made ss of ß. */
const UNJOINED: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ı: 'i' };

function trigrams(text: string): ReadonlyMap<string, number> {
  const padded = `  ${text} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const three = padded.slice(at, at + 3);
    counts.set(three, (counts.get(three) ?? 0) + 1);
  }
  return counts;
}

/** Sørensen–Dice over trigrams, 0 (nothing shared) to 1 (the same), to one text that many are compared with. */
export function likenessTo(text: string): (other: string) => number {
  const ours = trigrams(text);
  // Padded by two before and one after, a text has one trigram more than letters.
  const most = text.length + 1;
  return (other) => {
    let shared = 0;
    for (const [three, count] of trigrams(other)) shared += Math.min(count, ours.get(three) ?? 0);
    return (2 * shared) / (most + other.length + 1);
  };
}

/** How many letters have to be put in, taken out, changed or swapped with the next, to make one word of the other. */
export function slips(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      const cell = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row.push(swapped ? Math.min(cell, (before[j - 2] ?? 0) + 1) : cell);
    }
    before = above;
  }
  return row[right.length] ?? 0;
}

/** The words most like the given one, best first, at most three, beginnings before the rest; none where nothing is near. */
export function nearWords(given: string, words: Iterable<string>): readonly string[] {
  const begins = (word: string) => given.length >= 2 && word.startsWith(given);
  const alike = likenessTo(given);
  const near = [...words].flatMap((word) => {
    const closeness = alike(word) + 1 / (1 + slips(given, word));
    const isNear = begins(word) || closeness >= NEAR;
    return isNear ? [{ word, closeness: closeness + (begins(word) ? 2 : 0) }] : [];
  });
  const best = near.sort((a, b) => b.closeness - a.closeness);
  return best.slice(0, 3).map(({ word }) => word);
}

/** One slip in a short word, two in a long one, or the same first letters. */
const NEAR = 0.5;

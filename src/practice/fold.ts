import { foldName } from '../journal/fold-name.ts';

/** A text as it is searched: case and accents folded, with the place each folded letter came from. */
export interface Folded {
  readonly text: string;
  /** Of each code unit of `text`, where in the original its letter begins; one more for the end. */
  readonly from: readonly number[];
}

/** Letters that no decomposition takes apart; those of `log`'s names. */
const UNJOINED: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ı: 'i' };
const ASCII = /^[ -~]*$/;

/** Letter by letter, so that a hit can be shown in the text as it was written. */
export function fold(original: string): Folded {
  if (ASCII.test(original)) {
    const from = Array.from({ length: original.length + 1 }, (_, index) => index);
    return { text: original.toLowerCase(), from };
  }
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const letter of original) {
    const folded = foldLetter(letter);
    from.push(...Array.from({ length: folded.length }, () => at));
    text += folded;
    at += letter.length;
  }
  return { text, from: [...from, at] };
}

function foldLetter(letter: string): string {
  if (/\s/u.test(letter)) return ' ';
  const bare = foldName(letter).normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/gu, "'");
  return UNJOINED[bare] ?? bare;
}

/** Where the words stand in the text: start and end in the original, in order, never overlapping. */
export function spansOf(
  words: readonly string[],
  original: string,
): readonly (readonly [start: number, end: number])[] {
  const { text, from } = fold(original);
  const found: [number, number][] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push([from[at] ?? 0, from[at + word.length] ?? original.length]);
    }
  }
  const merged: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

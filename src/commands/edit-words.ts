import { colonWords } from '../grammar/words.ts';

/** One thing that shall be otherwise: a field and its text (empty: to be removed), or a `:word`. */
export interface Wish {
  /** The field as it was typed, or the word without its colon. */
  readonly key: string;
  readonly text: string;
  readonly isWord?: true;
}

interface Cut {
  /** The words before the first field: who or what is meant. */
  readonly subject: readonly string[];
  readonly wishes: readonly Wish[];
}

const FIELD = /^([A-Za-z][A-Za-z-]*):([\s\S]*)$/;
const COLON_WORD = /^:([a-z-]{2,})$/;

/**
 * Cuts `12 note:they moved to Austin on:yesterday :rude` into what is meant and what is wished. The
 * text of a field runs to the next one; an argument with blanks of its own is never cut.
 * @param isField whether a word before a colon names a field of what is meant
 * @param isNamed what is meant has been said already: the first word is about it
 */
export function cutWords(
  words: readonly string[],
  isField: (key: string) => boolean,
  isNamed = false,
): Cut {
  const subject: string[] = [];
  const wishes: Wish[] = [];
  for (const word of words) {
    const [, key, text = ''] = FIELD.exec(word) ?? [];
    const last = wishes.at(-1);
    const colonWord = COLON_WORD.exec(word)?.[1];
    const begins =
      key !== undefined &&
      (isField(key) || (last === undefined && (isNamed || subject.length > 0)));
    if (begins) wishes.push({ key, text });
    else if (colonWord !== undefined && (colonWords().has(colonWord) || last === undefined))
      wishes.push({ key: colonWord, text: '', isWord: true });
    else if (last === undefined) subject.push(word);
    else wishes.splice(-1, 1, { ...last, text: `${last.text} ${word}` });
  }
  return { subject, wishes: wishes.map((wish) => ({ ...wish, text: wish.text.trim() })) };
}

/** `:rude`, `feel:-1`: as it was typed. */
export const shownWish = ({ key, text, isWord }: Wish): string =>
  isWord === true ? `:${key}${text === '' ? '' : ` ${text}`}` : `${key}:${text}`;

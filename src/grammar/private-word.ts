import { RelError } from '../journal/error.ts';

const PRIVATE = /(^|\s):private[,.;!?]*(?=\s|$)/gu;
const COLON_WORD = /^:[a-z-]{2,}[,.;!?]*$/u;

/** Takes `:private` out of what was typed, wherever it stands. */
export function withoutPrivate(text: string): {
  readonly text: string;
  readonly isPrivate: boolean;
} {
  const left = text.replace(PRIVATE, '$1').trim();
  return left === text.trim() ? { text, isPrivate: false } : { text: left, isPrivate: true };
}

/**
 * The words of a command that knows `:private` alone. Throws RelError('usage') for any other `:word`, which would end up
 * in the text instead of doing what it does in `rel log`.
 */
export function readPrivate(words: readonly string[]): {
  readonly words: readonly string[];
  readonly isPrivate: boolean;
} {
  const read = words.map((word) => withoutPrivate(word));
  const odd = words.find((word, index) => COLON_WORD.test(word) && read[index]?.isPrivate !== true);
  if (odd !== undefined) {
    throw new RelError(
      'usage',
      `${odd} is a word of rel log; here only :private is known`,
      `leave it out, or for the text: -- ${odd}; nothing was written`,
    );
  }
  return {
    words: read.flatMap(({ text, isPrivate }) => (isPrivate && text === '' ? [] : [text])),
    isPrivate: read.some(({ isPrivate }) => isPrivate),
  };
}

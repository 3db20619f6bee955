import { foldAccents } from '../grammar/likeness.ts';

/** One way to go on, and what it means. */
export interface Offer {
  readonly value: string;
  readonly means: string;
}

/** Those that begin like this, or have a word that does, in any case. */
export function beginning(typed: string, offers: readonly Offer[]): readonly Offer[] {
  const asked = foldAccents(typed);
  return offers.filter(({ value }) => {
    const plainValue = foldAccents(value);
    return plainValue.startsWith(asked) || plainValue.includes(` ${asked}`);
  });
}

export const plain = (values: readonly string[]): readonly Offer[] =>
  values.map((value) => ({ value, means: '' }));

/** The journal that the line names. */
export function dbIn(words: readonly string[]): string | undefined {
  const at = words.indexOf('--db');
  return at < 0 ? undefined : words[at + 1];
}

import { lazily } from '../journal/lazily.ts';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
]);
/** In small letters other codes are words: `500 all in`, `500 top`. */
const IN_SMALL_LETTERS = /^(eur|usd|gbp|chf)$/;

const codes = lazily(() => new Set(Intl.supportedValuesOf('currency')));

/** `€`, `EUR`, `eur`: the code of a currency; undefined for any other word. */
export function currencyOf(word: string): string | undefined {
  if (IN_SMALL_LETTERS.test(word)) return word.toUpperCase();
  return SIGNS.get(word) ?? (/^[A-Z]{3}$/.test(word) && codes().has(word) ? word : undefined);
}

export interface Sum {
  /** Still to be read. */
  readonly figures: string;
  /** The code, and how it was typed; undefined where only the figures were. */
  readonly currency: { readonly code: string; readonly typed: string } | undefined;
  readonly rest: readonly string[];
}

const FIGURE = /^\d[\d.,']*k?$/i;
const GLUED = /^(\p{Sc}|\p{L}{3})?(\d[\d.,']*k?)(\p{Sc}|\p{L}{3})?$/u;

/** The first word as a sum, with the currency on either side of it: `500`, `€500`, `500 EUR`, `EUR 500`. */
export function sumAtStart([first = '', second = '', ...others]: readonly string[]): Sum {
  const rest = second === '' ? others : [second, ...others];
  const [, before, figures = '', after] = GLUED.exec(first) ?? [];
  const glued = before ?? after;
  if (glued !== undefined) {
    const code = (before === undefined) !== (after === undefined) ? currencyOf(glued) : undefined;
    return code === undefined
      ? { figures: first, currency: undefined, rest }
      : { figures, currency: { code, typed: first }, rest };
  }
  const [word, number] = FIGURE.test(first) ? [second, first] : [first, second];
  const code = currencyOf(word);
  if (code === undefined || !FIGURE.test(number))
    return { figures: first, currency: undefined, rest };
  return { figures: number, currency: { code, typed: `${first} ${second}` }, rest: others };
}

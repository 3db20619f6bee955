const PLAIN = /^\d{1,12}(\.\d{1,2})?$/;
const GROUPED = /^\d{1,3}(,\d{3}){1,3}(\.\d{1,2})?$/;
const THOUSANDS = /^(\d{1,9}(?:\.\d{1,3})?)k$/i;

/**
 * `1200`, `1200.50`, `1,200.50`, `1.2k` in the journal's currency. Undefined for all else: `1.200` and `1,20` are
 * different sums in different countries.
 */
export function readMoney(word: string): number | undefined {
  const thousands = THOUSANDS.exec(word)?.[1];
  if (thousands !== undefined) return Math.round(Number(thousands) * 1000);
  if (PLAIN.test(word)) return Number(word);
  return GROUPED.test(word) ? Number(word.replaceAll(',', '')) : undefined;
}

/** Whether somebody meant a sum, however it is written: `1.200`, `€50`, `40eur`, but not `2nd`. */
export const looksLikeMoney = (word: string): boolean =>
  /^[^\p{L}]?\d[\d.,']*(?!(?:st|nd|rd|th)$)\D{0,3}$/iu.test(word);

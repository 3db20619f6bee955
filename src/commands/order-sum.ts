import { readMoney } from '../grammar/amounts.ts';
import { money } from '../journal/amount-words.ts';
import type { Recorded } from '../journal/entry.ts';

/** They promise to buy something. */
const ORDER =
  /^(?:to )?(?:(?:re)?(?:order|buy)\b|(?:place|sign|give) (?:[\w-]+ ){1,3}(?:order|contract|deal)\b)/i;
/** `38,000`, `38k`, `€900`, `900 EUR`, each with its figures. */
const SUM =
  /(?<![\w.,/-])(?:(?:\p{Sc}|[A-Z]{3}) ?)?(\d[\d,]*(?:\.\d{1,2})?k?)(?: ?(?:\p{Sc}|[A-Z]{3}\b))?(?![\w/-])/gu;
/** What is less, without a currency, is a number of pieces. */
const LEAST_BARE = 1000;

/**
 * An order that they have promised is money at stake once its sum stands beside it, which no word of the line can say.
 * @param promises as they were stored
 */
export const sumNotices = (promises: readonly Recorded[]): readonly string[] =>
  promises.flatMap((promise) => {
    if (promise.type !== 'promise' || promise.by === 'us' || !ORDER.test(promise.what ?? ''))
      return [];
    const sum = sumIn(promise.what ?? '');
    const asks = sum === undefined ? 'what is the order worth' : `is it worth ${money(sum)}`;
    return [`${asks}? rel edit ${promise.seq} amount:${sum ?? 'SUM'} keeps it as money at stake`];
  });

/** The one sum in the words; undefined where there is none, or more than one. */
function sumIn(words: string): number | undefined {
  const sums = [...words.matchAll(SUM)].flatMap(([whole, figures = '']) => {
    const sum = readMoney(figures) ?? 0;
    const isBare = /^\d+$/.test(whole);
    return sum === 0 || (isBare && (sum < LEAST_BARE || isYear(sum))) ? [] : [sum];
  });
  return sums.length === 1 ? sums[0] : undefined;
}

const isYear = (sum: number): boolean => sum >= 1970 && sum <= 2200;

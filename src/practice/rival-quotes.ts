import { among, isTwoWay, type Touch } from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import { hasSubject } from '../rules/routine.ts';

const YEAR = 365;

/**
 * The days of a year on which our price was held against somebody else's, one entry each: price came up with a
 * competitor, or they came with a quote.
 */
export function rivalQuotes({ asOf, fresh }: History): readonly Touch[] {
  const all = lately(fresh.of(isRivalQuote), asOf, YEAR);
  return all.filter(({ on }, index) => all[index + 1]?.on !== on);
}

const isRivalQuote = among(hasSubject, (entry): entry is Touch => {
  if (!isTwoWay(entry) || !(entry.about ?? []).includes('price')) return false;
  const { signals = [] } = entry;
  return signals.includes('competitor') || (entry.type === 'heard' && signals.includes('quote'));
});

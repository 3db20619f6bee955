/** More than a day is a typing error, not a conversation. */
export const LONGEST_MINUTES = 1440;

const MINUTES = /^(\d+)m(in|ins|inutes?)?$/i;
const HOURS = /^(\d+(?:\.\d+)?)h(rs?|ours?)?$/i;
const BOTH = /^(\d+)h(?:rs?)?(\d{1,2})m?(?:in)?$/i;

/** `40m 40min 1h 1.5h 1h30m 2hrs` in minutes; `m` is always minutes. Undefined where the word is no duration at all. */
export function readMinutes(word: string): number | undefined {
  // Asked of every word, most of which are none.
  if (!beginsWithDigit(word)) return undefined;
  const minutes = MINUTES.exec(word)?.[1];
  if (minutes !== undefined) return Number(minutes);
  const [, whole, part] = BOTH.exec(word) ?? [];
  if (whole !== undefined) return Number(part) < 60 ? Number(whole) * 60 + Number(part) : undefined;
  const hours = HOURS.exec(word)?.[1];
  return hours === undefined ? undefined : Math.round(Number(hours) * 60);
}

/**
 * A length in two words or more: `30 min`, `1 hour 15 minutes`, `half an hour`; how many of the words say it.
 * @param words in lower case, without signs
 */
export function lengthAt(
  words: readonly string[],
): { readonly minutes: number; readonly taken: number } | undefined {
  const half = /^half (?:an )?hour(?= |$)/.exec(words.slice(0, 3).join(' '))?.[0];
  if (half !== undefined) return { minutes: 30, taken: half.split(' ').length };
  const [count = '', unit = '', ...others] = words;
  if (!/^(?:\d+(?:\.\d+)?|an?|one|two|three|four)$/.test(count) || !UNIT.test(unit))
    return undefined;
  const number = NUMBERS[count] ?? Number(count);
  if (unit.startsWith('m')) return { minutes: Math.round(number), taken: 2 };
  const rest = MINUTES.test(others.slice(0, 2).join('')) ? Number(others[0]) : 0;
  return { minutes: Math.round(number * 60) + rest, taken: rest > 0 ? 4 : 2 };
}

const UNIT = /^(?:m|min|mins|minutes?|h|hrs?|hours?)$/;
const NUMBERS: Readonly<Partial<Record<string, number>>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
};

const beginsWithDigit = (word: string): boolean => word >= '0' && word < ':';

/** Minutes as one says them: `40 min`, `2 h`, `1 h 30 min`. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${Number(rest.toFixed(2))} min`;
}

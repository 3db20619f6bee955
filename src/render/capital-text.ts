import { counted } from '../journal/counted.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import { SIZES } from '../journal/vocabulary.ts';
import type { Capital } from '../practice/capital.ts';
import type { Reasoning } from '../practice/reasoning.ts';
import { duration } from '../journal/amount-words.ts';
import { entryText } from './entry-text.ts';
import { hanging } from './finding-text.ts';
import { waitingWords } from './freed-text.ts';
import type { Page } from './page.ts';
import { percent } from './review-page.ts';

const LARGE_MOST = 3;
const NUMBERS_MOST = 6;

/** A line for each of the three that can be spent: time, credit with our own people, favours. */
export function capitalLines(
  { capital, freed, meanwhile }: Pick<Reasoning, 'capital' | 'freed' | 'meanwhile'>,
  page: Page,
): readonly string[] {
  const { covered, large, minutes, talks, timeShare, tries } = capital;
  if (minutes === 0) return [];
  const share = timeShare === null ? '' : `, ${percent(timeShare)} of all your time`;
  const tried = tries === 0 ? '' : `, ${counted(tries, 'try', 'tries')}`;
  const shown = large.slice(-LARGE_MOST);
  return [
    `time: ${duration(minutes)}${share}: ${counted(talks, 'talk')}${tried}`,
    // Where walking away is the question, it was said there.
    ...(meanwhile.length === 0 || freed !== undefined
      ? []
      : [`meanwhile: ${waitingWords(meanwhile)}`]),
    ...(covered.length === 0
      ? []
      : [
          `credit: you covered for them ${covered.length === 1 ? 'once' : `${covered.length} times`}  ${covered.map(({ seq }) => `#${seq}`).join(' ')}`,
        ]),
    ...favourTexts(capital),
    ...shown.map((entry) => `#${entry.seq} ${favourText(entry, capital)}`),
    ...(large.length > LARGE_MOST ? [`${large.length - LARGE_MOST} more before these`] : []),
  ].flatMap((line) => hanging(line, page));
}

function favourText(entry: Capital['large'][number], { benchmarks }: Capital): string {
  if (entry.private === true) return 'private';
  const benchmark = benchmarks[entry.id];
  return `${entryText(entry)}${benchmark === undefined ? '' : `: ${soonerText(benchmark)}`}`;
}

/** `87 days sooner than usual`. */
function soonerText({ usual, took }: Capital['benchmarks'][string]): string {
  const days = Math.abs(usual - took);
  if (days === 0) return 'as long as usual';
  const [count, unit] = days < 1 ? [days * 24, 'hour'] : [days, 'day'];
  const difference = counted(Number(count.toFixed(1)), unit);
  return `${difference} ${took < usual ? 'sooner' : 'later'} than usual`;
}

const OWES: Readonly<Record<Capital['owes'], string>> = {
  them: '; you may ask for something',
  us: '; it is your turn',
  nobody: '',
};

function favourTexts({ favours, gave, got, owes }: Capital): readonly string[] {
  if (favours.gave.length + favours.got.length === 0) return [];
  const [ours, theirs] = [sizesText(gave), sizesText(got)];
  const numbers = { gave: numbersIn(favours.gave), got: numbersIn(favours.got) };
  return [
    `favours: you gave ${ours}${numbers.gave}, they gave ${theirs}${numbers.got}${OWES[owes]}`,
  ];
}

/** ` #8 #9`, the last ones. */
function numbersIn(entries: readonly Recorded[]): string {
  const more = entries.length - NUMBERS_MOST;
  const shown = entries.slice(-NUMBERS_MOST).map(({ seq }) => ` #${seq}`);
  return `${shown.join('')}${more > 0 ? ` +${more}` : ''}`;
}

/** `5 (2 l, 3 s)`. */
function sizesText(sizes: Capital['gave']): string {
  const all = SIZES.reduce((sum, size) => sum + sizes[size], 0);
  const each = SIZES.toReversed().filter((size) => sizes[size] > 0);
  return all === 0 ? '0' : `${all} (${each.map((size) => `${sizes[size]} ${size}`).join(', ')})`;
}

export const capitalJson = (capital: Capital): Readonly<Record<string, Json>> => ({
  ...capital,
  benchmarks: Object.fromEntries(
    Object.entries(capital.benchmarks).map(([id, benchmark]) => [id, { ...benchmark }]),
  ),
  gave: { ...capital.gave },
  got: { ...capital.got },
  favours: {
    gave: capital.favours.gave.map(({ id }) => id),
    got: capital.favours.got.map(({ id }) => id),
  },
  large: capital.large.map(({ id }) => id),
  covered: capital.covered.map(({ id }) => id),
});

import { counted } from '../journal/counted.ts';
import type { Json } from '../journal/fields.ts';
import { SIZES } from '../journal/vocabulary.ts';
import type { Capital } from '../practice/capital.ts';
import { duration } from '../journal/amount-words.ts';
import { entryText } from './entry-text.ts';
import { hanging } from './finding-text.ts';
import type { Page } from './page.ts';
import { percent } from './review-page.ts';

const LARGE_MOST = 3;

/** A line for each of the three that can be spent: time, credit with our own people, favours. */
export function capitalLines(capital: Capital, page: Page): readonly string[] {
  const { covered, large, minutes, talks, timeShare, tries } = capital;
  if (minutes === 0) return [];
  const share = timeShare === null ? '' : `, ${percent(timeShare)} of all your time`;
  const tried = tries === 0 ? '' : `, ${counted(tries, 'try', 'tries')}`;
  const shown = large.slice(-LARGE_MOST);
  return [
    `time: ${duration(minutes)}${share}: ${counted(talks, 'talk')}${tried}`,
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

function favourTexts({ gave, got, owes }: Capital): readonly string[] {
  const [ours, theirs] = [sizesText(gave), sizesText(got)];
  if (ours === '0' && theirs === '0') return [];
  return [`favours: you gave ${ours}, they gave ${theirs}${OWES[owes]}`];
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
  large: capital.large.map(({ id }) => id),
  covered: capital.covered.map(({ id }) => id),
});

import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import { isOccasion, isTouch, isTwoWay, type Recorded, type Touch } from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import { CHANNELS, type Side } from '../journal/vocabulary.ts';
import { by } from '../verdict/came-of-it.ts';
import { isBashing, isFlattering } from '../journal/providers.ts';
import { failuresOf } from './failures.ts';
import { keptRate } from './kept-rates.ts';
import { forecastWords, nextOnTheList } from './next-on-the-list.ts';
import { isDiscount, isUnasked } from './unasked.ts';

/** So far back rudeness, favours and concessions, and incidents are counted, as their rules do. */
export const RUDE_DAYS = 180;
export const YEAR_DAYS = 365;
export const INCIDENT_DAYS = 730;
/** So soon after it a try by another way goes with the one before. */
const PAIR_DAYS = 3;

/**
 * What a new entry adds up to, the reward for having logged it: the one count that it moves most. Empty where nothing
 * adds up yet.
 * @param promises those given with it
 * @param history with all of them in it
 * @param talks how many there were, with this one, should it be one
 */
export function talliesOf(
  entry: Recorded,
  promises: readonly Recorded[],
  history: History,
  talks = history.ever.twoWay.length,
): readonly string[] {
  const tallies = [
    rudeTally(entry, history),
    listTally(entry, history),
    untoldTally(entry, history),
    toldTally(entry, history),
    incidentTally(entry, history),
    ...sidesOf(promises).map((side) => promiseTally(side, entry, history)),
    favourTally(entry, history),
    discountTally(entry, history),
    triesTally(entry, history),
    talkTally(entry, history, talks),
  ];
  return tallies.flatMap((tally) => tally ?? []).slice(0, 1);
}

const sidesOf = (promises: readonly Recorded[]): readonly Side[] => [
  ...new Set(promises.flatMap((each) => (each.type === 'promise' ? [each.by] : []))),
];

function rudeTally(entry: Recorded, { asOf, ever }: History): string | undefined {
  if (!isOccasion(entry) || entry.rude !== true) return undefined;
  const rude = lately(ever.occasions, asOf, RUDE_DAYS).filter((each) => each.rude === true);
  const days = new Set(rude.map(({ on }) => on)).size;
  return `rude on ${counted(days, 'day')} of the last ${RUDE_DAYS}`;
}

/** Said while there is still no order of theirs. */
function listTally(entry: Recorded, history: History): string | undefined {
  if (history.standing.stage !== 'prospect') return undefined;
  if (!isBashing(entry) && !isFlattering(entry)) return undefined;
  const forecast = nextOnTheList(history);
  return forecast === undefined ? undefined : forecastWords(forecast);
}

/** A mistake of ours that was found without them. */
function untoldTally(entry: Recorded, { ever }: History): string | undefined {
  if (entry.type !== 'work' || (entry.fault !== 'us' && entry.fault !== 'both')) return undefined;
  const isLater = ({ on, seq }: Recorded): boolean =>
    on > entry.on || (on === entry.on && seq > entry.seq);
  if (ever.touches.some(isLater)) return undefined;
  return 'they do not know it from you yet: ring them before they find it';
}

/** The talk in which they heard what we had found: one failure, not another one. */
function toldTally(entry: Recorded, history: History): string | undefined {
  if (!isTouch(entry) || (entry.fault !== 'us' && entry.fault !== 'both')) return undefined;
  const told = failuresOf(history).find((each) => each.told === entry && each.entry !== entry);
  if (told === undefined) return undefined;
  const { days, minutes } = told;
  if (days > 0) return `they know now, ${counted(days, 'day')} after you found it`;
  return minutes === undefined
    ? 'they know now, on the day you found it'
    : `they know now, ${minutes} min after you found it`;
}

function incidentTally(entry: Recorded, { asOf, ever }: History): string | undefined {
  if (!isOccasion(entry) || entry.fault === undefined) return undefined;
  const incidents = lately(ever.occasions, asOf, INCIDENT_DAYS).filter(
    ({ fault }) => fault !== undefined,
  );
  const of = (who: string) => incidents.filter(({ fault }) => fault === who).length;
  return `${counted(incidents.length, 'incident')} in two years: ${of('them')} theirs, ${of('us')} ours, ${of('both')} shared`;
}

function promiseTally(
  side: Side,
  { customer }: Recorded,
  { ourPromises, theirPromises }: History,
): string | undefined {
  const { kept, overdue, settled } = keptRate(side === 'us' ? ourPromises : theirPromises);
  if (settled === 0) return undefined;
  const who = side === 'us' ? `you keep` : `${customer} keeps`;
  return `${who} ${kept} of ${settled} promises${overdue > 0 ? `, ${overdue} overdue` : ''}`;
}

function favourTally(entry: Recorded, { asOf, ever }: History): string | undefined {
  if (!('gave' in entry || 'got' in entry)) return undefined;
  const year = lately(ever.occasions, asOf, YEAR_DAYS);
  const gave = year.flatMap((each) => each.gave ?? []).length;
  const got = year.flatMap((each) => each.got ?? []).length;
  return `favours in a year: you gave ${gave}, they gave ${got}`;
}

function discountTally(entry: Recorded, { asOf, ever }: History): string | undefined {
  if (!isDiscount(entry)) return undefined;
  const given = lately(ever.occasions, asOf, YEAR_DAYS).filter(isDiscount);
  const unasked = isUnasked(entry, ever.touches)
    ? '; nobody had raised the price (if they did: :price)'
    : '';
  return `${counted(given.length, 'discount')} in a year${unasked}`;
}

function triesTally(entry: Recorded, { ever }: History): string | undefined {
  if (entry.type !== 'tried') return undefined;
  const lastTalk = ever.touches.findLastIndex(isTwoWay);
  const tries = ever.touches.slice(lastTalk + 1).filter(({ type }) => type === 'tried');
  const [first] = tries;
  const counts = tries.some(({ id }) => id === entry.id);
  if (first === undefined || tries.length < 2 || !counts) return undefined;
  const ways = CHANNELS.filter((way) => tries.some(({ channel }) => channel === way));
  return `${tries.length} tries${by(ways)} since ${spokenDay(first.on)}, nobody reached${otherWay(entry, tries)}`;
}

/** One more attempt, by another way than the one that was not answered just before. */
function otherWay(entry: Recorded, tries: readonly Touch[]): string {
  const at = tries.findIndex(({ id }) => id === entry.id);
  const [before, now] = [tries[at - 1], tries[at]];
  if (before?.channel === undefined || now?.channel === undefined) return '';
  if (before.channel === now.channel || now.on - before.on > PAIR_DAYS) return '';
  return ` (${now.channel} after ${before.channel} #${before.seq})`;
}

function talkTally(
  entry: Recorded,
  { ever: { twoWay } }: History,
  talks: number,
): string | undefined {
  if (!isTwoWay(entry)) return undefined;
  const before = twoWay[twoWay.findIndex(({ id }) => id === entry.id) - 1];
  if (before === undefined || before.on >= entry.on) return undefined;
  const days = entry.on - before.on;
  return `${talks} talks so far, the last one ${days === 1 ? 'a day' : `${days} days`} before`;
}

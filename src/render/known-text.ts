import { counted } from '../journal/counted.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import type { Known } from '../practice/people-known.ts';
import { personText } from './card-text.ts';

/** `Dana: buyer, decides, wants to win: fewer suppliers; 12 talks, the last on 3 Nov 2026`. */
export function knownText({ card, lastTalk, name, talks }: Known): string {
  const who = card === undefined ? `${name}: no card, only named` : personText(card);
  const talked =
    lastTalk === undefined
      ? 'never talked to'
      : `${counted(talks, 'talk')}, the last on ${spokenDay(lastTalk)}`;
  return `${who}${who.includes(':') ? '; ' : ': '}${talked}`;
}

const YEAR = 365;

/** What there is of a relationship beside its best contact: who else, who wishes you well, for how long. */
export function circleText(
  people: readonly Known[],
  since: Day | undefined,
  asOf: Day,
): readonly string[] {
  const years = since === undefined ? 0 : Math.floor((asOf - since) / YEAR);
  const lately = people.filter(({ lastTalk }) => lastTalk !== undefined && asOf - lastTalk <= YEAR);
  const well = people.filter(({ card }) => card?.wellWisher === true);
  const known = counted(people.length, 'person', 'people');
  const time = years === 0 ? '' : ` in ${counted(years, 'year')}`;
  return [
    people.length === 0
      ? 'Nobody there is known by name.'
      : `${known} known${time}, ${lately.length === 0 ? 'none' : lately.length} talked to in the last year.`,
    ...(people.some(({ card }) => card?.decides === true) ? [] : ['Who decides is not known.']),
    wellWishers(well.map(({ name }) => name)),
  ];
}

function wellWishers(names: readonly string[]): string {
  const [only] = names;
  if (only === undefined) return 'Nobody is known to wish you well.';
  return names.length === 1
    ? `Only ${only} is known to wish you well: if ${only} goes, nobody is left.`
    : `${names.length} wish you well: ${names.join(', ')}.`;
}

import { counted } from '../journal/counted.ts';
import { spokenDay } from '../journal/days.ts';
import type { Decider } from '../practice/rebuild/deciders.ts';
import type { OnceGood } from '../practice/rebuild/once-good.ts';
import type { RebuildPage, Way } from '../practice/rebuild/page.ts';
import type { Worth } from '../practice/rebuild/worth.ts';
import type { Incident } from '../practice/troubles.ts';
import { money } from '../journal/amount-words.ts';
import { type Page, sign } from './page.ts';
import { quotedName } from './quoted.ts';
import { openNote } from './rebuild-words.ts';
import { cut, visible } from './visible.ts';

interface Ground {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What went wrong on both sides, what was good before, who decides, and whether it is worth it. */
export function groundLines(rebuild: RebuildPage, page: Page): readonly Ground[] {
  const { deciders, good, troubles, way, worth } = rebuild;
  const { name } = way.regarded.relationship.customer;
  return [
    {
      title: 'What went wrong',
      lines: [...leavingLines(way, page), ...troubles.flatMap((each) => troubleLines(each, page))],
    },
    { title: 'Once good', lines: good === undefined ? [] : goodLines(good, page) },
    {
      title: 'Who decides',
      lines:
        deciders.length > 0
          ? deciders.map(deciderText)
          : [
              'nobody knows',
              `  ${sign(page).arrow} rel add person --decides --at ${quotedName(name)}`,
            ],
    },
    { title: 'Worth it?', lines: worth === undefined ? [] : worthLines(worth) },
  ];
}

/** What they said when they left: it stays in sight, and never is the last word. */
function leavingLines({ broken }: Way, page: Page): readonly string[] {
  if (broken === undefined || broken.kind === 'failure') return [];
  const { on, seq, type } = broken.entry;
  const note = openNote(broken.entry);
  if (note === undefined) return [];
  const who = type === 'lost' ? 'they left' : 'you dropped them';
  return [`${who}, ${spokenDay(on)} #${seq}`, noteLine(note, page)];
}

const noteLine = (note: string, page: Page): string =>
  `${NOTE}${cut(`“${visible(note)}`, page.width - NOTE.length - 1, sign(page).ellipsis)}”`;

const WHOSE = {
  ours: 'ours',
  theirs: 'theirs',
  shared: 'on both sides',
  unknown: 'nobody knows whose',
};
const STATES = { continuing: 'still happening', unsettled: 'not settled', past: 'past' };

/** `delivery: ours, twice, the last 21 May 2024, harm 3 of 3: not settled #2 #3`. */
function troubleLines(
  { entries, harm, kind, last, mended, state, times, whose }: Incident,
  page: Page,
): readonly string[] {
  const how = harm === null ? '' : `, harm ${harm} of 3`;
  const now = mended === null ? STATES[state] : `accepted as mended ${spokenDay(mended)}`;
  const numbers = entries.slice(-MOST_ENTRIES).map(({ seq }) => `#${seq}`);
  const when = times === 1 ? spokenDay(last) : `${times} times, the last ${spokenDay(last)}`;
  const latest = entries.at(-1);
  const note = latest && openNote(latest);
  return [
    `${visible(kind)}: ${WHOSE[whose]}, ${when}${how}: ${now} ${numbers.join(' ')}`,
    ...(note === undefined ? [] : [noteLine(note, page)]),
  ];
}

const MOST_ENTRIES = 4;
/** Of a note; the lines of a section keep it. */
const NOTE = '      ';
const DAYS_OF_YEAR = 365.25;
const MOST_YEARS = 6;

function goodLines(good: OnceGood, page: Page): readonly string[] {
  const { firstOrder, gave, income, kept, strengths, tenureDays } = good;
  const years = Math.floor(tenureDays / DAYS_OF_YEAR);
  const together = years > 0 ? counted(years, 'year') : counted(tenureDays, 'day');
  const { dot } = sign(page);
  const earned = income.slice(-MOST_YEARS).map(({ amount, year }) => `${year} ${money(amount)}`);
  const words = [
    ...(kept.ours.settled > 0
      ? [`you kept ${kept.ours.kept} of ${counted(kept.ours.settled, 'promise')}`]
      : []),
    ...(kept.theirs.settled > 0
      ? [`they kept ${kept.theirs.kept} of ${counted(kept.theirs.settled, 'promise')}`]
      : []),
  ];
  return [
    firstOrder === null
      ? `${together} together, no order written down`
      : `first order ${spokenDay(firstOrder)}: ${together} together`,
    ...(earned.length > 0 ? [`income ${earned.join(` ${dot} `)}`] : []),
    ...(words.length > 0 ? [`by ${spokenDay(good.until)} ${words.join(', ')}`] : []),
    ...(gave > 0 ? [`${counted(gave, 'favour')} from you`] : []),
    ...strengths.filter(({ kind }) => kind !== 'promises').map(({ says }) => says),
  ];
}

function deciderText({ knowsWin, person, personal, talks }: Decider): string {
  const role = person.role === undefined ? '' : ` (${person.role})`;
  const known = `${counted(talks, 'talk')}, ${personal === 0 ? 'none' : personal} of them personal`;
  const win = knowsWin ? `wants to win: ${person.win ?? ''}` : 'what they want to win is not known';
  return visible(`${person.name}${role}: ${known}; ${win}`);
}

function worthLines({ cost, minutes, overspent, yearly }: Worth): readonly string[] {
  const worth = yearly === null ? 'worth unknown' : `${money(yearly)} a year`;
  const spent = `${hours(minutes)} since it broke`;
  const price = cost === null ? '' : `, worth ${money(cost)} elsewhere`;
  return [
    `${worth} against ${spent}${price}`,
    ...(overspent
      ? ['more has gone in than a year of theirs brings: more of it will not pay']
      : []),
  ];
}

function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (whole === 0) return `${rest} min`;
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
}

import type { Day } from '../journal/days.ts';
import { CHANNELS } from '../journal/vocabulary.ts';
import { readWeekday } from './calendar-words.ts';
import { type Contact, contacts } from './contacts.ts';
import type { Doubt, NoteBeginning } from './doubt.ts';
import { lengthAt, readMinutes } from './durations.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';
import { nameIn, spelled, withoutComma, withoutSign } from './spelled.ts';
import { type Then, whenAt } from './told-days.ts';

/** Without one of these among its first words, or a number, a note tells neither how, when nor how long. */
const TELLING = listed(
  'met saw visited toured caught went drove rode flew walked travelled traveled stopped dropped swung popped looked came called ' +
    'lunch breakfast coffee coffees tea beer beers drink drinks pint dinner golf zoom teams video skype webex google demo ' +
    'presentation workshop walkthrough walk-through site office plant yard person fair ran bumped visit meeting text chat letter email event was been sent emailed e-mailed mailed wrote discussed reviewed negotiated presented ' +
    "yesterday yesterday's last other weekend ago couple few day half hour hours",
);
/** These do at the beginning alone. */
const TELLING_FIRST = listed('in at on back for about');
const OPENING = listed("i we i've we've just also again so ok yes well");
const BETWEEN = listed(
  'him her them he she they again back with to and at for about by the phone mobile',
);
/** Behind one of these a day is that of something else. */
const NOT_THEN = listed(
  'about for of by until till from since before after due next this per every each and or to',
);
const MOST_BETWEEN = 5;

/** What is told of the contact itself: how, when and for how long, each in words that no head has. */
interface Told {
  readonly contact: Contact | undefined;
  readonly days: readonly Then[];
  readonly minutes: number | undefined;
  /** So many words of the note say it; those `at` these places are not told anywhere else. */
  readonly end: number;
  readonly kept: readonly number[];
  /** So many are the contact alone, with what stands before it. */
  readonly own: number;
}

/** `met ray at the site`, `spoke to ray on friday`, `last week call`, `30 minutes on the phone`. */
export function circumstances(beginning: NoteBeginning): Doubt | undefined {
  const { words } = beginning;
  if (!isAmong(TELLING_FIRST, words[0]?.toLowerCase() ?? '') && !words.some(isTelling))
    return undefined;
  const said = spelled(beginning);
  const told = toldIn(said, beginning.today);
  return told === undefined ? undefined : doubtOf(beginning, said, told);
}

function isTelling(word: string): boolean {
  if (word >= '0' && word < ':') return true;
  const plain = withoutSign(word).toLowerCase();
  return isAmong(TELLING, plain) || readWeekday(plain.replace(/['’]s$/, '')) !== undefined;
}

function toldIn(said: readonly string[], today: Day): Told | undefined {
  const opening = said.findIndex((word) => !isAmong(OPENING, withoutComma(word)));
  if (opening < 0) return undefined;
  const first = whenAt(said, opening, today);
  const long = lengthIn(said, opening);
  const begins = opening + (first?.taken ?? long?.taken ?? 0);
  const contact =
    (first === undefined ? undefined : channelAt(said, begins)) ?? contactAt(said, begins);
  const behind = begins + (contact?.taken ?? 0);
  if (contact === undefined) {
    const isAll =
      begins === said.length || isLoose(said[begins] ?? '') || said[begins - 1]?.endsWith(',');
    if (isAmong(MEASURES, withoutComma(said[begins] ?? ''))) return undefined;
    if (long === undefined && (first === undefined || isAll !== true)) return undefined;
    return {
      contact: undefined,
      days: first?.days ?? [],
      minutes: long?.minutes,
      end: begins,
      kept: [],
      own: 0,
    };
  }
  const rest = first === undefined ? whenBehind(said, behind, contact.told, today) : undefined;
  const isTold = contact.told.channels.length > 0 && contact.told.isWritten !== true;
  const lasted = long ?? lengthIn(said, behind) ?? (isTold ? shortLength(said[behind]) : undefined);
  const ends = Math.max(
    behind,
    rest?.end ?? 0,
    long === undefined && lasted !== undefined ? behind + lasted.taken : 0,
  );
  const days = first?.days ?? rest?.days ?? [];
  if (days.length === 0 && lasted === undefined && !isTold) return undefined;
  const kept = rest === undefined ? [] : rest.between;
  return {
    contact: contact.told,
    days,
    minutes: lasted?.minutes,
    end: ends,
    kept,
    own: first === undefined && long === undefined ? behind : 0,
  };
}

/** Behind a length these are no talk: "two hours late", "20 minutes from the site". */
const MEASURES = listed(
  'late early later away from of before after behind ago short delay delayed overdue too over more less longer drive daily notice',
);

/** What may follow a day or a length that is told of a contact without a word for it. */
const isLoose = (word: string): boolean => /^(?:with|w\/|about|re|on)$/.test(withoutComma(word));

function contactAt(said: readonly string[], at: number) {
  const text = said.slice(at).join(' ');
  if (text === '') return undefined;
  const first = withoutComma(said[at] ?? '');
  for (const told of contacts()) {
    const found = told.mayBegin(first) ? told.pattern().exec(text)?.[0] : undefined;
    if (found !== undefined) return { told, taken: withWhom(said, at, found) };
  }
  return undefined;
}

/** "Wednesday's meeting": behind a day the word is the contact. */
function channelAt(said: readonly string[], at: number) {
  const word = withoutComma(said[at] ?? '');
  const channel = CHANNELS.find((each) => each === word);
  if (channel === undefined) return undefined;
  const told: Contact = { channels: channel === 'call' ? [] : [channel] };
  return { told, taken: withWhom(said, at, word) };
}

/** How many words tell it, whom it was with among them. */
function withWhom(said: readonly string[], at: number, found: string): number {
  const told = found.trim().split(' ').length;
  const next = at + told;
  let end = /^(?:with|w\/)$/.test(said[next] ?? '') ? next + 1 : next;
  if (said[next - 1]?.endsWith(',') === true || said[end]?.startsWith(KNOWN) !== true) return told;
  while (said[end] === KNOWN && said[end + 1]?.startsWith(KNOWN) === true) end += 1;
  return end + 1 - at;
}

function lengthIn(said: readonly string[], at: number) {
  const skipped = /^(?:for|about|approx|~)$/.test(said[at] ?? '') ? 1 : 0;
  const found = lengthAt(said.slice(at + skipped).map(withoutComma));
  return found === undefined ? undefined : { minutes: found.minutes, taken: skipped + found.taken };
}

/** `45m`: behind "lunch" a length, behind "discussed" so much rope. */
function shortLength(word = '') {
  const minutes = readMinutes(withoutComma(word)) ?? 0;
  return minutes > 0 ? { minutes, taken: 1 } : undefined;
}

/** A day behind a contact: at once, or where what stands between belongs to the contact and the day ends it. */
function whenBehind(said: readonly string[], behind: number, { isName }: Contact, today: Day) {
  const isOver = isName === true || said[behind - 1]?.endsWith(',') === true;
  const last = Math.min(said.length - 1, behind + (isOver ? 0 : MOST_BETWEEN));
  for (let at = behind; at <= last; at += 1) {
    if (at > behind && said[at - 1]?.endsWith(',') === true) return undefined;
    const found = isAmong(NOT_THEN, said[at - 1] ?? '') ? undefined : whenAt(said, at, today);
    if (found?.isOwner === true) return undefined;
    if (found === undefined) continue;
    const end = at + found.taken;
    const between = said.slice(behind, at);
    const isOwn =
      isName !== true && between.every((word) => isAmong(BETWEEN, word) || word.startsWith(KNOWN));
    const isLast = end === said.length || said[end - 1]?.endsWith(',') === true;
    if (!isOwn && !isLast) return undefined;
    return { days: found.days, end, between: Array.from(between, (_, nth) => behind + nth) };
  }
  return undefined;
}

function doubtOf({ words, people }: NoteBeginning, said: readonly string[], told: Told): Doubt {
  const { contact, days, minutes, end } = told;
  const name = nameIn(words.slice(0, end), said.slice(0, end), people);
  const kept = told.kept
    .filter((at) => !name.at.includes(at))
    .map((at) => withoutSign(words[at] ?? ''));
  const isAllSaid = said.slice(0, told.own).every((word) => isPlain(withoutComma(word)));
  const length = minutes === undefined ? '' : `${minutes}m`;
  const direction = contact?.isTheirs === true ? 'in' : '';
  const channels = contact?.channels ?? [];
  const readings = (days.length === 0 ? [undefined] : days).flatMap((day) =>
    (channels.length === 0 ? [undefined] : channels).map((channel) => ({ day, channel })),
  );
  const all = readings.map(({ day, channel }): Doubt => ({
    words: words.slice(0, end).join(' '),
    means: meaning(day, channel, direction !== '', minutes),
    head: [direction, day?.head ?? '', length].filter((part) => part !== '').join(' '),
    channel,
    person: name.written,
    kept: isAllSaid ? kept : [],
    replaces: isAllSaid ? end : 0,
    settledBy: day === undefined ? (channel === undefined ? 'minutes' : 'way') : 'day',
  }));
  return all.reduceRight((or, doubt) => ({ ...doubt, or }));
}

/** Nothing of it is missing once it is said by words of the line; of "great meeting" something would be. */
const isPlain = (word: string): boolean =>
  word.startsWith(KNOWN) || isAmong(OPENING, word) || isAmong(PLAIN, word);

const PLAIN = listed(
  'met saw visited spoke talked called phoned rang had call visit meeting email text chat with to w/ him her them sent emailed up',
);

const MET: Readonly<Partial<Record<string, string>>> = {
  visit: 'at their place or yours',
  meeting: 'in a room or on a screen',
  event: 'at a table, a fair or a game',
};

function meaning(
  day: Then | undefined,
  channel: string | undefined,
  isTheirs: boolean,
  minutes: number | undefined,
): string {
  if (isTheirs) return 'they came';
  const how = channel === undefined ? undefined : (MET[channel] ?? `by ${channel}`);
  const when = day?.means ?? (minutes === undefined ? undefined : 'it lasted so long');
  return [how, when].filter((part) => part !== undefined).join(', ');
}

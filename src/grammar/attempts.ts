import type { Channel, Outcome } from '../journal/vocabulary.ts';
import { type Doubt, nobodyReached, type NoteBeginning } from './doubt.ts';
import { readWeekday } from './calendar-words.ts';
import { isBeside, isJoining, isPronoun, type Lead, leadOf, slippedLead } from './lead.ts';
import { isAmong, listed } from './listed.ts';
import { outcomeMeant } from './slipped-words.ts';
import { nameIn, spelled, withoutComma, withoutSign } from './spelled.ts';
import { BEFORE_A_NOUN, triedIn, type Unreached, unreachedIn } from './unreached.ts';

/** No word of a sentence; the others may be: "order cancelled", "new voicemail". */
const UNMISTAKABLE: ReadonlySet<Outcome> = new Set(['no-answer', 'mailbox-full', 'no-reply']);

/**
 * What came of it stands in the note, in one word or in several: `tried no-answer`, `called ray twice, no answer`,
 * `dana didn't pick up`.
 */
export function outcomeBehind(beginning: NoteBeginning): Doubt | undefined {
  const said = spelled(beginning);
  for (let at = 0; at < said.length; at += 1) {
    const before = said.slice(0, at).map(withoutComma);
    const lead = leadOf(before);
    if (lead === undefined) return undefined;
    const rest = said.slice(at);
    for (const read of [outcomeWord, unreachedIn, slippedPhrase]) {
      const unreached = read(rest, before);
      if (unreached === undefined) continue;
      const led = lead.is === 'unknown' ? (slippedLead(before) ?? lead) : lead;
      const end = at + unreached.taken;
      if (fits(unreached, led, before, beginning))
        return readingOf(beginning, said, { from: led.said, at, end }, unreached, led);
    }
  }
  return undefined;
}

function outcomeWord(
  [word = '']: readonly string[],
  before: readonly string[],
): Unreached | undefined {
  const last = before.at(-1);
  if (last === undefined || isAmong(BEFORE_A_NOUN, last)) return undefined;
  const outcome = outcomeMeant(withoutComma(word));
  if (outcome === undefined) return undefined;
  return { outcome, taken: 1, kind: UNMISTAKABLE.has(outcome) ? 'outcome' : 'noun' };
}

/** `no answr`, `no rpely`. */
function slippedPhrase([no, word = '']: readonly string[]): Unreached | undefined {
  if (no !== 'no' || /^(?:answer|repl|response)/.test(word)) return undefined;
  const outcome = outcomeMeant(`no-${withoutComma(word)}`);
  if (outcome === undefined || !UNMISTAKABLE.has(outcome)) return undefined;
  return { outcome, taken: 2, kind: 'phrase' };
}

/** Whether it says so behind these words, and nothing else that was talked about. */
function fits(
  unreached: Unreached,
  lead: Lead,
  before: readonly string[],
  line: NoteBeginning,
): boolean {
  const { kind, outcome, taken } = unreached;
  const isLast = before.length + taken === line.words.length;
  if (kind === 'theirs' && /^(?:i|we)$/.test(before.at(-1) ?? '')) return false;
  switch (lead.is) {
    case 'nothing':
      return (kind !== 'absence' && kind !== 'noun') || (isLast && lead.said === before.length);
    case 'somebody':
      if (kind === 'noun' || (kind === 'outcome' && line.isQuoted)) return isLast;
      return kind !== 'ours';
    case 'attempt':
      if (lead.channel === 'meeting') return outcome === 'no-show' || outcome === 'cancelled';
      return kind !== 'noun' || (lead.others <= 1 && (outcome !== 'cancelled' || isLast));
    case 'unknown':
      return (
        !line.isQuoted &&
        (kind === 'outcome' || (isLast && kind !== 'noun' && kind !== 'absence' && kind !== 'ours'))
      );
  }
}

const ATTEMPTED = listed('tried trying called rang phoned');

/** `tried`, `tried dana again`, `called twice`, and nothing more: whoever had been reached would have more to say. */
export function triedOnly(beginning: NoteBeginning): Doubt | undefined {
  const said = spelled(beginning);
  const [first = '', ...others] = said.map(withoutComma);
  if (!isAmong(ATTEMPTED, first)) return undefined;
  const tried = first.startsWith('tr') ? triedIn(said) : undefined;
  if (tried !== undefined)
    return reading(beginning, said, { from: 0, at: 0, end: tried }, 'no-answer');
  const isAll = others.every((word) => word !== 'it' && isBeside(word));
  const isEnough = first === 'tried' || others.some(isCount);
  if (!isAll || !isEnough) return undefined;
  return reading(beginning, said, { from: 1, at: said.length, end: said.length }, 'no-answer');
}

const isCount = (word: string): boolean => /^(?:twice|thrice|times|\d+x)$/.test(word);

/** Which words say it: those from `at` to before `end`; before them, from `from` on, to whom, how and how often. */
interface Span {
  readonly from: number;
  readonly at: number;
  readonly end: number;
}

/** "Ray left a message" is said by whoever found it as well as by whoever left one for him. */
function readingOf(
  line: NoteBeginning,
  said: readonly string[],
  span: Span,
  { kind, outcome }: Unreached,
  lead: Lead,
): Doubt {
  const ours = reading(line, said, span, outcome, lead.channel);
  if (kind !== 'left' || lead.is !== 'somebody') return ours;
  return { ...ours, or: { ...ours, means: 'they left it', head: `in ${ours.head}` } };
}

/** What is to be typed for it. */
function reading(
  { words, people }: NoteBeginning,
  said: readonly string[],
  { from, at, end }: Span,
  outcome: Outcome,
  channel?: Channel,
): Doubt {
  const name = nameIn(words.slice(from, end), said.slice(from, end), people);
  const before = words
    .slice(from, lastKept(said, from, at))
    .map(withoutSign)
    .filter((word, index) => !name.at.includes(index) && !isPronoun(word.toLowerCase()));
  const doubt = nobodyReached(words.slice(0, end).join(' '), outcome, end);
  return { ...doubt, channel, person: name.written, kept: daysFirst(before) };
}

/** "Twice yesterday": behind the first word of the note a day would be no date. */
function daysFirst(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => !isDay(word) && !isCount(word) && !HOW_MANY.test(word));
  const run = end < 0 ? words : words.slice(0, end);
  const days = run.filter(isDay);
  return [...days, ...words.filter((word, index) => index >= run.length || !isDay(word))];
}

const HOW_MANY = /^(?:again|two|three|four|\d)$/;

const isDay = (word: string): boolean =>
  /^(?:today|yesterday)$/.test(word) || readWeekday(word) !== undefined;

/** "But he", "and got": what joins the outcome to the attempt says nothing without it. */
function lastKept(said: readonly string[], from: number, at: number): number {
  let last = at;
  while (last > from && isJoining(withoutComma(said[last - 1] ?? ''))) last -= 1;
  return last;
}

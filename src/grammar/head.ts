import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { CHANNELS, OUTCOMES } from '../journal/vocabulary.ts';
import { LONGEST_DATE, looksLikeDate, looksLikeDayAndMonth, readDate } from './dates.ts';
import { lengthAt, LONGEST_MINUTES, readMinutes } from './durations.ts';
import { CALL_BACK } from './doubts.ts';
import { isHeadWord } from './head-words.ts';
import type { Said } from './said.ts';

/** What the next words say before the note begins, and how many of them say it. */
export interface HeadReading {
  readonly said: Said;
  readonly taken: number;
}

/** `work` has no channel, direction or outcome: no contact took place. */
export type LogKind = 'touch' | 'work';

/**
 * Reads one head word, or a date of several, at the beginning of `words`: the plain words up to the next `:word`, key or
 * option. Undefined where the note begins.
 */
export function readHead(
  words: readonly string[],
  kind: LogKind,
  today: Day,
): HeadReading | undefined {
  const date = readHeadDate(words, kind, today);
  if (date !== undefined) return date;
  return readDuration(words) ?? (kind === 'touch' ? readFixed(words) : undefined);
}

/** After `in` these begin an ordinary sentence: "in the lobby", "in person". */
const AFTER_IN: ReadonlySet<string> = new Set(
  (
    'a an the my our their his her its your this that these those person town touch ' +
    'total stock writing general short time future principle'
  ).split(' '),
);

function readFixed(words: readonly string[]): HeadReading | undefined {
  const [shown = '', next = ''] = words;
  const word = withoutStop(shown).toLowerCase();
  const stopped = word.length < shown.length;
  const channel = CHANNELS.find((each) => each === word);
  // "Letter of intent", "text of the contract".
  if (next.toLowerCase() === 'of') return undefined;
  if (channel !== undefined) {
    const isCallBack = CALL_BACK.test(words.join(' '));
    return isCallBack ? undefined : { said: { slot: 'channel', value: channel, shown }, taken: 1 };
  }
  const outcome = OUTCOMES.find((each) => each === word);
  if (outcome !== undefined) return { said: { slot: 'outcome', value: outcome, shown }, taken: 1 };
  if (word === 'in' && (stopped || !AFTER_IN.has(next.toLowerCase()))) {
    return { said: { slot: 'direction', value: word, shown }, taken: 1 };
  }
  if (word === 'out' && (stopped || next.toLowerCase() !== 'of')) {
    return { said: { slot: 'direction', value: word, shown }, taken: 1 };
  }
  return undefined;
}

function readDuration(words: readonly string[]): HeadReading | undefined {
  const [shown = '', next = ''] = words;
  const minutes = readMinutes(withoutStop(shown));
  if (minutes === undefined) return readLength(words);
  const rest =
    /^\d+h(rs?|ours?)?$/i.test(shown) && /^[1-5]?\dm/i.test(next)
      ? readMinutes(withoutStop(next))
      : undefined;
  const sum = minutes + (rest ?? 0);
  if (sum === 0 || sum > LONGEST_MINUTES) {
    throw new RelError(
      'usage',
      `${shown} is not a length of time up to 24 hours`,
      `type 40m or 1h30m, or for the note: -- ${shown}`,
    );
  }
  const both = rest === undefined ? shown : `${shown} ${next}`;
  return { said: { slot: 'minutes', value: sum, shown: both }, taken: rest === undefined ? 1 : 2 };
}

/** `30 min call`, `half an hour`: before anything but another word of the line it may begin a sentence, "30 minutes late". */
function readLength(words: readonly string[]): HeadReading | undefined {
  const found = lengthAt(
    words.slice(0, LOOK_FOR_LENGTH).map((word) => withoutStop(word).toLowerCase()),
  );
  if (found === undefined || found.minutes === 0 || found.minutes > LONGEST_MINUTES)
    return undefined;
  const last = words[found.taken - 1] ?? '';
  const next = words[found.taken];
  const isWhole = next === undefined || withoutStop(last) !== last || isHeadWord(withoutStop(next));
  if (!isWhole) return undefined;
  const shown = words.slice(0, found.taken).join(' ');
  return { said: { slot: 'minutes', value: found.minutes, shown }, taken: found.taken };
}

/** "1 hour 30 min". */
const LOOK_FOR_LENGTH = 4;

function readHeadDate(
  words: readonly string[],
  kind: LogKind,
  today: Day,
): HeadReading | undefined {
  const first = words[0]?.toLowerCase() ?? '';
  // "the day before" and "end of month rush" are sentences more often than dates.
  if (first === 'the' || first === 'end') return undefined;
  for (let taken = Math.min(LONGEST_DATE, words.length); taken > 0; taken -= 1) {
    const shown = words.slice(0, taken).join(' ');
    const day = readDate(withoutStop(shown), today, 'past') ?? readDate(shown, today, 'past');
    if (day === undefined) continue;
    // "Monday is fine for them".
    if (taken === 1 && /^(?:is|works?|suits?)$/i.test(words[1] ?? '')) return undefined;
    if (taken === 1 && /^(sat|sun)$/.test(first) && beginsNote(words.slice(1), kind, today))
      return undefined;
    return { said: { slot: 'on', value: { day, words: shown }, shown }, taken };
  }
  refuseMistyped(words);
  return undefined;
}

/** Whether an ordinary word follows: "sat with Bob", "sun was out", "sat in the lobby". */
function beginsNote(words: readonly string[], kind: LogKind, today: Day): boolean {
  return words.length > 0 && readHead(words, kind, today) === undefined;
}

const isChannel = (word: string): boolean => CHANNELS.some((each) => each === withoutStop(word));

function refuseMistyped([first = '', second = '']: readonly string[]): void {
  const day = withoutStop(first);
  const mistyped =
    looksLikeDate(day) || (/^\d{1,2}\/\d{1,2}$/.test(day) && isChannel(second))
      ? first
      : looksLikeDayAndMonth(day, withoutStop(second))
        ? `${first} ${second}`
        : undefined;
  if (mistyped === undefined) return;
  throw new RelError(
    'usage',
    `${mistyped} is not a date that exists, or could be two`,
    `type it as 2026-11-16 or 16 nov, or for the note: -- ${mistyped}`,
  );
}

/** A comma or full stop after a word is how people type. */
const withoutStop = (word: string): string => word.replace(/[,.;:!]+$/, '');

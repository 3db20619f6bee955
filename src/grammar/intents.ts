import type { Day } from '../journal/days.ts';
import { readWeekday } from './calendar-words.ts';
import { LONGEST_DATE, readDate } from './dates.ts';
import type { Doubt, NoteBeginning } from './doubt.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';
import { shellLine } from './shell-line.ts';
import { spelled, withoutComma, withoutSign } from './spelled.ts';

/** What is only intended begins so. */
const goesOn = () =>
  /^(?:follow(?: |-)?up|send(?! off)|chase(?! bank)|(?:talk|speak) (?:to|with)|speak|try(?! out)|ring|phone (?=~|him|her|them|back|again)|wait(?:ing)? (?:for|on)|check (?:in|back|with|on)|get back(?: to)?|meet|see (?=~|him|her|them)|arrange|prepare|ask (?=~|him|her|them)|remind (?=~|him|her|them)|to-?do,?|remember to)(?= |$)/;
/** These need no day to be still to come. */
const needsNoDay = () => /^(?:chase|waiting (?:for|on)|to-?do,?|remember to)(?= \S)/;

/** Somebody tells or does something before the day: "send dogs, they said", "try it and they pay friday". */
const TELLS = listed(
  'he she they it we i said says say told asked asks want wants wanted need needs is was are were will would can could has have had if when because',
);
const LONGEST = 7;

const tellsNothing = (word: string): boolean => !isAmong(TELLS, withoutComma(word));

/** What is written, or to whom; other words begin what was written: "email asked for the list tomorrow". */
const SENT = listed(
  `${KNOWN} him her them the a an new my our quote quotes list offer proposal invoice price prices contract samples drawings info address reminder`,
);

/** `send quote tomorrow`, `follow up next week`, `chase invoice`: no contact of today. */
export function intended(beginning: NoteBeginning): Doubt | undefined {
  const { words, today } = beginning;
  const said = spelled(beginning);
  const text = said.join(' ');
  if (!goesOn().test(text)) return undefined;
  const day = comingIn(said, today);
  const isToCome = day !== undefined || (needsNoDay().test(text) && said.every(tellsNothing));
  if (!isToCome) return undefined;
  return stillToDo(words, day, { words: shownOf(words, day), settledBy: 'channel' });
}

/** `email the list tomorrow`: what is to be written by then has not been sent. */
export function unsent(beginning: NoteBeginning): Doubt | undefined {
  const { channel, today, words } = beginning;
  const said = spelled(beginning);
  const day = comingIn(said, today);
  if (!isAmong(SENT, withoutComma(said[0] ?? ''))) return undefined;
  // "Friday" may be the one that was.
  if (day?.to !== said.length || readWeekday(day.shown) !== undefined) return undefined;
  const shown = `${channel ?? ''} ${shownOf(words, day)}`;
  return stillToDo(words, day, { words: shown, settledBy: 'outcome' }, channel);
}

interface Coming {
  /** As it was said, without what stands before it: `friday`, `next week`. */
  readonly shown: string;
  readonly from: number;
  readonly to: number;
}

/** A day to come among the words, before any sign and before somebody tells something. */
function comingIn(said: readonly string[], today: Day): Coming | undefined {
  for (let at = 1; at <= Math.min(LONGEST, said.length - 1); at += 1) {
    if (said[at - 1]?.endsWith(',') === true || isAmong(TELLS, withoutComma(said[at] ?? '')))
      return undefined;
    for (let taken = Math.min(LONGEST_DATE, said.length - at); taken > 0; taken -= 1) {
      const shown = said
        .slice(at, at + taken)
        .map(withoutComma)
        .join(' ');
      const day = readDate(shown, today, 'future');
      if (day === undefined || day <= today) continue;
      const isBehind = /^(?:on|by|for|at|until|till|before)$/.test(said[at - 1] ?? '');
      return { shown, from: isBehind ? at - 1 : at, to: at + taken };
    }
  }
  return undefined;
}

const shownOf = (words: readonly string[], day: Coming | undefined): string =>
  words.slice(0, day?.to ?? 2).join(' ');

/** A reminder with no contact of today; an attempt, where it is one to be made again; or a promise made in a contact. */
function stillToDo(
  words: readonly string[],
  day: Coming | undefined,
  common: Pick<Doubt, 'words' | 'settledBy'>,
  channel?: string,
): Doubt {
  const due = day?.shown ?? 'fri';
  const next = shellLine([`next:${due}`]);
  const what = [
    ...(channel === undefined ? [] : [channel]),
    ...words.slice(0, day?.from),
    ...words.slice(day?.to ?? words.length),
  ].map(withoutSign);
  const isTheirs = /^wait/i.test(what[0] ?? '');
  const promise = isTheirs
    ? `they:${what.slice(2).join(' ')}`
    : `me:${what.join(' ').replace(/^(?:to-?do|remember to) /i, '')}`;
  const promised: Doubt = {
    ...common,
    means: isTheirs ? 'they promised it in a contact' : 'you promised it in a contact',
    head: '',
    kept: [`by:${due}`, promise],
    replaces: words.length,
  };
  const again: Doubt = {
    ...common,
    means: 'nobody reached',
    head: `no-answer ${next}`,
    replaces: 0,
    or: promised,
  };
  const isAttempt = /^(?:ring|phone|try)$/i.test(what[0] ?? '');
  return {
    ...common,
    means: 'still to be done, no contact',
    command: 'work',
    head: `1m ${next}`,
    replaces: 0,
    or: isAttempt ? again : promised,
  };
}

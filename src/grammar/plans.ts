import { readMonth, readWeekday } from './calendar-words.ts';
import type { Doubt, NoteBeginning } from './doubt.ts';
import { intended, unsent } from './intents.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';
import { nameIn, spelled, withoutComma, withoutSign } from './spelled.ts';

/** Nothing that was only planned begins with another word. */
const BEGINS = listed(
  `${KNOWN} i we need have want remember remind must should to todo to-do him her them me again on with tomorrow next ` +
    'was is got been postponed rescheduled planned scheduled booked moved pushed put set',
);
/** "Need to call", "todo: ring dana". */
const TO_DO =
  /^(?:(?:i |we )?(?:need|have|want|remember|remind me) to|(?:i |we )?(?:must|should)|to|to-?do,?) (?:call|ring|phone)(?=,|$| (?:~|him|her|them|back|again|on|at|about|tomorrow|next)(?![\w'-]))/;
/** "Him tomorrow", "again monday", behind the channel that was read. */
const WHOM = listed(`${KNOWN} him her them me again on by with at this next week month`);
/** What was only intended begins with one of these, where no channel says that there was a contact. */
const INTENT = listed(
  'follow follow-up followup send speak talk try ring phone chase waiting wait check get meet see arrange prepare ask remind todo to-do remember',
);
const WRITTEN = listed('email text chat letter');
const PUT_OFF =
  /^(?:(?:was|is|got|been) )?(?:(?:postponed|rescheduled|put off)(?=,|$| (?:to|until|till|by|again)(?![\w-]))|(?:planned|scheduled|booked|moved|pushed|set) (?:for|to|until|till|on) (?=(?:next )?([a-z]+)))/;

/** What was only planned, or did not take place when it should have. */
export function planned(beginning: NoteBeginning): Doubt | undefined {
  const { channel, words } = beginning;
  if (channel === undefined) {
    const first = withoutSign(words[0]?.toLowerCase() ?? '');
    return named(beginning) ?? (isAmong(INTENT, first) ? intended(beginning) : undefined);
  }
  const isUnsent =
    isAmong(WRITTEN, channel) && words.some((word) => /^(?:tomorrow|next)/i.test(word));
  return (isUnsent ? unsent(beginning) : undefined) ?? named(beginning);
}

/** To be called, or moved to another day. */
function named(beginning: NoteBeginning): Doubt | undefined {
  const said = spelled(beginning);
  if (!isAmong(BEGINS, withoutComma(said[0] ?? ''))) return undefined;
  return toDo(beginning, said) ?? putOff(beginning, said);
}

function toDo({ words, people }: NoteBeginning, said: readonly string[]): Doubt | undefined {
  const plain = said.map(withoutComma);
  const day = plain.find(isToCome);
  const isAll = day !== undefined && plain.every((word) => isAmong(WHOM, word) || isToCome(word));
  const found = TO_DO.exec(said.join(' '))?.[0];
  if (!isAll && found === undefined) return undefined;
  const shown = isAll ? words.join(' ') : words.slice(0, found?.split(' ').length).join(' ');
  const doubt: Doubt = {
    words: shown,
    means: 'still to be done',
    head: `no-answer next:${day ?? 'fri'}`,
    replaces: 0,
    settledBy: 'outcome',
  };
  if (!isAll || readWeekday(day) === undefined) return doubt;
  const person = nameIn(words, said, people).written;
  const then = { ...doubt, means: 'it was then', head: day, person, replaces: words.length };
  return { ...doubt, or: then };
}

const isToCome = (word: string): boolean => word === 'tomorrow' || readWeekday(word) !== undefined;

function putOff({ words }: NoteBeginning, said: readonly string[]): Doubt | undefined {
  const [found, day] = PUT_OFF.exec(said.join(' ')) ?? [];
  if (found === undefined) return undefined;
  if (
    day !== undefined &&
    !isToCome(day) &&
    readMonth(day) === undefined &&
    !/^(?:week|month)$/.test(day)
  )
    return undefined;
  return {
    words: words.slice(0, found.trim().split(' ').length).join(' '),
    means: 'it did not take place',
    head: 'cancelled',
    replaces: 0,
    settledBy: 'talk',
  };
}

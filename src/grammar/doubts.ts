import type { Outcome } from '../journal/vocabulary.ts';
import { outcomeBehind, triedOnly } from './attempts.ts';
import { type Doubt, nobodyReached, type NoteBeginning } from './doubt.ts';
import { fieldWord, mistypedOutcome, written } from './slipped-words.ts';

export function doubtAbout(beginning: NoteBeginning): Doubt | undefined {
  const note = beginning.words.join(' ');
  return (
    callBack(note) ??
    outOfOffice(note) ??
    notReached(note) ??
    outcomeBehind(beginning) ??
    triedOnly(beginning) ??
    mistypedOutcome(note) ??
    written(note) ??
    fieldWord(note)
  );
}

/** `back` after `call`, with at most a pronoun between: what is or was to be done, but not what happened. */
export const CALL_BACK = /^call (?:(?:him|her|them|me|us) )?back(?![\w-])/i;

function callBack(note: string): Doubt | undefined {
  const found = CALL_BACK.exec(note.replace(/^(?:sat|sun) /i, ''))?.[0];
  if (found === undefined) return undefined;
  const head = 'no-answer next:fri';
  return { words: found, means: 'still to be done', head, replaces: 0, settledBy: 'outcome' };
}

function outOfOffice(note: string): Doubt | undefined {
  const found = /^out of (?:(?:the|my|his|her|their|our) )?office(?![\w-])/i.exec(note)?.[0];
  if (found === undefined) return undefined;
  return {
    words: found,
    means: 'nobody reached',
    head: 'no-reply',
    replaces: 0,
    settledBy: 'outcome',
  };
}

/** No other first words begin one of the sentences below, whose expressions take long to make. */
const BEGINS =
  /^(?:called|rang|phoned|dial|text|e-?mailed|wrote|tried|still|no|mailbox|voicemail|left|got|reached|hit|went|straight|only|did|could|can|unable|failed|heard)/i;

const REACHED = String.raw`(?:reach|catch) (?:him|her|them|any(?:one|body))|get (?:hold of|through)`;

const AGAIN = '(?: (?:him|her|them|again|twice|with))*';

const NOT_REACHED: readonly (readonly [string, Outcome])[] = [
  [
    `(?:(?:called|rang|phoned|texted|tried|still|got)${AGAIN},? )?no (?:answer|response)(?! to)`,
    'no-answer',
  ],
  [`(?:(?:e-?mailed|wrote|texted|still|got)${AGAIN},? )?no reply(?! to)`, 'no-reply'],
  ['no show', 'no-show'],
  ['(?:mailbox|voicemail) (?:is |was )?full', 'mailbox-full'],
  ['left (?:him |her |them )?(?:a |another )?(?:voice ?mail|vm|message|msg)', 'voicemail'],
  [
    '(?:(?:called|rang|phoned|dialled|dialed|tried),? )?' +
      '(?:got|reached|hit|went to|went straight to|straight to|only) ' +
      String.raw`(?:(?:his|her|their|the|a) )?voice ?mail(?! (?:from|system|number))`,
    'voicemail',
  ],
  [
    `(?:nobody|no one|no-one|noone|didn['’]?t|did not) (?:answer|answered|pick|picked)`,
    'no-answer',
  ],
  [
    `(?:could(?:n['’]?t| not)|can['’]?t|cannot|can not|did(?:n['’]?t| not)|unable to|failed to) (?:${REACHED})`,
    'no-answer',
  ],
  [
    `tried (?:again )?(?:calling|ringing|phoning|reaching|to (?:${REACHED}|call|ring|phone|reach|contact))(?: (?:him|her|them))?`,
    'no-answer',
  ],
  ['(?:heard )?nothing (?:back|heard)', 'no-reply'],
  ['heard nothing(?: yet| so far)?$', 'no-reply'],
];

function notReached(note: string): Doubt | undefined {
  if (!BEGINS.test(note)) return undefined;
  for (const [pattern, outcome] of NOT_REACHED) {
    const words = new RegExp(String.raw`^(?:${pattern})(?![\w-])`, 'i').exec(note)?.[0];
    if (words !== undefined) return nobodyReached(words, outcome, words.split(' ').length);
  }
  return undefined;
}

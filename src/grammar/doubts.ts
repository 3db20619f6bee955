import { outcomeBehind, triedOnly } from './attempts.ts';
import { circumstances } from './circumstances.ts';
import type { Doubt, NoteBeginning } from './doubt.ts';
import { fromThem } from './from-them.ts';
import { planned } from './plans.ts';
import { turnTold } from './turns.ts';
import { fieldWord, mistypedOutcome, written } from './slipped-words.ts';

export function doubtAbout(beginning: NoteBeginning): Doubt | undefined {
  const note = beginning.words.join(' ');
  return (
    callBack(note) ??
    outOfOffice(note) ??
    (beginning.channel === undefined && beginning.words.slice(0, 3).some(isTurn)
      ? turnTold(beginning)
      : undefined) ??
    fromThem(beginning) ??
    planned(beginning) ??
    outcomeBehind(beginning) ??
    triedOnly(beginning) ??
    circumstances(beginning) ??
    mistypedOutcome(note) ??
    written(note) ??
    fieldWord(note)
  );
}

/** Money has commands of its own. */
const isTurn = (word: string): boolean => /^(?:paid|won|invoiced|billed)(?![\w-])/i.test(word);

/** `back` after `call`, with at most a pronoun between: what is or was to be done, but not what happened. */
export const CALL_BACK = /^call (?:(?:him|her|them|me|us) )?back(?![\w-])/i;

function callBack(note: string): Doubt | undefined {
  const found = CALL_BACK.exec(note.replace(/^(?:sat|sun) /i, ''))?.[0];
  if (found === undefined) return undefined;
  const head = 'no-answer next:fri';
  return { words: found, means: 'still to be done', head, replaces: 0, settledBy: 'outcome' };
}

function outOfOffice(note: string): Doubt | undefined {
  const found = /^(?:out of (?:(?:the|my|his|her|their|our) )?office|ooo)(?![\w-])/i.exec(
    note,
  )?.[0];
  if (found === undefined) return undefined;
  return {
    words: found,
    means: 'nobody reached',
    head: 'no-reply',
    replaces: 0,
    settledBy: 'outcome',
  };
}

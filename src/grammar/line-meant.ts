import { CHANNELS } from '../journal/vocabulary.ts';
import type { Doubt } from './doubt.ts';
import type { Line } from './line.ts';
import { saidAs, type Slot } from './said.ts';
import { shellLine } from './shell-line.ts';
import { withoutSign } from './spelled.ts';
import type { Token } from './tokens.ts';

/** The words after the customer that say the line once more: with its doubt read as what it means, or all of it as the note. */
export function lineMeant(line: Line, doubt: Doubt | undefined): string {
  if (doubt?.command === 'work') return logMeant(withoutChannel(line), doubt);
  return doubt?.command === undefined ? logMeant(line, doubt) : turnMeant(line, doubt);
}

const isChannel = ({ text }: Token): boolean => CHANNELS.some((each) => each === withoutSign(text));

/** Work is without contact: the channel that was read is one of the note, "email the list tomorrow". */
function withoutChannel({ said, pieces, ...line }: Line): Line {
  const before = pieces.before.filter((piece) => !isChannel(piece));
  const note = [...pieces.before.filter(isChannel), ...pieces.note];
  return { ...line, said, pieces: { ...pieces, before, note } };
}

/** What has its own command takes a day and a journal as options; all else that was typed is text for it. */
function turnMeant({ said, pieces }: Line, { replaces }: Doubt): string {
  const days = saidAs(said, 'on').map(({ shown }) => shown.replace(/^(?:on:|--on )/, ''));
  const beside = [...pieces.before, ...pieces.behind];
  const isOption = ({ is }: Token): boolean => is === 'option' || is === 'command';
  const isDay = ({ text }: Token): boolean =>
    text.startsWith('on:') || days.some((day) => day.split(' ').includes(text));
  const db = beside.filter((piece) => piece.is === 'command' && piece.name === '--db');
  const others = beside.filter((piece) => !isOption(piece) && !isDay(piece));
  const text = [...pieces.note.slice(replaces), ...others].map((piece) => piece.text);
  return shellLine([...text, ...typed(db), ...days.flatMap((day) => ['--on', day])]);
}

function logMeant({ said, pieces }: Line, doubt: Doubt | undefined): string {
  const replaced = doubt?.replaces ?? 0;
  const note = pieces.note.slice(replaced).map(({ text }) => text);
  const behind = typed(pieces.behind);
  // What is meant as it stands is kept from being read; and no text of a promise may reach into the note.
  const dashes = note.length > 0 && (replaced === 0 || behind.length > 0) ? ['--'] : [];
  const isSaid = (wanted: Slot): boolean => said.some(({ slot }) => slot === wanted);
  return [
    shellLine(typed(pieces.before)),
    isSaid('channel') ? '' : (doubt?.channel ?? ''),
    doubt?.head ?? '',
    isSaid('with') || doubt?.person === undefined ? '' : `with:${doubt.person}`,
    shellLine([...(doubt?.kept ?? []), ...behind, ...dashes, ...note]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The arguments of the shell that the pieces came from. */
function typed(pieces: readonly Token[]): readonly string[] {
  const words: string[] = [];
  for (const piece of pieces) {
    const last = words.length - 1;
    if (piece.opens || last < 0) words.push(piece.text);
    else words[last] = `${words[last] ?? ''}${piece.gap}${piece.text}`;
    if ((piece.is === 'option' || piece.is === 'command') && !piece.text.includes('='))
      words.push(...(typeof piece.value === 'string' && piece.value !== '' ? [piece.value] : []));
  }
  return words;
}

import type { Doubt } from './doubt.ts';
import type { Line } from './line.ts';
import type { Slot } from './said.ts';
import { shellLine } from './shell-line.ts';
import type { Token } from './tokens.ts';

/** The words after the customer that say the line once more: with its doubt read as what it means, or all of it as the note. */
export function lineMeant({ said, pieces }: Line, doubt: Doubt | undefined): string {
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

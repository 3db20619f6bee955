import { optionsFirst } from '../grammar/log.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { oneCustomer } from './book.ts';
import { type Line, namesOf, OPTIONS, read } from './log-line.ts';
import { readingFrom } from './opening.ts';

/** The line with the text of its note from where it was asked for: `-`, `--stdin` or `--edit`. */
export async function withText(world: World, line: Line): Promise<Line> {
  const { chosen } = line;
  const withoutDash = endsInDash(world, line);
  const dashed = withoutDash !== undefined;
  if (!dashed && !chosen.has('--stdin') && !chosen.has('--edit')) return line;
  const asked = withoutDash ?? line;
  refuseUnknown(world, asked);
  const text = chosen.has('--edit') ? await world.editText('') : typedText(world);
  if (text.trim() !== '') return { ...asked, text };
  throw new RelError(
    'usage',
    chosen.has('--edit') ? 'the text is empty' : 'no text came on standard input',
    'nothing was written; type the note in the line, or leave the option out',
  );
}

/** The line without the lone `-` at its end; undefined where there is none, or where it is a dash in a note. */
function endsInDash(world: World, line: Line): Line | undefined {
  const at = line.words.lastIndexOf('-');
  const { words } = optionsFirst(line.words.slice(at + 1), OPTIONS);
  if (at < 0 || words.length > 0 || line.words.includes('--')) return undefined;
  const before = { ...line, words: line.words.toSpliced(at, 1) };
  try {
    const meant = readingFrom(world, line.db, (store) => read(world, namesOf(store), before));
    return meant.draft.entry.note === undefined ? before : undefined;
  } catch (error) {
    if (error instanceof RelError) return before;
    throw error;
  }
}

/** Before anybody types a text that could not be stored. */
function refuseUnknown(world: World, { isNew, words, db }: Line): void {
  if (!isNew && words.length > 0)
    readingFrom(world, db, (store) => oneCustomer(words, namesOf(store)));
}

/** In bytes: more than any line holds, less than what fills the memory. */
const MOST_TYPED = 4_194_304;

function typedText(world: World): string {
  if (world.interactive) world.tell('Type the note; Ctrl-D on an empty line ends it.');
  return world.readFile('-', MOST_TYPED);
}

/** What went wrong, and where the text is that was written in the editor and could not be taken. */
export async function withTextKept(
  world: World,
  { chosen, text }: Line,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof RelError) || text === undefined || !chosen.has('--edit')) return error;
  const file = await world.keepText(text);
  const hint = error.hint === undefined ? '' : `${error.hint}; `;
  return new RelError(
    error.kind,
    error.message,
    `${hint}your text is kept in ${file}`,
    error.offers,
  );
}

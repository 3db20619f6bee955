import { foldAccents, likeness } from './likeness.ts';
import type { Called } from './names.ts';

const MOST_SUGGESTED = 5;

/** Below this the names have next to nothing in common. */
const LEAST_ALIKE = 0.25;

/** As many first letters in common put a name above all that are merely like it. */
const BEGINNING = 3;

/** The names most like the first one, two or three words, best first. */
export function suggestNames<Named>(
  words: readonly string[],
  called: readonly Called<Named>[],
): readonly Named[] {
  const runs = [1, 2, 3].map((count) => foldAccents(words.slice(0, count).join(' ')));
  return called
    .map(({ named, plain, words: parts }) => ({
      named,
      closeness: Math.max(...runs.map((run) => closest(run, [...plain, ...parts]))),
    }))
    .filter(({ closeness }) => closeness >= LEAST_ALIKE)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, MOST_SUGGESTED)
    .map(({ named }) => named);
}

const closest = (said: string, names: readonly string[]): number =>
  Math.max(...names.map((name) => alike(said, name)));

function alike(said: string, name: string): number {
  if (said === '') return 0;
  const begins = said.length >= BEGINNING && name.startsWith(said.slice(0, BEGINNING));
  return likeness(said, name) + (begins ? 1 : 0);
}

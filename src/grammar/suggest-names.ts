import type { NameBook, Named } from './customers.ts';
import { foldAccents, likenessTo } from './likeness.ts';
import { wordsIn } from './names.ts';

const MOST_SUGGESTED = 5;

/** Below this the names have next to nothing in common. */
const LEAST_ALIKE = 0.25;

/** As many first letters in common put a name above all that are merely like it. */
const BEGINNING = 3;

/** The names most like the first one, two or three words, best first. */
export function suggestNames(words: readonly string[], book: NameBook): readonly Named[] {
  const runs = [1, 2, 3].map((count) => foldAccents(words.slice(0, count).join(' ')));
  const asked = [...new Set(runs)].filter((run) => run !== '').map(closenessTo);
  const closest = (names: readonly string[]) =>
    Math.max(
      0,
      ...names.map(foldAccents).flatMap((name) => asked.map((closeness) => closeness(name))),
    );
  const all = [
    ...book.customers.map(({ name, aliases = [] }) => ({
      named: { customer: name },
      closeness: closest([name, ...aliases]),
    })),
    ...book.people.map(({ name, customer }) => ({
      named: { customer, person: name },
      closeness: closest([name]),
    })),
  ];
  return all
    .filter(({ closeness }) => closeness >= LEAST_ALIKE)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, MOST_SUGGESTED)
    .map(({ named }) => named);
}

/** How close a name, or its likest word, is to what was said. */
function closenessTo(said: string): (name: string) => number {
  const alike = likenessTo(said);
  const beginning = said.length >= BEGINNING ? said.slice(0, BEGINNING) : undefined;
  return (name) => {
    const parts = name.includes(' ') ? [name, ...wordsIn(name)] : [name];
    const begins = beginning !== undefined && parts.some((part) => part.startsWith(beginning));
    // Not as arguments of one call: a name that was imported may have any number of words.
    const closest = parts.reduce((most, part) => Math.max(most, alike(part)), 0);
    return closest + (begins ? 1 : 0);
  };
}

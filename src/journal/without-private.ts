import { isOccasion, type Recorded } from './entry.ts';
import { STEPS } from './ladder.ts';
import { without } from './without.ts';

/** What was done, without what was felt, and of a private entry without a word of what was said. */
export function withoutPrivate(entry: Recorded): Recorded {
  if (entry.private === true) return bare(entry);
  if (!('feel' in entry)) return entry;
  // Spreading a union forgets which member it was.
  return without(entry, 'feel') as Recorded;
}

/** Words that were typed freely; all other fields hold a word of a closed list, a date or a number. */
const FREE = ['note', 'words', 'what', 'number', 'reason', 'answer', 'tags', 'person', 'text'];

/** The same entry; a private one without its texts, so that it counts, and says nothing. */
export function withoutPrivateText(entry: Recorded): Recorded {
  if (entry.private !== true) return entry;
  // What a notice asks for is typed; what brings a dropped customer back is of a closed list.
  const free = entry.type === 'notice' ? [...FREE, 'conditions'] : FREE;
  const kept = Object.entries(entry).filter(([name]) => !free.includes(name));
  return Object.fromEntries(kept) as Recorded;
}

function bare(entry: Recorded): Recorded {
  const { customer, id, on, seq, type } = entry;
  const head = { id, customer, on, seq, private: true };
  if (entry.type === 'promise') return { ...head, type: 'promise', by: entry.by, due: entry.due };
  // Another program may have written any words in its place.
  if (entry.type === 'step') {
    const step = STEPS.find((each) => each === entry.step) ?? 'a step';
    return { ...head, type: 'step', step };
  }
  const done = isOccasion(entry) ? pick(entry, ['channel', 'outcome', 'minutes']) : {};
  return { ...head, type, ...done } as Recorded;
}

const pick = (entry: Recorded, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));

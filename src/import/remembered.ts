/** The columns of a table say few things many times; of those that do not, no more is kept than this. */
const MOST = 1000;

/** The same function, which remembers what it made of the texts of late. What it throws is thrown anew. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}

/** Tells of each text whether it is new; of one that was met long ago, perhaps again that it is. */
export function isNew(): (text: string) => boolean {
  const met = new Set<string>();
  return (text) => {
    if (met.has(text)) return false;
    if (met.size >= MOST) met.clear();
    met.add(text);
    return true;
  };
}

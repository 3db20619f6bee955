/** What takes long to make, made when it is first asked for, and kept: a line of `rel log` asks for little of it. */
export function lazily<T extends object>(make: () => T): () => T {
  let thing: T | undefined;
  return () => (thing ??= make());
}

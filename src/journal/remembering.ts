/**
 * The same function, which works its result out once for each thing. The thing itself holds the result: out of a WeakMap
 * V8's quick collections take nothing, so that whatever was remembered would wait for a whole one.
 */
export function remembering<Thing extends object, T extends object>(
  of: (thing: Thing) => T,
): (thing: Thing) => T {
  const place = Symbol('remembered');
  return (thing) => {
    const known = (thing as { readonly [place]?: T })[place];
    if (known !== undefined) return known;
    const result = of(thing);
    // Not enumerable: a copy is another thing.
    if (Object.isExtensible(thing)) Object.defineProperty(thing, place, { value: result });
    return result;
  };
}

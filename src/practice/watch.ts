/** Passes things on one by one to whoever counts them for the user. */
export type Watch = <T>(things: Iterable<T>) => Iterable<T>;

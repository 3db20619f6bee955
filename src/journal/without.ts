/** The same object without one of its fields. */
export const without = <T extends object, Name extends keyof T & string>(
  whole: T,
  field: Name,
): Omit<T, Name> =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field)) as Omit<T, Name>;

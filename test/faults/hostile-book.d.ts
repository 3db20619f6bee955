/** The objects of the lines of a journal with a customer for each text, and one called Plain that has all of them in every field. */
export function hostileBook(
  texts?: Readonly<Record<string, string>>,
): readonly Readonly<Record<string, unknown>>[];

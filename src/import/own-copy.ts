/** A text with memory of its own: one that was cut out of another keeps the whole of it. */
export const ownCopy = (text: string): string => Buffer.from(text).toString();

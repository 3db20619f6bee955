const ASCII = /^[ -~]*$/;

/** Nothing but the letters, digits and signs of a plain keyboard. What is asked of all scripts takes far longer to prepare. */
export const isAscii = (text: string): boolean => ASCII.test(text);

// Without the soft hyphen, which cannot be seen.
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20a0-\u20bf\u2500-\u259f]*$/;

/** Latin letters, the signs of print, lines and blocks: each is seen, and takes one column of a terminal. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

const ASCII = /^[ -~]*$/;

/** Nothing but the letters, digits and signs of a plain keyboard. What is asked of all scripts takes far longer to prepare. */
export const isAscii = (text: string): boolean => ASCII.test(text);

// Without the soft hyphen, which cannot be seen.
const PLAIN =
  /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u203a\u20a0-\u20bf\u2190-\u2193\u2212\u2264\u2265\u2500-\u259f\u25b2\u25b4\u25bc\u25be\u25cb\u25cf\u2713\u2717]*$/;

/** Latin letters, the signs of print and of our pictures, lines and blocks: each is seen, and takes one column of a terminal. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

const ASCII = /^[ -~]*$/;

/** Nothing but the letters, digits and signs of a plain keyboard. What is asked of all scripts takes far longer to prepare. */
export const isAscii = (text: string): boolean => ASCII.test(text);

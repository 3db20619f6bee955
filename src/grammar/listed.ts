/** Words with a blank on both sides of each, in which one is looked for at less cost than in a set. */
export const listed = (words: string): string => ` ${words} `;

export const isAmong = (list: string, word: string): boolean => list.includes(` ${word} `);

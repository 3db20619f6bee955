/** One of the answers of a question that a single key gives. */
export interface Choice {
  readonly key: string;
  readonly value: string;
  readonly says: string;
}

export interface KeyQuestion {
  readonly message: string;
  readonly choices: readonly Choice[];
  /** The value that Enter takes. */
  readonly usual: string;
}

export interface NameQuestion {
  readonly message: string;
  /** What was typed of the name before the question. */
  readonly begun?: string;
  readonly find: (typed: string) => readonly { readonly name: string; readonly value: string }[];
}

export interface TextQuestion {
  readonly message: string;
  /** What Enter takes. */
  readonly usual?: string;
  /** What is wrong with the text; undefined where nothing is. */
  readonly check: (text: string) => string | undefined;
}

/** Whoever sits at the terminal, asked one thing at a time. */
export interface Asker {
  key(question: KeyQuestion): Promise<string>;
  name(question: NameQuestion): Promise<string>;
  text(question: TextQuestion): Promise<string>;
}

/**
 * What went wrong, as the exit code tells it: `usage` (2: what was typed or the data in it), `journal` (3: the
 * journal cannot be used), `unsettled` (3: nobody knows whether it took the change), `output` (4: the answer could not be
 * written).
 */
export type ErrorKind = 'usage' | 'journal' | 'unsettled' | 'output';

/** A command that can be typed instead, and what it would say. */
export interface Offer {
  readonly means: string;
  readonly line: string;
}

/** A failure the user can mend. Anything else that is thrown is a bug and keeps its stack. */
export class RelError extends Error {
  override readonly name = 'RelError';
  readonly kind: ErrorKind;
  /** What to type next, one line. */
  readonly hint: string | undefined;
  /** Whole commands, to be copied. */
  readonly offers: readonly Offer[];

  /** @param message what is wrong with which value, one line */
  constructor(kind: ErrorKind, message: string, hint?: string, offers: readonly Offer[] = []) {
    super(message);
    this.kind = kind;
    this.hint = hint;
    this.offers = offers;
  }
}

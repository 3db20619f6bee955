import type { Day } from '../journal/days.ts';
import type { Channel } from '../journal/vocabulary.ts';

/** The first words of a note that can be read in two ways, of which one is no conversation at all. */
export interface Doubt {
  readonly words: string;
  /** The reading in which nobody was talked to, and the head words to type for it. */
  readonly means: string;
  readonly head: string;
  /** The line begins with this command instead of `log`: `paid`, `work`. */
  readonly command?: string;
  /** Belongs before these head words, unless the line names a channel already. */
  readonly channel?: Channel | undefined;
  /** Whom it was about, unless the line says it already, and what is kept of the words for the note. */
  readonly person?: string | undefined;
  readonly kept?: readonly string[];
  /** How many words of the note they stand for. */
  readonly replaces: number;
  /** `outcome`: only an outcome settles it; `talk`: whatever shows how it went does too; `channel`: a channel as well; `way`: only a channel; `direction`, `day`, `minutes`: only that; an outcome settles each. */
  readonly settledBy: 'outcome' | 'talk' | 'channel' | 'way' | 'direction' | 'day' | 'minutes';
  /** What else they may mean. */
  readonly or?: Doubt;
}

/** Where a note begins. */
export interface NoteBeginning {
  /** Its first plain words. */
  readonly words: readonly string[];
  /** They stand in quotes, as texts do and words of the grammar do not. */
  readonly isQuoted: boolean;
  /** Full names of the customer's people. */
  readonly people: readonly string[];
  readonly today: Day;
  /** The channel that was read before it. */
  readonly channel?: Channel | undefined;
}

export const nobodyReached = (words: string, head: string, replaces: number): Doubt => ({
  words,
  means: 'nobody reached',
  head,
  replaces,
  settledBy: 'talk',
});

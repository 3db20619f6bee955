import { RelError } from '../journal/error.ts';
import type { Json } from '../journal/fields.ts';

/** What became of the lines of one kind. */
export interface Taken {
  readonly added: number;
  /** They were here before. */
  readonly already: number;
  /** Lines that say otherwise than what is here under the same name or id, which stays. */
  readonly notices: readonly string[];
}

type Fields = Readonly<Record<string, Json>>;

/** Counts what became of the lines of one kind. */
export function tally() {
  const notices: string[] = [];
  return {
    added: 0,
    already: 0,
    kept(line: number, what: string, here: Fields, given: Fields): void {
      this.already += 1;
      const others = fieldsThatDiffer(here, given);
      if (others.length > 0)
        notices.push(
          `line ${line}: ${what} differs in ${others.join(', ')} from the one here, which stays`,
        );
    },
    result(): Taken {
      return { added: this.added, already: this.already, notices };
    },
  };
}

/** What is given and is another here; what is not given says nothing, nor does the id, which rel may have made itself. */
const fieldsThatDiffer = (here: Fields, given: Fields): readonly string[] =>
  Object.keys(given).filter(
    (field) => field !== 'id' && JSON.stringify(here[field]) !== JSON.stringify(given[field]),
  );

/** Alike but for the id. */
export function sameFields(here: Fields, given: Fields): boolean {
  const withoutId = (fields: Fields): string => JSON.stringify({ ...fields, id: undefined });
  return withoutId(here) === withoutId(given);
}

export function atLine<T>(line: number, take: () => T): T {
  try {
    return take();
  } catch (error) {
    throw error instanceof RelError && error.kind === 'usage'
      ? atLineError(line, error.message)
      : error;
  }
}

export const atLineError = (line: number, message: string): RelError =>
  new RelError(
    'usage',
    `line ${line}: ${message}`,
    'nothing was imported; mend the line and import again',
  );

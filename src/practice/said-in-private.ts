import type { Customer, Person, Recorded } from '../journal/entry.ts';

/** What is on the cards because it was said in private. */
export interface SaidInPrivate {
  readonly needs: ReadonlySet<string>;
  readonly wins: ReadonlySet<string>;
}

/** A change of the journal, as far as it tells what came on the cards with an entry. */
interface Change {
  readonly operations: readonly {
    readonly kind: string;
    /** The id of the entry or card. */
    readonly subject: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Whose cards, and the entries that may have brought what is on them. */
export interface Learned {
  readonly customer: Customer;
  readonly people: readonly Person[];
  readonly entries: readonly Recorded[];
}

/** Whether something private may have come on the cards, so that the history is worth reading. */
export const learnsInPrivate = (entry: Recorded): boolean =>
  entry.private === true && 'learned' in entry && entry.learned.length > 0;

/**
 * The needs and wins that came on the cards together with a private entry. Cards do not say where their texts come from,
 * but the history of changes does; where it does not go back so far, all of them may be private.
 */
export function saidInPrivate(account: Learned, changes: readonly Change[]): SaidInPrivate {
  const { customer, entries, people } = account;
  const said = entries.filter(learnsInPrivate).map(({ id }) => {
    const adding = changes.find(({ operations }) =>
      operations.some(({ before, subject }) => subject === id && before === null),
    );
    if (adding !== undefined) return broughtBy(adding);
    return { needs: customer.needs ?? [], wins: people.flatMap(({ win }) => winsIn(win)) };
  });
  return {
    needs: new Set(said.flatMap(({ needs }) => needs)),
    wins: new Set(said.flatMap(({ wins }) => wins)),
  };
}

const broughtBy = ({ operations }: Change) => ({
  needs: operations.flatMap(({ after, before }) => addedTo(before, after, needsOn)),
  wins: operations.flatMap(({ after, before }) => addedTo(before, after, winsOn)),
});

/** Several wins of one person stand behind each other on the card. */
export const winsIn = (win: string | undefined): readonly string[] => win?.split('; ') ?? [];

interface CardLine {
  readonly needs?: readonly string[];
  readonly win?: string;
}

const needsOn = ({ needs = [] }: CardLine): readonly string[] => needs;
const winsOn = ({ win }: CardLine): readonly string[] => winsIn(win);

function addedTo(
  before: string | null,
  after: string | null,
  texts: (card: CardLine) => readonly string[],
): readonly string[] {
  const textsIn = (line: string | null): readonly string[] =>
    line === null ? [] : texts(JSON.parse(line) as CardLine);
  const known = new Set(textsIn(before));
  return textsIn(after).filter((text) => !known.has(text));
}

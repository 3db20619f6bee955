import { handoverLines } from '../export/handover-lines.ts';
import type { World } from '../platform/world.ts';
import type { Withheld } from '../practice/open-part.ts';
import { type Handover, handoverOf } from '../practice/handover.ts';
import { goingOn } from '../practice/troubles.ts';
import { handoverMarkdown, type Passing } from '../render/handover-markdown.ts';
import { handoverNote } from '../render/handover-note.ts';
import type { Store } from '../store/store.ts';
import { namesIn, oneCustomer, openBook } from './book.ts';
import { reviewOfOne } from './one-customer.ts';
import { onlyName } from './only-name.ts';
import { learnedInPrivate } from './privately.ts';

/** What is handed over, before any of it is written. */
export interface Made {
  readonly customer: string;
  /** Markdown. */
  readonly page: string;
  /** For the successor's journal, in the interchange format. */
  readonly lines: readonly object[];
  /** How many promises are among them. */
  readonly promises: number;
  readonly withheld: Withheld;
  /** They left, and winning them back is not worth it by the seller's own measure. */
  readonly isUnworthy: boolean;
}

/** Throws RelError('usage') where the words do not name one customer. */
export function madeFor(
  world: World,
  store: Store | undefined,
  words: readonly string[],
  passing: Passing,
): Made {
  const book = openBook(store);
  const name = onlyName(words, oneCustomer(words, namesIn(book)));
  const { review } = reviewOfOne(world, book, name, passing.on);
  const { customer, entries } = review.relationship;
  const { gates, standing } = review.judgement;
  const people = book.people.filter((person) => person.customer === name);
  const said = learnedInPrivate(store, { customer, people, entries });
  const handed = handoverOf(review, people, said);
  return {
    customer: name,
    page: handoverMarkdown(handed, passing),
    lines: linesOf(handed, passing),
    promises: handed.brief.promises.length,
    withheld: handed.withheld,
    isUnworthy: standing.stage === 'lost' && !gates.worth,
  };
}

function linesOf(handed: Handover, passing: Passing): readonly object[] {
  const { promises, review, troubles } = handed.brief;
  const { customer, entries } = review.relationship;
  return handoverLines({
    customer,
    people: handed.people,
    entries,
    promises,
    from: passing.from,
    on: passing.on,
    brief: handoverNote(handed, passing),
    troubles: goingOn(troubles).map(({ kind }) => kind),
  });
}

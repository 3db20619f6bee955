import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { historyOf } from '../journal/history.ts';
import { timelineOf } from '../practice/timeline.ts';
import type { World } from '../platform/world.ts';
import { entryJson } from '../render/entry-json.ts';
import { type OneEntry, oneEntryText } from '../render/one-entry-text.ts';
import { promiseJson } from '../render/promise-json.ts';
import type { OpenBook } from './book.ts';
import { relationshipAlone } from './one-customer.ts';
import { entriesFor } from './privately.ts';

/** One entry by its number, with what it speaks of and what became of it. Throws RelError('usage') where there is none to be shown. */
export function entryShown(
  book: OpenBook,
  number: number,
  asOf: Day,
  privately: boolean,
): OneEntry {
  const found = book.numbered(number);
  const [entry] = entriesFor(found === undefined ? [] : [found], privately);
  if (found !== undefined && entry === undefined)
    throw new RelError('usage', `#${number} is a mood, and private`, 'add --private to show it');
  if (entry === undefined)
    throw new RelError(
      'usage',
      `there is no entry #${number}`,
      'rel show CUSTOMER lists the numbers',
    );
  const relationship = relationshipAlone(book, entry.customer);
  const moments = timelineOf(relationship.entries, historyOf(relationship, asOf), asOf);
  const moment = moments.find((each) => each.entry.seq === number);
  const answers = moments.filter((each) => each.about?.seq === number).map((each) => each.entry);
  const { standing, about } = moment ?? { standing: undefined, about: undefined };
  return { entry, asOf, fields: entryJson(entry), standing, about, answers };
}

export async function printEntry(world: World, shown: OneEntry, asJson: boolean): Promise<void> {
  if (!asJson) {
    world.print(oneEntryText(shown, await world.page()));
    return;
  }
  const { about, answers, fields, standing } = shown;
  const json = {
    schema: 1,
    ...fields,
    promise: standing === undefined ? null : promiseJson(standing),
    refNumber: about?.seq ?? null,
    answers: answers.map(({ seq }) => seq),
  };
  world.print(`${JSON.stringify(json)}\n`);
}

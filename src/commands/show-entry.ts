import { RelError } from '../journal/error.ts';
import { historyOf } from '../journal/history.ts';
import { timelineOf } from '../practice/timeline.ts';
import type { World } from '../platform/world.ts';
import { entryJson } from '../render/entry-json.ts';
import { oneEntryText } from '../render/one-entry-text.ts';
import { promiseJson } from '../render/promise-json.ts';
import { bookOf } from '../verdict/book.ts';
import type { Book } from './book.ts';
import { entriesFor } from './privately.ts';

/** One entry by its number, with what it speaks of and what became of it. */
export async function showEntry(
  world: World,
  { accounts, settings }: Book,
  number: number,
  asJson: boolean,
  privately: boolean,
): Promise<void> {
  const asOf = world.clock.today();
  const account = accounts.find(({ entries }) => entries.some(({ seq }) => seq === number));
  const [relationship] = bookOf(account === undefined ? [] : [account], settings, asOf);
  const { entries = [] } = relationship ?? {};
  const found = entries.find(({ seq }) => seq === number);
  const [entry] = entriesFor(found === undefined ? [] : [found], privately);
  if (found !== undefined && entry === undefined)
    throw new RelError('usage', `#${number} is a mood, and private`, 'add --private to show it');
  if (relationship === undefined || entry === undefined)
    throw new RelError(
      'usage',
      `there is no entry #${number}`,
      'rel show CUSTOMER lists the numbers',
    );
  const moments = timelineOf(entries, historyOf(relationship, asOf), asOf);
  const moment = moments.find((each) => each.entry.seq === number);
  const answers = moments.filter((each) => each.about?.seq === number).map((each) => each.entry);
  const fields = entryJson(entry);
  const { standing, about } = moment ?? { standing: undefined, about: undefined };
  if (!asJson) {
    const shown = { entry, asOf, fields, standing, about, answers };
    world.print(oneEntryText(shown, await world.page()));
    return;
  }
  const json = {
    schema: 1,
    ...fields,
    promise: standing === undefined ? null : promiseJson(standing),
    refNumber: about?.seq ?? null,
    answers: answers.map(({ seq }) => seq),
  };
  world.print(`${JSON.stringify(json)}\n`);
}

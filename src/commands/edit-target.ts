import type { NameBook } from '../grammar/customers.ts';
import { CHANNELS, OUTCOMES } from '../journal/vocabulary.ts';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writeEntry, writePerson } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import { entryHeadline } from '../render/step-text.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import type { Store } from '../store/store.ts';
import { oneCustomer } from './book.ts';
import { CARD_SHEET, PERSON_SHEET } from './edit-card.ts';
import { type Around, entrySheet } from './edit-entry.ts';
import { isFieldOf, type Sheet, without } from './edit-fields.ts';
import { sheetText } from './edit-sheet.ts';
import { cutWords, type Wish } from './edit-words.ts';
import { onlyName } from './only-name.ts';

/** What shall be corrected. */
export type Target =
  | { readonly is: 'entry'; readonly entry: Recorded }
  | { readonly is: 'customer'; readonly customer: StoredCustomer }
  | { readonly is: 'person'; readonly person: StoredPerson };

interface Asked {
  readonly target: Target;
  readonly wishes: readonly Wish[];
}

const ENTRY_NUMBER = /^#?(\d+)$/;

const namesIn = (store: Store): NameBook => ({
  customers: store.customers().map(({ card }) => card),
  people: store.people(),
});

/** The entry, customer or person that the first words mean, and what of it shall be otherwise. */
export function askedOf(world: World, store: Store, words: readonly string[]): Asked {
  const [first = '', ...rest] = words;
  const number = ENTRY_NUMBER.exec(first)?.[1];
  if (number !== undefined && store.customerByName(first) === undefined) {
    const entry = entryNumbered(store, Number(number));
    const sheet = entrySheet(entry, aroundOf(world, store));
    const { subject, wishes } = cutWords(rest, (key) => isFieldOf(sheet, key), true);
    const [stray] = subject;
    if (stray !== undefined) throw strayWord(stray, number);
    return { target: { is: 'entry', entry }, wishes };
  }
  const { subject, wishes } = cutWords(
    words,
    (key) => isFieldOf(CARD_SHEET, key) || isFieldOf(PERSON_SHEET, key),
  );
  return { target: namedTarget(store, subject), wishes };
}

/** @param seq the number in the terminal */
export function entryNumbered(store: Store, seq: number): Recorded {
  const entry = store.entryByNumber(seq);
  if (entry !== undefined) return entry;
  const wasThere = store.changesOfEntry(seq).length > 0;
  throw new RelError(
    'usage',
    wasThere ? `entry #${seq} was deleted or undone` : `there is no entry #${seq}`,
    wasThere ? `see what became of it: rel history ${seq}` : 'rel show CUSTOMER lists the numbers',
  );
}

function strayWord(word: string, number: string): RelError {
  const field = [...CHANNELS].some((each) => each === word)
    ? `channel:${word}`
    : [...OUTCOMES].some((each) => each === word)
      ? `outcome:${word}`
      : `note:${word}`;
  return new RelError(
    'usage',
    `“${word}” does not say which field it is for`,
    `type for example: rel edit ${number} ${field}`,
  );
}

/** Throws RelError('usage') where the words name nobody, or several. */
export function namedTarget(store: Store, words: readonly string[]): Target {
  const named = oneCustomer(words, namesIn(store));
  const name = onlyName(words, named);
  if (named.person === undefined) return { is: 'customer', customer: customerNamed(store, name) };
  const person = store
    .people()
    .find((each) => each.customer === name && each.name === named.person);
  if (person === undefined) throw new Error(`${named.person} has gone`);
  return { is: 'person', person };
}

export function customerNamed(store: Store, name: string): StoredCustomer {
  const found = store.customerByName(name);
  if (found === undefined) throw new Error(`${name} has gone`);
  return found;
}

export function aroundOf(world: World, store: Store): Around {
  return {
    today: world.clock.today(),
    offset: world.clock.offset(),
    idOf(text) {
      const number = ENTRY_NUMBER.exec(text)?.[1];
      if (number !== undefined) return entryNumbered(store, Number(number)).id;
      if (store.entryById(text) !== undefined) return text;
      throw new RelError('usage', `ref:${text} names no entry`, 'give its number: ref:12');
    },
    customerNamed(text) {
      const words = text.split(/\s+/);
      return onlyName(words, oneCustomer(words, namesIn(store)));
    },
  };
}

/** What the editor is given. */
export function textOfTarget(world: World, store: Store, target: Target): string {
  if (target.is === 'customer')
    return sheetText(
      target.customer.card.name,
      writeCustomer(target.customer.card),
      CARD_SHEET,
      {},
    );
  if (target.is === 'person') {
    const { name, customer } = target.person;
    return sheetText(`${name} at ${customer}`, writePerson(target.person), PERSON_SHEET, {});
  }
  const { entry } = target;
  const all = entrySheet(entry, aroundOf(world, store));
  const sheet: Sheet = { ...all, fields: without(all.fields, 'need', 'win') };
  const referred = 'ref' in entry ? store.entryById(entry.ref) : undefined;
  const numbered = referred === undefined ? {} : { ref: `#${referred.seq}` };
  return sheetText(entryHeadline(entry), writeEntry(entry), sheet, numbered);
}

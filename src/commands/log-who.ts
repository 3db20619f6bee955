import type { Named, NameBook } from '../grammar/customers.ts';
import { foldAccents } from '../grammar/likeness.ts';
import { beginsWord, sayable, spell } from '../grammar/names.ts';
import { suggestNames } from '../grammar/suggest-names.ts';
import type { Asker } from '../platform/asker.ts';
import { visible } from '../render/visible.ts';

interface Meant {
  readonly named: Named;
  readonly isNew: boolean;
}

interface Offer extends Meant {
  readonly name: string;
}

/** Asks for the customer until there is one; a name that nobody has is offered as a new one. */
export async function whoIsMeant(ask: Asker, names: NameBook, begun: string): Promise<Meant> {
  for (let typed = begun; ;) {
    const offers = new Map<string, Offer>();
    const chosen = await ask.name({
      message: 'Who?',
      ...(typed === '' ? {} : { begun: typed }),
      find: (term) => {
        const found = offersFor(term.trim(), names);
        for (const offer of found) offers.set(offer.name, offer);
        return found.map(({ name }) => ({ name, value: name }));
      },
    });
    const offer = offers.get(chosen);
    if (offer === undefined) throw new Error(`${chosen} was not offered`);
    if (!offer.isNew || (await wantsNew(ask, offer.named.customer))) return offer;
    typed = '';
  }
}

async function wantsNew(ask: Asker, name: string): Promise<boolean> {
  const answer = await ask.key({
    message: `Make a new customer “${visible(name)}”?`,
    choices: [
      { key: 'y', value: 'yes', says: 'yes' },
      { key: 'n', value: 'no', says: 'no, look again' },
    ],
    // A slip in a name is more frequent than a new customer.
    usual: 'no',
  });
  return answer === 'yes';
}

/** Whoever the letters may mean, customers first; then what is like them; last a new customer of that name. */
function offersFor(term: string, names: NameBook): readonly Offer[] {
  const all: readonly (Named & { readonly called: readonly string[] })[] = [
    ...names.customers.map(({ name, aliases = [] }) => ({
      customer: name,
      called: [name, ...aliases],
    })),
    ...names.people.map(({ name, customer }) => ({ customer, person: name, called: [name] })),
  ];
  if (!sayable(term)) return all.filter(({ person }) => person === undefined).map(offerOf);
  const asked = spell(term);
  const begins = all.filter(({ called }) => called.some((name) => beginsWord(spell(name), asked)));
  const found = begins.length > 0 ? begins : suggestNames(term.split(' '), names);
  const isKnown = names.customers.some(({ name, aliases = [] }) =>
    [name, ...aliases].some((each) => foldAccents(each) === asked.plain),
  );
  const fresh: Offer = {
    name: `new customer “${visible(term)}”`,
    named: { customer: term },
    isNew: true,
  };
  return isKnown ? found.map(offerOf) : [...found.map(offerOf), fresh];
}

const offerOf = ({ customer, person }: Named): Offer => ({
  name: visible(person === undefined ? customer : `${person}, ${customer}`),
  named: person === undefined ? { customer } : { customer, person },
  isNew: false,
});

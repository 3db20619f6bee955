import { suggestNames } from '../grammar/suggest-names.ts';
import { byteLines } from '../import/byte-lines.ts';
import { peopleOfCards, type UnknownCompanies } from '../import/card-people.ts';
import { loadIcal } from '../import/components.ts';
import { CONTENT_LIMIT } from '../import/content-lines.ts';
import type { Reading } from '../import/found.ts';
import { addressCards } from '../import/vcards.ts';
import { counted } from '../journal/counted.ts';
import { quoted, quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { oneCustomer } from './book.ts';
import { type Given, type Known, known, refuseOther } from './import-format.ts';
import { cutOff, unreadLines } from './import-told-lines.ts';
import { onlyName } from './only-name.ts';

const TOLD = 8;

/** An address book: people, and the companies where they are. */
export async function readAddressBook(given: Given): Promise<Reading> {
  const { world, source, options } = given;
  const lines = byteLines(source.pieces(), CONTENT_LIMIT);
  const cards = [...world.counted(addressCards(lines, await loadIcal()), 'cards read')];
  if (cards.length === 0)
    refuseOther(
      given,
      'card',
      'a card begins with BEGIN:VCARD; export the contacts as vCard (.vcf)',
    );
  const here = known(given);
  const { found, unknown } = peopleOfCards(cards, {
    ...here,
    newCustomers: options.newCustomers === true,
    customer: options.customer === undefined ? undefined : customerNamed(options.customer, here),
  });
  const unread = cards.flatMap(({ bad }) => bad);
  return {
    found,
    newCustomers: 'refuse',
    notices: () => [
      `read ${counted(cards.length, 'card')}`,
      ...unreadLines(unread),
      ...cutOff('card', cards.find(({ isCut }) => isCut)?.line),
      ...unknownCompanies(unknown, here),
    ],
  };
}

function customerNamed(name: string, { customers, people }: Known): string {
  const words = name.split(' ');
  return onlyName(words, oneCustomer(words, { customers, people }));
}

/** Who they are, and what to type so that they come in. */
function unknownCompanies(unknown: UnknownCompanies, { customers }: Known): readonly string[] {
  if (unknown.size === 0) return [];
  const sorted = [...unknown].sort(([, a], [, b]) => b - a);
  const told = sorted.slice(0, TOLD).map(([company, count]) => {
    const [like] = suggestNames(company.split(' '), { customers, people: [] });
    const said = `${visible(company)} (${counted(count, 'card')})`;
    return like === undefined
      ? said
      : `${said}: is it ${visible(like.customer)}? rel edit ${quotedName(like.customer)} ${quoted(`alias:${company}`)}`;
  });
  const more = sorted.length > TOLD ? [`and ${sorted.length - TOLD} more`] : [];
  return [
    'these are no customers yet; all of them become customers with --new-customers:',
    ...[...told, ...more].map((line) => `  ${line}`),
  ];
}

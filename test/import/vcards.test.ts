import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byteLines, textOfBytes } from '../../src/import/byte-lines.ts';
import { peopleOfCards } from '../../src/import/card-people.ts';
import { componentsIn, loadIcal } from '../../src/import/components.ts';
import { CONTENT_LIMIT } from '../../src/import/content-lines.ts';
import { type AddressCard, addressCards } from '../../src/import/vcards.ts';
import { fileIn, namesIn, withFiles } from './real-files.ts';
import { linear, quarterOf } from './linear.ts';

const ical = await loadIcal();

const cardsIn = (bytes: Uint8Array): readonly AddressCard[] => [
  ...addressCards(byteLines([bytes], CONTENT_LIMIT), ical),
];
const cardOf = (...lines: readonly string[]): AddressCard | undefined =>
  cardsIn(Buffer.from(['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n'), 'latin1'))[0];

describe('a card', () => {
  test('of vCard 2.1: bare words, quoted-printable, character sets', () => {
    expect(
      cardOf(
        'VERSION:2.1',
        'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
        'ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Z=C3=BCr=',
        '=C3=BCck;Sales',
        'TEL;WORK;FAX:1',
        'TEL;CELL:2',
        'TEL;HOME:3',
        'EMAIL;INTERNET:b@x.test',
        'EMAIL;PREF;INTERNET:a@x.test',
      ),
    ).toMatchObject({
      is: 'person',
      name: 'Jörg Müller',
      company: 'Zürück',
      phones: ['2', '3'],
      emails: ['a@x.test', 'b@x.test'],
      bad: [],
    });
  });

  test('in the raw bytes of Windows, and of UTF-8 broken within a letter', () => {
    expect(cardOf('VERSION:2.1', 'FN:J\u00f6rg')?.name).toBe('Jörg');
    expect(cardOf('VERSION:3.0', 'FN:J\u00c3', ' \u00b6rg')?.name).toBe('Jörg');
  });

  test('of UTF-16', () => {
    const text = '\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg 石\r\nEND:VCARD\r\n';
    expect(cardsIn(Buffer.from(text, 'utf16le'))).toMatchObject([{ name: 'Jörg 石', line: 1 }]);
  });

  test('of vCard 4.0, with groups, escapes and preferences', () => {
    const card = cardOf(
      'VERSION:4.0',
      'item1.FN:Peck\\, Sam',
      'ORG:Acme\\; Sons;Sales',
      'EMAIL;PREF=2:b@x.test',
      'EMAIL;PREF=1:a@x.test',
      'TEL;VALUE=uri:tel:+1-2',
    );
    expect(card).toMatchObject({ name: 'Peck, Sam', company: 'Acme; Sons', phones: ['+1-2'] });
    expect(card?.emails).toEqual(['a@x.test', 'b@x.test']);
  });

  test('of vCard 3.0, with semicolons in a text', () => {
    const card = cardOf(
      'VERSION:3.0',
      'FN:Peck\\; Sam',
      'ORG:Acme\\; Sons;x',
      'TITLE:Buyer\\: all\\, too',
    );
    expect(card).toMatchObject({
      name: 'Peck; Sam',
      company: 'Acme; Sons',
      role: 'Buyer: all, too',
    });
  });

  test('without a name of its own has the nickname, else the address', () => {
    expect(cardOf('VERSION:3.0', 'NICKNAME:Sam', 'EMAIL:a@x.test')?.name).toBe('Sam');
    expect(cardOf('VERSION:3.0', 'EMAIL:a@x.test')?.name).toBe('a@x.test');
    expect(cardOf('VERSION:3.0', 'TEL:1')?.name).toBeUndefined();
  });

  test.each([
    [['FN:Acme', 'ORG:Acme'], 'company'],
    [['FN:Acme', 'KIND:org'], 'company'],
    [['FN:A', 'ORG:Acme', 'X-ABShowAs:COMPANY'], 'company'],
    [['FN:Bowling', 'X-ADDRESSBOOKSERVER-KIND:group'], 'group'],
    [['FN:A', 'ORG:Acme'], 'person'],
  ])('%j is a %s', (lines, is) => {
    expect(cardOf('VERSION:3.0', ...lines)?.is).toBe(is);
  });

  test('is read without the lines that nobody can read, which are named', () => {
    expect(cardOf('VERSION:3.0', 'nonsense', 'FN:A')).toMatchObject({
      name: 'A',
      bad: [3],
    });
  });

  test('ends where the next begins, and with the file; the card of an agent belongs to it', () => {
    const lines = ['BEGIN:VCARD', 'FN:A', 'BEGIN:VCARD', 'FN:B'];
    expect(cardsIn(Buffer.from(lines.join('\n'))).map(({ name }) => name)).toEqual(['A', 'B']);
    expect(cardOf('FN:A', 'AGENT:', 'BEGIN:VCARD', 'FN:B', 'END:VCARD', 'TITLE:C')).toMatchObject({
      name: 'A',
      role: 'C',
    });
  });
});

const customers = [{ name: 'Brazos Rentals', aliases: ['Brazos Inc.'] }, { name: 'Harlan' }];
const card = fc.record({
  line: fc.nat(),
  is: fc.constantFrom('person' as const, 'company' as const, 'group' as const),
  name: fc.constantFrom('Dana', 'Gus', 'Renée', undefined),
  company: fc.constantFrom('Brazos Rentals', 'brazos, inc', 'Harlan', 'Nobody Ltd', undefined),
  emails: fc.uniqueArray(fc.constantFrom('a@one.test', 'b@one.test', 'c@two.test', 'd@gmail.com')),
  phones: fc.constantFrom([], ['1', '2']),
  bad: fc.constant([]),
  isCut: fc.constant(false),
});

test('without a company it belongs to whoever has addresses of the same domain, wherever in the file they stand', () => {
  const bytes = Buffer.from(
    [
      'BEGIN:VCARD\nFN:Third\nEMAIL:c@two.test\nEND:VCARD',
      'BEGIN:VCARD\nFN:Second\nEMAIL:b@one.test\nEMAIL:b@two.test\nEND:VCARD',
      'BEGIN:VCARD\nFN:First\nORG:Harlan\nEMAIL:a@one.test\nEMAIL:a@gmail.com\nEND:VCARD',
      'BEGIN:VCARD\nFN:Stranger\nEMAIL:x@gmail.com\nEND:VCARD',
    ].join('\n'),
  );
  const { found } = peopleOfCards(cardsIn(bytes), { customers, people: [], newCustomers: false });
  expect(found).toMatchObject([
    { person: { customer: 'Harlan', name: 'Third' } },
    { person: { customer: 'Harlan', name: 'Second' } },
    { person: { customer: 'Harlan', name: 'First' } },
    { why: 'without a company' },
  ]);
});

test('twice is once, and the order of the cards makes no difference', () => {
  const people = (cards: readonly object[], known: readonly { customer: string; name: string }[]) =>
    peopleOfCards(cards as readonly AddressCard[], {
      customers,
      people: known,
      newCustomers: false,
    }).found.flatMap((found) => (found.is === 'person' ? [found.person] : []));
  const keys = (found: readonly { customer: string; name: string }[]) =>
    new Set(found.map(({ customer, name }) => `${customer}/${name}`));
  fc.assert(
    fc.property(fc.array(card, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (cards, random) => {
      const once = people(cards, []);
      const shuffled = cards
        .map((each) => ({ each, at: random.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(keys(people(shuffled, []))).toEqual(keys(once));
      expect(keys(people(cards, once))).toEqual(keys(once));
    }),
  );
});

describe('a megabyte of malice takes four times as long as a quarter of it, not sixteen times', () => {
  const lines = (line: string): string => line.repeat(Math.ceil(1_000_000 / line.length));
  test.each([
    ['one line', `BEGIN:VCARD\nFN:${'a'.repeat(1_000_000)}\nEND:VCARD`],
    ['one line without a colon', `BEGIN:VCARD\n${lines('QUOTED-PRINTABLE;')}\nEND:VCARD`],
    ['folds', `BEGIN:VCARD\nFN:a\n${lines(' \n')}END:VCARD`],
    ['soft breaks', `BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:a=\n${lines('=\n')}END:VCARD`],
    ['cards in cards', lines('AGENT:\nBEGIN:VCARD\n')],
    ['cards without an end', lines('BEGIN:VCARD\nFN:a\n')],
    ['parameters', `BEGIN:VCARD\nFN${lines(';a=b')}:c\nEND:VCARD`],
    ['quotes', `BEGIN:VCARD\nFN;a=${lines('"')}:c\nEND:VCARD`],
    ['commas', `BEGIN:VCARD\nNICKNAME:${lines(',')}\nORG:${lines(';')}\nEND:VCARD`],
    ['addresses', `BEGIN:VCARD\n${lines('EMAIL:a@b\n')}END:VCARD`],
    ['an address', `BEGIN:VCARD\nEMAIL:${lines('@')}\nEND:VCARD`],
    ['carriage returns', `BEGIN:VCARD\nFN:a${lines('\r')}END:VCARD`],
    ['zero bytes', lines('\0')],
  ])('%s', async (_what, text) => {
    await linear(quarterOf(text), text, (some) =>
      peopleOfCards(cardsIn(Buffer.from(some)), { customers, people: [], newCustomers: true }),
    );
  });
});

describe('files of others', () => {
  const BOOKS = 'ez-vcard';
  /** How many cards an independent program counted, by the ends of the names. */
  const COUNTED: Readonly<Record<string, number>> = {
    'ANDROID.vcf': 6,
    'gmail-list.vcf': 3,
    'rfc2426-example.vcf': 2,
  };
  const expected = (name: string): number =>
    Object.entries(COUNTED).find(([end]) => name.endsWith(end))?.[1] ?? 1;

  withFiles(BOOKS)(
    '18 address books: as many cards as were counted, all lines read, all with a name',
    () => {
      const names = namesIn(BOOKS, '.vcf');
      expect(names).toHaveLength(18);
      for (const name of names) {
        const cards = cardsIn(fileIn(BOOKS, name));
        expect([name, cards.length]).toEqual([name, expected(name)]);
        expect(cards.flatMap(({ bad }) => bad)).toEqual([]);
        expect(cards.filter((each) => each.name === undefined)).toEqual([]);
        expect(cards.filter(({ name: called = '' }) => /\ufffd|Ã/.test(called))).toEqual([]);
      }
    },
  );

  withFiles('ical.js')('26 parser tests: equal to their jCal', () => {
    const names = namesIn('ical.js', '.json').map((name) => name.replace(/\.json$/, ''));
    expect(names).toHaveLength(26);
    for (const name of names) {
      const ending = namesIn('ical.js', '.vcf').includes(`${name}.vcf`) ? '.vcf' : '.ics';
      const lines = byteLines([fileIn('ical.js', name + ending)], CONTENT_LIMIT);
      const roots = [...componentsIn(lines, ical, { wanted: (bytes) => textOfBytes(bytes) })];
      const read = roots.map(({ component }) => component);
      const given: unknown = JSON.parse(fileIn('ical.js', `${name}.json`).toString());
      expect(read.length === 1 ? read[0] : read).toEqual(given);
    }
  });
});

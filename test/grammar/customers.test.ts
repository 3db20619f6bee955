import { describe, expect, test } from '@jest/globals';
import {
  type NameBook,
  peopleNamed,
  resolveCustomer,
  soughtBy,
  type Who,
} from '../../src/grammar/customers.ts';

const BOOK: NameBook = {
  customers: [
    { name: 'Harlan Supply' },
    { name: 'Brazos Rentals', aliases: ['braz', 'big red'] },
    { name: 'Acme' },
    { name: 'Acme Metals' },
    { name: 'Acme Industries' },
    { name: 'North Star Foods' },
    { name: 'North Star Tools' },
    { name: 'Müller & Söhne' },
    { name: 'Muller Brothers' },
    { name: 'Ørsted' },
    { name: 'Call Center One' },
    { name: "O'Brien-Smith Ltd." },
    { name: '3M Deutschland' },
  ],
  people: [
    { name: 'Dana Whitfield', customer: 'Brazos Rentals' },
    { name: 'Dana Kim', customer: 'Acme' },
    { name: 'Ray', customer: 'Brazos Rentals' },
    { name: 'Bob Harlan', customer: 'Harlan Supply' },
    { name: 'Rayleigh Moss', customer: 'North Star Foods' },
    { name: 'José Núñez', customer: 'Ørsted' },
    { name: 'Sue Acme', customer: 'Ørsted' },
  ],
};

const asked = (line: string | readonly string[]): Who =>
  resolveCustomer(typeof line === 'string' ? line.split(' ') : line, BOOK);

const shown = (who: Who): string => {
  if (who.is === 'one')
    return `${who.person === undefined ? '' : `${who.person}@`}${who.customer} ${who.taken}`;
  const others = who.is === 'ambiguous' ? who.candidates : who.suggestions;
  return `${who.is}: ${others.map(({ customer, person }) => (person === undefined ? customer : `${person}@${customer}`)).join(', ')}`;
};

describe('never guessed', () => {
  test.each([
    ['north call', 'ambiguous: North Star Foods, North Star Tools'],
    ['north star called', 'ambiguous: North Star Foods, North Star Tools'],
    ['dana', 'ambiguous: Dana Whitfield@Brazos Rentals, Dana Kim@Acme'],
    ['acm', 'ambiguous: Acme, Acme Metals, Acme Industries'],
    ['muller', 'ambiguous: Müller & Söhne, Muller Brothers'],
    ['mülle', 'ambiguous: Müller & Söhne, Muller Brothers'],
    ['harlen call', 'unknown: Harlan Supply, Bob Harlan@Harlan Supply'],
    ['ra', 'unknown: '],
    ['da call', 'unknown: '],
    ['whit', 'unknown: '],
    ['arlan', 'unknown: '],
    ['zzz', 'unknown: '],
    ['nobody@brazos', 'unknown: '],
    ['dana@zzz', 'unknown: '],
    ['@', 'unknown: '],
    ['dana@', 'unknown: '],
    ['@brazos', 'unknown: '],
    ['--db x', 'unknown: '],
    ['&', 'unknown: '],
  ])('%s', (line, who) => {
    expect(shown(asked(line))).toContain(who);
  });

  test('nothing', () => {
    expect(resolveCustomer([], BOOK)).toEqual({ is: 'unknown', said: '', suggestions: [] });
    expect(resolveCustomer([''], BOOK)).toEqual({ is: 'unknown', said: '', suggestions: [] });
  });
});

describe('the longest run that names one', () => {
  test.each([
    ['harlan', 'Harlan Supply 1'],
    ['harl call no-answer', 'Harlan Supply 1'],
    ['HARLAN SUPPLY CALL', 'Harlan Supply 2'],
    ['supply call', 'Harlan Supply 1'],
    ['harlan sup call', 'Harlan Supply 1'],
    ['big red call', 'Brazos Rentals 2'],
    ['braz', 'Brazos Rentals 1'],
    ['rentals', 'Brazos Rentals 1'],
    ['acme', 'Acme 1'],
    ['acme met in the lobby', 'Acme 1'],
    ['acme metals in the lobby', 'Acme Metals 2'],
    ['acme in asked', 'Acme 1'],
    ['acme industries in asked', 'Acme Industries 2'],
    ['indus', 'Acme Industries 1'],
    ['north star foods', 'North Star Foods 3'],
    ['star tools 40m', 'North Star Tools 2'],
    ['müller & söhne call', 'Müller & Söhne 3'],
    ['muller & sohne call', 'Müller & Söhne 3'],
    ['sohne', 'Müller & Söhne 1'],
    ['orsted', 'Ørsted 1'],
    ['call in asked', 'Call Center One 1'],
    ['center', 'Call Center One 1'],
    ["o'brien", "O'Brien-Smith Ltd. 1"],
    ['o’brien', "O'Brien-Smith Ltd. 1"],
    ['smith ltd', "O'Brien-Smith Ltd. 2"],
    ['3m 40m', '3M Deutschland 1'],
    ['ray call', 'Ray@Brazos Rentals 1'],
    ['dana kim call', 'Dana Kim@Acme 2'],
    ['whitfield', 'Dana Whitfield@Brazos Rentals 1'],
    ['jose', 'José Núñez@Ørsted 1'],
    ['dana@brazos call', 'Dana Whitfield@Brazos Rentals 1'],
    ['Dana@Brazos call', 'Dana Whitfield@Brazos Rentals 1'],
    ['da@brazos', 'Dana Whitfield@Brazos Rentals 1'],
    ['dana@brazos rentals call', 'Dana Whitfield@Brazos Rentals 2'],
    ['dana@acme metals', 'Dana Kim@Acme 1'],
    ['bob@harlan', 'Bob Harlan@Harlan Supply 1'],
  ])('%s', (line, who) => expect(shown(asked(line))).toBe(who));

  test('one argument is one word, however many are in it', () => {
    expect(shown(asked(['Harlan  Supply', 'call']))).toBe('Harlan Supply 1');
    expect(shown(asked(['dana whitfield@big red', 'call']))).toBe(
      'Dana Whitfield@Brazos Rentals 1',
    );
  });
});

test('the likest names are offered first, beginnings before them', () => {
  expect(shown(asked('brasos call'))).toMatch(/^unknown: Brazos Rentals/);
  expect(shown(asked('nroth star'))).toMatch(/^unknown: North Star/);
  expect(shown(asked('mueller'))).toMatch(/^unknown: M[uü]ller/);
  expect(shown(asked('jozé'))).toMatch(/^unknown: José/);
});

test('a person of one customer', () => {
  expect(peopleNamed('dana', 'brazos rentals', BOOK)).toEqual(['Dana Whitfield']);
  expect(peopleNamed('d', 'Brazos Rentals', BOOK)).toEqual(['Dana Whitfield']);
  expect(peopleNamed('ray', 'Brazos Rentals', BOOK)).toEqual(['Ray']);
  expect(peopleNamed('tom', 'Brazos Rentals', BOOK)).toEqual([]);
  expect(peopleNamed('', 'Brazos Rentals', BOOK)).toEqual([]);
  const two = {
    ...BOOK,
    people: [...BOOK.people, { name: 'Dana Stone', customer: 'Brazos Rentals' }],
  };
  expect(peopleNamed('dana', 'Brazos Rentals', two)).toEqual(['Dana Whitfield', 'Dana Stone']);
  expect(shown(resolveCustomer(['dana@brazos'], two))).toBe(
    'ambiguous: Dana Whitfield@Brazos Rentals, Dana Stone@Brazos Rentals',
  );
});

test('a name of signs alone is meant where it is typed whole', () => {
  const book = { ...BOOK, customers: [...BOOK.customers, { name: '😀' }, { name: '++ ++' }] };
  expect(resolveCustomer(['😀', 'call'], book)).toMatchObject({ customer: '😀', taken: 1 });
  expect(resolveCustomer(['++', '++'], book)).toMatchObject({ customer: '++ ++', taken: 2 });
  expect(shown(resolveCustomer(['++'], book))).toBe('unknown: ++ ++');
});

describe('however many words there are', () => {
  test('a name that nobody has is answered beside one of very many words', () => {
    const customers = [{ name: 'word '.repeat(200_000).trim() }, { name: 'Acme' }];
    expect(resolveCustomer(['acmee'], { customers, people: [] })).toMatchObject({
      suggestions: [{ customer: 'Acme' }],
    });
  });

  test('the journal is asked for those of a name, and not of a whole page', () => {
    expect(soughtBy(['dana@brazos'])).toEqual([['dana'], ['brazos']]);
    expect(soughtBy(['a@b@'.repeat(3000)])).toBeUndefined();
    expect(soughtBy(['word '.repeat(3000)])).toBeUndefined();
  });
});

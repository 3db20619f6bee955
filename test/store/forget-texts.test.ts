import { expect, test } from '@jest/globals';
import {
  CUSTOMER_FIELDS,
  ENTRY_FIELDS,
  type EntryType,
  PERSON_FIELDS,
} from '../../src/journal/entry.ts';
import { fieldsOf, readLine, writeEntry } from '../../src/journal/line.ts';
import { bareCommand, finderOf, FREE_FIELDS, withoutTexts } from '../../src/store/forget-texts.ts';
import { ONE_OF_EACH } from './one-of-each.ts';

/** Text that names or chooses something of the journal's own, and cards' names, which nobody else's forgetting changes. */
const NOT_FREE = ['id', 'ref', 'customer', 'name', 'step', 'rule'];

test('every field of the user’s own words is looked through', () => {
  const sets = [
    CUSTOMER_FIELDS,
    PERSON_FIELDS,
    ...(Object.keys(ENTRY_FIELDS) as EntryType[]).map((type) => fieldsOf(type)),
  ];
  const worded = sets.flatMap((fields) =>
    Object.entries(fields).flatMap(([name, { kind }]) =>
      /text (without|that)|a name|other:NAME|an object/.test(kind.says) ? [name] : [],
    ),
  );
  expect([...new Set(worded)].filter((name) => !NOT_FREE.includes(name)).sort()).toEqual(
    // Conditions are words in a notice, and a choice of few elsewhere.
    [...FREE_FIELDS].sort(),
  );
});

const replaced = (name: string, note: string): unknown => {
  const finder = finderOf([name]);
  return finder && withoutTexts({ type: 'spoke', note }, finder)['note'];
};

test.each([
  ['Al', 'Al said', undefined],
  ['-', 'a - b', undefined],
  ['Ann', 'Anna, Joann and ann', 'Anna, Joann and …'],
  ['O’Brien & Söhne', 'o’brien  &\nSÖHNE!', '…!'],
  ['A+B (x)', 'the A+B (x)-plan, AAB x', 'the …-plan, AAB x'],
  ['$& $1', 'cost $& $1 each', 'cost … each'],
  ['田中', '田中さんと田中', '…さんと…'],
  ['🍕', '🍕🍕 twice', '…… twice'],
  ['Ltd.', 'Brazos Ltd. and Ltd', 'Brazos … and Ltd'],
])('%s in “%s”', (name, note, expected) => {
  expect(replaced(name, note)).toBe(expected);
});

test('a line stays one that can be read, whatever is replaced in it', () => {
  const lines = ONE_OF_EACH.map(writeEntry);
  const words = [
    ...new Set(lines.flatMap((line) => JSON.stringify(line).match(/[\p{L}-]{3,}/gu) ?? [])),
  ];
  const broken = words.flatMap((word) => {
    const finder = finderOf([word]);
    if (finder === undefined) return [];
    return lines.flatMap((line) => readLine(withoutTexts(line, finder)).problem ?? []);
  });
  expect(words.length).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test('of a command only its name stays', () => {
  expect(bareCommand('log brazos call')).toBe('log …');
  expect(bareCommand('undo 3')).toBe('undo 3');
  expect(bareCommand('import /home/brazos.jsonl')).toBe('import …');
  expect(bareCommand('')).toBe('…');
});

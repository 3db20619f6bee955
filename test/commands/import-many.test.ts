import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

/*
 * Of more than 4,000 entries at a time no second copy is kept. What may be done to them must not differ from what may be
 * done to few.
 */

const ENTRIES = 4_001;
const home = new Console();
afterAll(() => home.remove());

function* lines(): Generator<string> {
  yield '{"type":"customer","id":"acme","name":"Acme"}';
  yield '{"type":"customer","id":"bolt","name":"Bolt"}';
  for (let number = 1; number <= ENTRIES; number += 1) {
    const [customer, month] = [number % 2 === 0 ? 'Acme' : 'Bolt', 1 + (number % 12)];
    const on = `2025-${String(month).padStart(2, '0')}-10`;
    yield `{"type":"spoke","id":"e${number}","customer":"${customer}","on":"${on}","channel":"call","note":"said ${number}","recordedAt":"${on}T09:00:00+01:00"}`;
  }
}

const FILE = `${[...lines()].join('\n')}\n`;

beforeAll(async () => {
  home.write('many.jsonl', FILE);
  await home.must('rel import many.jsonl --db many.db');
});

const exported = (): Promise<string> => home.must('rel export journal --db many.db');
const history = (words: string): Promise<string> => home.must(`rel history ${words} --db many.db`);

test('an import of many is undone whole, told, and brought back', async () => {
  expect(await exported()).toBe(FILE);
  expect(await home.must('rel export entries --db many.db')).toMatch(/\r\n4001,e4001,.*\r\n$/);
  expect(await history('')).toContain(`and ${ENTRIES + 2 - 5} more`);
  expect(await home.must('rel undo --db many.db')).toContain(`and ${ENTRIES + 2 - 4} more`);
  expect(await exported()).toBe('');
  expect(await history('')).toContain('import many.jsonl');
  await home.must('rel redo --db many.db');
  expect(await exported()).toBe(FILE);
  await home.must('rel doctor --db many.db');
});

import { join } from 'node:path';
import { seededJournal, TODAY } from '../bench/seeded-journal.js';
import { hostileBook } from '../faults/hostile-book.js';
import { Console, FIXTURES } from '../support/console.ts';
import { manyCustomers } from '../support/many-customers.ts';

/** Books of every size, each by the text of its journal and the day on which it is looked at. */
const BOOKS = {
  'one customer': { today: TODAY, journal: () => [...seededJournal(60, 1, 1)].join('') },
  'fifteen customers': { today: TODAY, journal: () => [...seededJournal(900, 15, 2)].join('') },
  'three hundred customers': {
    today: '2026-11-16',
    journal: () => manyCustomers(300, '2026-11-16'),
  },
  'hostile texts': {
    today: '2026-11-20',
    journal: () =>
      hostileBook()
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
  },
  nobody: { today: TODAY, journal: () => '' },
} as const;

export type BookName = keyof typeof BOOKS;

/** A user with such a book. */
export async function userWith(name: BookName): Promise<Console> {
  const { journal, today } = BOOKS[name];
  const console = new Console({ REL_TODAY: today });
  console.write('book.jsonl', journal());
  await console.must('rel import book.jsonl');
  return console;
}

/** A page that `rel` writes, with the path of its file. */
export async function pageOf(console: Console, words: string): Promise<string> {
  const file = `${words.replace(/\W+/g, '-').slice(0, 60)}.html`;
  await console.must(`rel ${words} --format html --output ${file} --force`);
  return join(console.home, file);
}

export const FIFTEEN = { today: '2025-06-27', file: join(FIXTURES, '../books/fifteen.jsonl') };

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Book, readBook } from '../../src/commands/book.ts';
import { addDays, type Day, formatDay } from '../../src/journal/days.ts';
import { Desk } from './undo-world.ts';

const PATIENCE_MS = 300_000;
const RUNS = 210;

const customer = fc.constantFrom('brazos', 'harlan', 'hs', 'acme');
const newName = fc.constantFrom('Acme', 'Brazos Two', 'Harlan Supply', 'Brazos Rentals');
const number = fc.integer({ min: 1, max: 9 }).map(String);
/** What is written says on which day; the word is put in when the day is known. */
const TODAY_WORD = '@day';

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(
      fc.constant('log'),
      customer,
      fc.constantFrom('call', 'no-answer', 'in'),
      fc.constantFrom('yesterday', 'mon', TODAY_WORD),
      fc.constantFrom('they:list', 'feel:1', 'with:dana'),
      fc.constantFrom('by:fri', TODAY_WORD),
    ),
  },
  fc.tuple(fc.constant('log'), newName, fc.constant('--new')),
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constant('edit'), number, fc.constant(`note:${TODAY_WORD}`)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('edit'), number, fc.constantFrom('on:3 nov', 'feel:2')),
  },
  fc.tuple(
    fc.constant('edit'),
    customer,
    fc.constantFrom(`needs:${TODAY_WORD}`, 'tier:A', 'alias:hs'),
  ),
  fc.tuple(
    fc.constant('edit'),
    fc.constantFrom('dana@harlan', 'dana@brazos'),
    fc.constant(`role:${TODAY_WORD}`),
  ),
  { weight: 3, arbitrary: fc.tuple(fc.constant('delete'), number, fc.constant('--yes')) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('merge'), customer, customer) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('rename'), customer, newName) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('undo', 'redo'), fc.constantFrom('1', '2')) },
  fc.tuple(fc.constant('settings')),
);

/** Some commands a day, and how many days later the next ones come. */
const sessions = fc.array(
  fc.record({
    commands: fc.array(command, { minLength: 1, maxLength: 5 }),
    pause: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 2, maxLength: 6 },
);

async function begun(): Promise<Desk> {
  const desk = new Desk();
  for (const words of [
    ['log', 'Brazos Rentals', '--new', 'call', ':need', 'with:dana'],
    ['log', 'Harlan Supply', '--new', 'call', 'with:dana', 'they:send the list', 'by:fri'],
  ])
    expect([words, await desk.rel(...words)]).toEqual([words, true]);
  return desk;
}

const marked = (day: Day): string => `day${day}`;

async function run(desk: Desk, words: readonly string[]): Promise<void> {
  const mark = marked(desk.today);
  if (words[0] === 'settings') desk.write((writer) => writer.putSettings({ currency: mark }));
  else await desk.rel(...words.map((word) => word.replace(TODAY_WORD, mark)));
}

/** What was said of customers, people and entries, whatever it is kept in. */
const told = ({ settings, accounts, people }: Book): unknown =>
  JSON.parse(JSON.stringify({ settings, accounts, people }));

test(
  '--known is the copy of the journal that was taken at the end of that day',
  async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(sessions, async (days) => {
        const desk = await begun();
        try {
          const before = addDays(desk.today, -1);
          const copies = new Map<Day, unknown>([
            [before, { settings: {}, accounts: [], people: [] }],
            [desk.today, desk.read((store) => told(readBook(store)))],
          ]);
          for (const { commands, pause } of days) {
            for (const words of commands) await run(desk, words);
            copies.set(
              desk.today,
              desk.read((store) => told(readBook(store))),
            );
            for (let left = pause; left > 0; left -= 1) {
              const copy = copies.get(desk.today);
              desk.today = addDays(desk.today, 1);
              copies.set(desk.today, copy);
            }
          }
          for (const [day, copy] of copies) {
            expect([formatDay(day), desk.read((store) => told(readBook(store, day)))]).toEqual([
              formatDay(day),
              copy,
            ]);
            compared += 1;
          }
        } finally {
          desk.clear();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(RUNS);
  },
  PATIENCE_MS,
);

/** Entries of another journal, some with the day on which they were entered there. */
const imported = fc.array(
  fc.record({
    on: fc.integer({ min: 0, max: 40 }),
    later: fc.option(fc.integer({ min: 0, max: 20 })),
  }),
  { minLength: 1, maxLength: 8 },
);

test(
  'an import that stands counts by the days of its entries, and nothing is shown that was entered later',
  async () => {
    await fc.assert(
      fc.asyncProperty(sessions, imported, fc.nat(), async (days, entries, at) => {
        const desk = await begun();
        try {
          const first = addDays(desk.today, -30);
          const arrivals = entries.map(({ on, later }) => addDays(first, on + (later ?? 0)));
          const lines = entries.map(({ on, later }, index) =>
            JSON.stringify({
              type: 'spoke',
              id: `i${index}`,
              customer: 'Valmont',
              on: formatDay(addDays(first, on)),
              ...(later === null
                ? {}
                : { recordedAt: `${formatDay(addDays(first, on + later))}T09:00:00+00:00` }),
            }),
          );
          desk.files.set('old.jsonl', lines.join('\n'));
          for (const [index, { commands, pause }] of days.entries()) {
            if (index === at % days.length)
              expect(await desk.rel('import', 'old.jsonl')).toBe(true);
            for (const words of commands) await run(desk, words);
            desk.today = addDays(desk.today, pause);
          }
          const stands = desk
            .read((store) => store.lastChanges(1_000).changes)
            .some(({ change, stands }) => stands && change.command.startsWith('import'));
          for (let day = first; day <= desk.today; day = addDays(day, 1)) {
            const book = desk.read((store) => readBook(store, day));
            const shown = JSON.stringify(told(book));
            const marks = [...shown.matchAll(/day(\d+)/g)].map(([, mark]) => Number(mark));
            expect(marks.filter((mark) => mark > day)).toEqual([]);
            const ids = book.accounts
              .flatMap((account) => account.entries.map(({ id }) => id))
              .filter((id) => id.startsWith('i'));
            const expected = arrivals.flatMap((arrived, index) =>
              arrived <= day ? [`i${index}`] : [],
            );
            const before = stands ? expected : [];
            expect(expected).toEqual(expect.arrayContaining(ids));
            if (day < addDays(first, 30)) expect(ids.sort()).toEqual(before.sort());
            const known = book.accounts.some((account) => account.customer.name === 'Valmont');
            if (day < addDays(first, 30)) expect(known).toBe(before.length > 0);
          }
        } finally {
          desk.clear();
        }
      }),
      { numRuns: RUNS / 3, endOnFailure: true },
    );
  },
  PATIENCE_MS,
);

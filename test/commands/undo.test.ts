import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Console } from '../support/console.ts';
import { Desk } from './undo-world.ts';

const start = new Desk();

/** Two customers that know the same person, a promise that was kept, a notice. */
beforeAll(async () => {
  const words = [
    ['log', 'Brazos Rentals', '--new', 'call', ':need', 'with:dana', 'feel:-1', 'we talked'],
    ['log', 'Harlan Supply', '--new', 'call', 'with:dana', 'they:send the list', 'by:fri'],
    ['log', 'harlan', 'no-answer'],
    ['kept', '3'],
    ['edit', 'harlan', 'tier:A', 'value:900', 'alias:hs'],
    ['edit', 'brazos', 'tier:C', 'needs:lifts'],
  ];
  for (const each of words) expect([each, await start.rel(...each)]).toEqual([each, true]);
});

afterAll(() => start.clear());

const customer = fc.constantFrom('brazos', 'harlan', 'hs', 'acme', 'Brazos Rentals');
const number = fc.integer({ min: 1, max: 14 }).map(String);
const newName = fc.constantFrom('Acme', 'Brazos & Sons', 'hs', 'Harlan Supply', 'BRAZOS RENTALS');
const wish = fc.constantFrom(
  'feel:1',
  'feel:',
  'note:they left',
  'note:',
  'on:yesterday',
  'with:ray',
  'with:dana',
  'outcome:no-answer',
  'outcome:',
  'customer:harlan',
  'customer:brazos',
  'type:heard',
  'by:in 3 weeks',
  'ref:3',
  ':rude',
  'about:price',
);
const cardWish = fc.constantFrom(
  'tier:B',
  'tier:',
  'value:12k',
  'alias:bz',
  'aliases:',
  'need:cranes',
  'solo:yes',
  'name:Brazos Two',
);
const personWish = fc.constantFrom('role:buyer', 'role:', 'win:home by five', 'name:Dana Ray');
const said = fc.constantFrom('no-answer', 'call', ':rude', 'feel:2', 'in email', 'with:ray hello');

/** Any command that writes; many of them are refused, which must leave no trace either. */
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constant('log'), customer, said),
  },
  fc.tuple(fc.constant('log'), newName, fc.constant('--new')),
  { weight: 4, arbitrary: fc.tuple(fc.constant('edit'), number, wish) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('edit'), customer, cardWish) },
  fc.tuple(fc.constant('edit'), fc.constantFrom('dana@harlan', 'dana@brazos', 'ray'), personWish),
  { weight: 2, arbitrary: fc.tuple(fc.constant('delete'), number, fc.constant('--yes')) },
  fc.tuple(fc.constant('delete'), number, fc.constant('--yes'), fc.constant('--with-refs')),
  { weight: 2, arbitrary: fc.tuple(fc.constant('merge'), customer, customer) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('rename'), customer, newName) },
);
const back = fc.tuple(fc.constantFrom('undo', 'redo'), fc.integer({ min: 1, max: 4 }).map(String));
const session = fc.array(
  fc.oneof({ weight: 3, arbitrary: command }, { weight: 2, arbitrary: back }),
  {
    minLength: 4,
    maxLength: 12,
  },
);

/** What undo and redo must come to: the journal after every change that stands, and that was undone. */
interface Expected {
  readonly stands: string[];
  readonly undone: string[];
  /** Recorded so far. */
  changes: number;
}

/** Whether it may be done, by the book; then the book is turned to that page. */
function turn({ stands, undone }: Expected, [does, count = '1']: readonly string[]): boolean {
  const [from, to, kept] = does === 'undo' ? [stands, undone, 1] : [undone, stands, 0];
  if (from.length - kept < Number(count)) return false;
  for (let left = Number(count); left > 0; left -= 1) to.push(from.pop() ?? '');
  return true;
}

async function step(desk: Desk, expected: Expected, words: readonly string[]): Promise<void> {
  const isBack = words[0] === 'undo' || words[0] === 'redo';
  const isDone = await desk.rel(...words);
  const { dump, changes } = desk.state();
  if (isBack) {
    expect([words, isDone]).toEqual([words, turn(expected, words)]);
  } else if (changes > expected.changes) {
    expected.stands.push(dump);
    expected.undone.length = 0;
  }
  expected.changes = changes;
  expect(dump).toBe(expected.stands.at(-1));
}

/** The changes that the sessions begin with. */
const BEGUN = 6;

test('after any session of commands, undo and redo, the journal is what it was at that step', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(session, async (commands) => {
      const desk = new Desk(start);
      try {
        // Beneath what is known of a session lie the changes it began with.
        const begin: Expected = { stands: [desk.dump()], undone: [], changes: BEGUN };
        for (const words of commands) {
          if (words[0] === 'undo' && begin.stands.length <= Number(words[1])) continue;
          await step(desk, begin, words);
        }
        const steps = begin.stands.length - 1;
        written += steps;
        if (steps === 0) return;
        const end = desk.dump();
        await step(desk, begin, ['undo', String(steps)]);
        expect(desk.dump()).toBe(start.dump());
        await step(desk, begin, ['redo', String(steps)]);
        expect(desk.dump()).toBe(end);
        expect(desk.readAnew((store) => store.damagedRows())).toEqual([]);
        expect(desk.dump()).toBe(end);
      } finally {
        desk.clear();
      }
    }),
    { numRuns: 600, endOnFailure: true },
  );
  // Sessions in which everything is refused would prove nothing.
  expect(written).toBeGreaterThan(600);
}, 600_000);

test('undo leads back to the empty journal, and no further', async () => {
  const desk = new Desk(start);
  const end = desk.dump();
  expect(await desk.rel('undo', String(BEGUN + 1))).toBe(false);
  expect(desk.dump()).toBe(end);
  expect(await desk.rel('undo', String(BEGUN))).toBe(true);
  expect(desk.dump()).toBe('');
  expect(await desk.rel('undo')).toBe(false);
  expect(await desk.rel('redo', String(BEGUN))).toBe(true);
  expect(desk.dump()).toBe(end);
  expect(await desk.rel('redo')).toBe(false);
  desk.clear();
});

test('what was undone cannot come back after something new was written', async () => {
  const desk = new Desk(start);
  await desk.rel('undo');
  expect(await desk.rel('log', 'brazos', 'call')).toBe(true);
  const then = desk.dump();
  expect(await desk.rel('redo')).toBe(false);
  expect(desk.dump()).toBe(then);
  desk.clear();
});

test('each command in a process of its own, undo and redo lead back and forth', async () => {
  const console = new Console();
  const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ');
  try {
    await console.must('rel log "Brazos Rentals" --new call with:dana feel:-1 we talked');
    await console.must("rel log 'Harlan Supply' --new call 'they:send the list' by:fri");
    await console.must('rel kept 3');
    let undone = 0;
    let before = await console.must('rel export journal');
    for (const commands of fc.sample(fc.array(command, { minLength: 3, maxLength: 4 }), {
      numRuns: 12,
      // Always the same ones, so that there is something to undo in them.
      seed: 2,
    })) {
      const recorded = () =>
        console.must('rel history --json --last 1 | grep -o \'"earlier":[0-9]*\'');
      const begun = Number((await recorded()).split(':')[1]);
      for (const words of commands) await console.run(`rel ${quoted(words)}`);
      const count = Number((await recorded()).split(':')[1]) - begun;
      if (count === 0) continue;
      const after = await console.must('rel export journal');
      await console.must(`rel undo ${count}`);
      expect(await console.must('rel export journal')).toBe(before);
      await console.must(`rel redo ${count}`);
      expect(await console.must('rel export journal')).toBe(after);
      before = after;
      undone += count;
    }
    expect(undone).toBeGreaterThan(5);
  } finally {
    console.remove();
  }
}, 300_000);

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDay } from '../../src/journal/days.ts';
import { openStore } from '../../src/store/store.ts';
import { FixedClock } from '../store/temp-journal.ts';
import { Console } from '../support/console.ts';

const home = new Console();
const on = (day: string, command: string) => home.must(command, { REL_TODAY: day });
const out = (command: string): Promise<string> => home.must(command);

beforeAll(async () => {
  await on(
    '2026-11-02',
    'rel log "Harlan Supply" --new call with:dana :need :private typed on 2 nov',
  );
  await on(
    '2026-11-09',
    'rel edit 1 note:"typed on 9 nov" fault:us harm:3 && rel log harlan email 5 nov late',
  );
  await on(
    '2026-11-09',
    'rel log harlan call a slip && rel delete 3 --yes && rel undo && rel redo',
  );
  recordReview();
  await home.must('rel export journal --history --output all.jsonl');
  await home.must('rel import all.jsonl --db new.db');
});
afterAll(() => home.remove());

/** As a review on a terminal does. */
function recordReview(): void {
  const store = openStore(home.journal, { clock: new FixedClock(), create: false });
  const day = civilDay(2026, 11, 10);
  const [harlan] = store.customers();
  if (day !== undefined && harlan !== undefined)
    store.recordReview({ day, verdicts: { [harlan.id]: 'FIX' } });
  store.close();
}

describe('a journal with its history', () => {
  test('comes back from a new file in the same bytes, with and without it', async () => {
    const all = await out('cat all.jsonl');
    expect(all).toContain('"type":"operation"');
    expect(all).toContain('"type":"review"');
    expect(await out('rel export journal --history --db new.db')).toBe(all);
    expect(await out('rel export journal --db new.db')).toBe(await out('rel export journal'));
  });

  test('knows what was done, deleted and taken back', async () => {
    const history = await out('rel history --db new.db');
    expect(history).toBe(await out('rel history'));
    expect(history).toContain('a slip');
    expect(history).toContain('redo');
  });

  test('knows what was known on a day', async () => {
    const known = await out('rel show 1 --json --db new.db');
    expect(known).toContain('typed on 9 nov');
    const then = 'rel review --known 2026-11-08 --all --format json';
    expect(await out(`${then} --db new.db`)).toBe(await out(then));
    expect(await out(`${then} --db new.db`)).not.toBe(await out(then.replace('08', '09')));
  });

  test('knows the last review', async () => {
    expect(await out('rel review --all --db new.db')).toContain('since Tue 10 Nov 2026');
  });

  test('adds nothing the second time, and takes what is done from then on', async () => {
    expect(await out('rel import all.jsonl --db new.db')).toContain('0 entries; 4 here already');
    await home.must('cp new.db on.db && rel log harlan call --db on.db && rel undo --db on.db');
    expect(await out('rel export journal --db on.db')).toBe(await out('rel export journal'));
  });
});

describe('refused, and nothing is written', () => {
  const refused = async (made: string, into: string): Promise<string> => {
    await home.must(`${made} > other.jsonl`);
    const { code, stderr } = await home.run(`rel import other.jsonl --db ${into}`);
    expect(code).toBe(2);
    return stderr;
  };

  test.each([
    ['a history that lacks a step', 'grep -v \'"command":"edit\' all.jsonl', 'do not tell how'],
    ['another present', "sed '3s/9 nov/9 dec/' all.jsonl", 'do not tell how'],
    ['a step twice', '(cat all.jsonl; grep \'"clock"\' all.jsonl | tail -1)', 'comes twice'],
    ['what takes back nothing', 'sed \'s/"undoes":\\["/&x/\' all.jsonl', 'which is not there'],
    ['a clock that is none', 'sed \'s/"clock":"/&x/\' all.jsonl', 'none that rel writes'],
    ['an unknown field', 'sed \'s/"clock"/"clack"/\' all.jsonl', 'unknown field "clack"'],
    ['an unknown verdict', 'sed \'s/"FIX"/"FIXED"/\' all.jsonl', 'review: verdicts'],
  ])('%s', async (_, made, says) => {
    expect(await refused(made, 'none.db')).toContain(says);
    expect(await home.run('ls none.db')).toMatchObject({ code: 2 });
  });

  test('into a journal that has a history of its own', async () => {
    await home.must('rel log Other --new call --db own.db');
    const before = await out('rel export journal --history --db own.db');
    expect(await refused('cat all.jsonl', 'own.db')).toContain('has one of its own');
    expect(await out('rel export journal --history --db own.db')).toBe(before);
  });

  test('with a table', async () => {
    const { code, stderr } = await home.run('rel export entries --history');
    expect(code).toBe(2);
    expect(stderr).toContain('--history does not go with entries');
  });
});

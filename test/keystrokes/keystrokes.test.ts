import { expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

/**
 * Ten everyday facts, each as it is typed, and what it takes to keep the same in other tools: `friends` (activities),
 * `task` (Taskwarrior; a promise is a task of its own, for only a task has a due date), `jrnl`, and a row of a
 * spreadsheet with the columns date, customer, channel, outcome, person, minutes, note, promise, due, where → is Tab
 * and † is the one key chord for today. Enter counts as a key everywhere.
 */
const FACTS = [
  {
    fact: 'called, no answer',
    rel: 'rel log brazos no-answer',
    friends: 'friends add activity Called Brazos, no answer',
    task: 'task log Called, no answer project:brazos',
    jrnl: 'jrnl Called @brazos, no answer',
    row: '†→Brazos→call→no answer',
    stored: { type: 'tried', channel: 'call', outcome: 'no-answer' },
  },
  {
    fact: 'called, and they promised something',
    rel: 'rel log acme they:send drawings by:fri',
    friends: 'friends add activity Called Acme, they send drawings by Friday',
    task: 'task log Called project:acme\ntask add They send drawings project:acme due:fri',
    jrnl: 'jrnl Called @acme, they @promised to send drawings by Friday',
    row: '†→Acme→call→→→→→they send drawings→2026-11-20',
    stored: { type: 'promise', by: 'them', due: '2026-11-20' },
  },
  {
    fact: 'called, and we promised a quote',
    rel: 'rel log acme me:quote by:tue',
    friends: 'friends add activity Called Acme, promised a quote by Tuesday',
    task: 'task log Called project:acme\ntask add Quote project:acme due:tue',
    jrnl: 'jrnl Called @acme, I @promised a quote by Tuesday',
    row: '†→Acme→call→→→→→quote→2026-11-17',
    stored: { type: 'promise', by: 'us', due: '2026-11-17' },
  },
  {
    fact: 'Dana called about the price, ten minutes',
    rel: 'rel log dana in 10m :price',
    friends: 'friends add activity Dana called about the price, 10 min',
    task: 'task log Dana called, 10m, price project:brazos',
    jrnl: 'jrnl @dana called, 10m, @price',
    row: '†→Brazos→call→in→Dana→10→price',
    stored: { type: 'heard', person: 'Dana', minutes: 10, about: ['price'] },
  },
  {
    fact: 'visited yesterday, an hour and a half',
    rel: 'rel log brazos visit 1h30m yesterday',
    friends: 'friends add activity yesterday: Visited Brazos, 1h30m',
    task: 'task log Visited, 1h30m project:brazos entry:yesterday',
    jrnl: 'jrnl yesterday: Visited @brazos, 1h30m',
    row: '2026-11-15→Brazos→visit→→→90',
    stored: { type: 'spoke', channel: 'visit', minutes: 90, on: '2026-11-15' },
  },
  {
    fact: 'wrote an e-mail and wait for the reply',
    rel: 'rel log acme email asked for a date',
    friends: 'friends add activity E-mailed Acme, asked for a date',
    task: 'task log E-mailed, asked for a date project:acme',
    jrnl: 'jrnl E-mailed @acme, asked for a date',
    row: '†→Acme→email→waiting→→→asked for a date',
    stored: { type: 'tried', channel: 'email', note: 'asked for a date' },
  },
  {
    fact: 'they were rude',
    rel: 'rel log acme :rude',
    friends: 'friends add activity Called Acme, they were rude',
    task: 'task log Called, they were rude project:acme',
    jrnl: 'jrnl Called @acme, they were @rude',
    row: '†→Acme→call→→→→rude',
    stored: { type: 'spoke', rude: true },
  },
  {
    fact: 'a problem, our fault',
    rel: 'rel log acme :problem fault:us',
    friends: 'friends add activity Called Acme, a problem, our fault',
    task: 'task log Called, a problem, our fault project:acme',
    jrnl: 'jrnl Called @acme, @problem, our fault',
    row: '†→Acme→call→→→→problem, our fault',
    stored: { type: 'spoke', about: ['problem'], fault: 'us' },
  },
  {
    fact: 'a favour: two hours of work',
    rel: 'rel work brazos 2h gave:m',
    friends: 'friends add activity Worked 2h for Brazos as a favor',
    task: 'task log Worked 2h as a favour project:brazos',
    jrnl: 'jrnl Worked 2h for @brazos as a @favour',
    row: '†→Brazos→work→→→120→favour',
    stored: { type: 'work', minutes: 120, gave: ['m'] },
  },
  {
    fact: 'left a voicemail, to be reminded on Friday',
    rel: 'rel log brazos voicemail next:fri',
    friends: 'friends add activity Left Brazos a voicemail, again Friday',
    task: 'task log Left a voicemail project:brazos\ntask add Call project:brazos due:fri',
    jrnl: 'jrnl Left @brazos a voicemail, @again on Friday',
    row: '†→Brazos→call→voicemail→→→→call→2026-11-20',
    stored: { type: 'tried', outcome: 'voicemail', next: '2026-11-20' },
  },
] as const;

const MOST_KEYS = 40;

/** Every character, and Enter after each line. */
const keys = (typed: string): number =>
  typed.split('\n').reduce((sum, line) => sum + line.length + 1, 0);

test.each(FACTS)('$fact: at most 40 keys, fewer than in the journals and task lists', (each) => {
  expect(keys(each.rel)).toBeLessThanOrEqual(MOST_KEYS);
  for (const other of [each.friends, each.task, each.jrnl])
    expect([other, keys(other) > keys(each.rel)]).toEqual([other, true]);
});

test('all ten together take fewer keys than rows of a spreadsheet', () => {
  const sum = (of: (fact: (typeof FACTS)[number]) => string): number =>
    FACTS.reduce((total, fact) => total + keys(of(fact)), 0);
  expect(sum(({ rel }) => rel)).toBeLessThan(sum(({ row }) => row));
});

test('each is stored as the fact it stands for', async () => {
  const console = new Console();
  try {
    await console.must('rel add customer Brazos Rentals; rel add customer Acme');
    await console.must('rel add person Dana --at brazos');
    for (const { rel, stored } of FACTS) {
      await console.must(rel);
      const last = (await console.must('rel export journal')).trim().split('\n').at(-1) ?? '';
      expect(JSON.parse(last)).toMatchObject(stored);
    }
  } finally {
    console.remove();
  }
}, 60_000);

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

const TODAY = '2026-11-20';
const CUSTOMER = 'Acme';
/** What was written down for nobody else; each word of its own. */
const SECRET = {
  talk: 'Kanarie-talk',
  theirs: 'Kanarie-theirs',
  ours: 'Kanarie-ours',
  notice: 'Kanarie-notice',
  asked: 'Kanarie-asked',
  reason: 'Kanarie-reason',
  lesson: 'Kanarie-lesson',
  mood: 'Kanarie-mood',
  change: 'Kanarie-change',
  label: 'Kanarie-label',
  need: 'Kanarie-need',
  win: 'Kanarie-win',
};

let count = 0;
const entry = (type: string, on: string, fields: object = {}) =>
  `${JSON.stringify({ type, id: `e${(count += 1)}`, customer: CUSTOMER, on, ...fields })}\n`;
const secret = (type: string, on: string, fields: object) =>
  entry(type, on, { ...fields, private: true });

/** A customer with whom much is wrong, so that much is said of them. */
const JOURNAL = [
  `${JSON.stringify({ type: 'customer', name: CUSTOMER, tier: 'A', value: 9000 })}\n`,
  entry('won', '2025-11-01', { amount: 4000 }),
  ...['01', '05', '09', '13', '17', '21', '25'].map((day) =>
    entry('spoke', `2026-06-${day}`, { channel: 'call', feel: -2, minutes: 90, person: 'Dana' }),
  ),
  ...['02', '06', '10', '14', '18'].map((day) =>
    entry('tried', `2026-10-${day}`, { channel: 'call', outcome: 'no-answer', feel: -2 }),
  ),
  secret('spoke', '2026-10-20', {
    channel: 'call',
    note: SECRET.talk,
    tags: [SECRET.label],
    feel: -1,
  }),
  secret('promise', '2026-07-01', { by: 'them', what: SECRET.theirs, due: '2026-07-10' }),
  secret('promise', '2026-07-02', { by: 'us', what: SECRET.ours, due: '2026-07-11' }),
  secret('notice', '2026-11-10', {
    deadline: '2026-11-30',
    words: SECRET.notice,
    conditions: [SECRET.asked],
  }),
  secret('decision', '2026-11-11', { verdict: 'KEEP', reason: SECRET.reason }),
  secret('lesson', '2026-11-12', { rule: 'promises', text: SECRET.lesson }),
  secret('change', '2026-11-12', { kind: 'other', note: SECRET.change }),
  secret('mood', '2026-11-13', { feel: -2, note: SECRET.mood }),
  entry('promise', '2026-11-01', { by: 'them', kind: 'payment', amount: 90, due: '2026-11-30' }),
  // Every other kind of entry that is no talk.
  secret('learned', '2026-11-14', { learned: ['need'] }),
  secret('broken', '2026-11-14', { ref: 'e15' }),
  secret('moved', '2026-11-14', { ref: 'e16', due: '2026-12-01' }),
  secret('paid', '2026-11-14', { ref: 'e22', amount: 40 }),
  secret('income', '2026-11-14', { amount: 40 }),
  secret('won', '2026-11-14', { amount: 70 }),
  secret('renewal', '2026-11-14', { renewsOn: '2027-01-10' }),
  secret('away', '2026-11-14', { from: '2026-08-01', to: '2026-08-04' }),
  secret('hardship', '2026-11-14', { from: '2026-09-01', to: '2026-09-04' }),
  secret('intent', '2026-11-14', { what: 'drop' }),
  secret('step', '2026-11-14', { step: 'history' }),
].join('');

const console = new Console({ REL_TODAY: TODAY });
beforeAll(async () => {
  console.write('book.jsonl', JOURNAL);
  await console.must('rel import book.jsonl');
  const learned = `need:${SECRET.need} win:${SECRET.win} with:Dana`;
  await console.must(`rel log acme call on:2026-11-15 :private ${learned}`);
});
afterAll(() => console.remove());

/** Feelings and moods, as some page may word them. */
const FELT = /feel|felt|\bmood\b/i;
const secretsIn = (text: string): readonly string[] =>
  Object.values(SECRET).filter((word) => text.includes(word));

describe.each(['review --format html', 'show acme --format html'])('rel %s', (call) => {
  test('keeps private words and feelings to oneself', async () => {
    const page = await console.must(`rel ${call}`);
    expect(page).toContain(CUSTOMER);
    expect(secretsIn(page)).toEqual([]);
    expect(FELT.exec(page)).toBeNull();
  });

  test('tells them with --private', async () => {
    const page = await console.must(`rel ${call} --private`);
    expect(page).toMatch(FELT);
    expect(secretsIn(page)).toEqual(
      expect.arrayContaining([SECRET.talk, SECRET.theirs, SECRET.ours, SECRET.reason, SECRET.mood]),
    );
  });

  test('tells none of them behind a mask, --private or not', async () => {
    for (const privately of ['', ' --private'])
      expect(secretsIn(await console.must(`rel ${call} --mask${privately}`))).toEqual([]);
  });
});

test.each(['review --format csv', 'review --format md', 'review --json --all-rules', 'review'])(
  'rel %s has no private word',
  async (call) => {
    expect(secretsIn(await console.must(`rel ${call}`))).toEqual([]);
  },
);

test('a card behind a mask says nothing of feelings, unless asked', async () => {
  expect(await console.must('rel show acme --last 99')).toMatch(FELT);
  expect(await console.must('rel show acme --last 99 --mask')).not.toMatch(FELT);
  expect(await console.must('rel show acme --last 99 --mask --private')).toMatch(FELT);
});

test('a page has what is on the card, but not what came on it in private', async () => {
  await console.must('rel log acme call on:2026-11-16 need:forklifts');
  const page = await console.must('rel show acme --format html');
  expect([page.includes('needs forklifts'), page.includes(SECRET.need)]).toEqual([true, false]);
  const told = await console.must('rel show acme --format html --private');
  expect([told.includes(SECRET.need), told.includes(SECRET.win)]).toEqual([true, true]);
});

test('of somebody whom only private talks name, neither a page nor a handover has the name', async () => {
  await console.must(
    'rel log "Bleak Mills" --new visit with:Tess && rel log bleak with:Quixote :private -- quiet',
  );
  const names = async (command: string) => {
    const told = await console.must(command);
    return ['Tess', 'Quixote'].filter((name) => told.includes(name));
  };
  const handover = 'rel handover bleak --to Bo --out';
  expect(await names('rel show bleak --format html')).toEqual(['Tess']);
  expect(await names(`${handover} one.jsonl && cat one.*`)).toEqual(['Tess']);
  expect(await names('rel show bleak --format html --private')).toEqual(['Tess', 'Quixote']);
  await console.must('rel log bleak with:Quixote -- in the open');
  expect(await names('rel show bleak --format html')).toEqual(['Tess', 'Quixote']);
  expect(await names(`${handover} two.jsonl && cat two.*`)).toEqual(['Tess', 'Quixote']);
});

test('of a private entry of any kind a page tells the kind', async () => {
  const page = await console.must('rel show acme --format html');
  for (const kind of ['a verdict of your own', 'income', 'away', 'paid a part', 'lesson'])
    expect(page).toContain(`>${kind}, private<`);
  expect(page).not.toContain('undefined');
  const masked = await console.must('rel show acme --last 99 --mask');
  expect(masked).toMatch(/a date of renewal, private/);
});

test('a brief does not tell what a private notice asks for', async () => {
  expect(secretsIn(await console.must('rel brief acme --private'))).toContain(SECRET.asked);
  expect(secretsIn(await console.must('rel brief acme'))).not.toContain(SECRET.asked);
});

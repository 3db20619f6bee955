import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../src/journal/days.ts';
import { backtest } from '../../src/practice/backtest.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

type Line = Readonly<Record<string, unknown>>;

/** The journal in these lines, replayed up to `until`. */
function replayed(lines: readonly Line[], until: string, since?: string) {
  const text = lines.map((line, index) => JSON.stringify({ id: `e${index}`, ...line })).join('\n');
  const { accounts, settings } = bookFrom(text);
  const day = dayOf(until);
  return backtest(bookOf(accounts, settings, day), {
    since: since === undefined ? undefined : dayOf(since),
    until: day,
  });
}

type Tested = ReturnType<typeof replayed>;
const reviewer = ({ reviewers }: Tested, name: string) => {
  const found = reviewers.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  const { falseAlarms, lead, open, warned, weeks } = found;
  return {
    warned: [warned.hits, warned.of],
    lead,
    falseAlarms: [falseAlarms.hits, falseAlarms.of],
    open,
    weeks: [weeks.alarmed, weeks.all],
  };
};

/*
 * One invoice, due Thu 1 Jan 2026 and never paid. `payment` warns from 31 days on (1 Feb), is critical from 91 on
 * (2 Apr). So of the Fridays 6 Feb is the first FIX and 3 Apr the first REBUILD. They leave on Mon 20 Apr; the last
 * review before was 17 Apr. FIX stood for 22 + 31 + 20 = 73 days, REBUILD for 17. They last spoke on 1 Dec: 30 Jan is
 * the 60th day of silence, 6 Feb the first Friday beyond. Fridays from 5 Dec to 17 Apr: 20, of them 11 FIX or worse
 * and 3 REBUILD.
 */
const leaver = (customer: string, lostOn: string): readonly Line[] => [
  { type: 'won', customer, on: '2025-12-01' },
  { type: 'spoke', customer, on: '2025-12-01', about: ['need'] },
  {
    type: 'promise',
    id: `${customer} invoice`,
    customer,
    on: '2025-12-01',
    by: 'them',
    kind: 'payment',
    amount: 100,
    due: '2026-01-01',
  },
  { type: 'sent', customer, on: '2026-02-02', about: ['need'] },
  { type: 'lost', customer, on: lostOn, cause: 'them' },
];

/*
 * The same invoice, paid on Tue 10 Feb: one week of FIX, 6 Feb, after which nobody leaves. Silent beyond 60 days from
 * 6 Feb to 27 Feb (they speak on Mon 2 Mar), and again from Fri 8 May, the first beyond 1 May, to the end.
 */
const stayer = (customer: string): readonly Line[] => [
  ...leaver(customer, '2026-02-10').slice(0, 4),
  { type: 'done', customer, on: '2026-02-10', ref: `${customer} invoice` },
  { type: 'spoke', customer, on: '2026-03-02', about: ['need'] },
  ...['2026-05-04', '2026-07-06', '2026-09-07', '2026-11-02'].map((on) => ({
    type: 'sent',
    customer,
    on,
    about: ['need'],
  })),
];

/** Nothing was ever wrong with them. Fridays from 9 Jan to 27 Feb 2026. */
const blind: readonly Line[] = [
  { type: 'won', customer: 'Blind', on: '2026-01-05' },
  { type: 'spoke', customer: 'Blind', on: '2026-01-05', about: ['need'] },
  { type: 'lost', customer: 'Blind', on: '2026-03-02', cause: 'price' },
];

describe('one customer who left', () => {
  const tested = replayed(leaver('Acme', '2026-04-20'), '2026-05-01');

  test('each bar has its own lead', () => {
    expect(reviewer(tested, 'FIX or worse')).toEqual({
      warned: [1, 1],
      lead: 73,
      falseAlarms: [0, 1],
      open: 0,
      weeks: [11, 20],
    });
    expect(reviewer(tested, 'REBUILD or worse')).toMatchObject({ lead: 17, weeks: [3, 20] });
    expect(reviewer(tested, 'DROP')).toMatchObject({ warned: [0, 1], lead: null, weeks: [0, 20] });
  });

  test('beside the two simple reviewers', () => {
    expect(reviewer(tested, '60 days silent')).toMatchObject({ lead: 73, weeks: [11, 20] });
    expect(reviewer(tested, 'always KEEP')).toMatchObject({
      warned: [0, 1],
      falseAlarms: [0, 0],
      weeks: [0, 20],
    });
  });

  test('the loss and its rule', () => {
    expect(tested.losses).toEqual([
      {
        customer: 'Acme',
        on: dayOf('2026-04-20'),
        verdict: 'REBUILD',
        ahead: { FIX: 73, REBUILD: 17, DROP: null },
        surprise: false,
      },
    ]);
    expect(tested.rules.map(({ name, lead }) => [name, lead])).toEqual([['payment', 73]]);
  });

  test('bounds are those of Wilson', () => {
    // 1 of 1 with z = 1.6449: lower 1 / (1 + z²) = 0.2699.
    const [fix] = tested.reviewers;
    expect(fix?.warned.lower).toBeCloseTo(0.2699, 4);
    expect(fix?.warned.upper).toBe(1);
    expect(fix?.falseAlarms.upper).toBeCloseTo(0.7301, 4);
  });
});

describe('a book of three', () => {
  const lines = [...leaver('Acme', '2026-04-20'), ...stayer('Stays'), ...blind];
  const tested = replayed(lines, '2026-12-31');

  test('misses and false alarms', () => {
    // Acme 20 weeks, Stays 5 Dec 2025 to 25 Dec 2026: 56, Blind 8.
    expect(reviewer(tested, 'FIX or worse')).toEqual({
      warned: [1, 2],
      lead: 73,
      falseAlarms: [1, 2],
      open: 0,
      weeks: [12, 84],
    });
    expect(reviewer(tested, '60 days silent')).toMatchObject({
      warned: [1, 2],
      falseAlarms: [1, 2],
      open: 1,
    });
  });

  test('what became of them, and the surprise by name', () => {
    expect(tested.fates).toMatchObject({ lost: 2, 'still there': 1 });
    expect(tested.surprises).toMatchObject({ hits: 1, of: 2 });
    expect(tested.losses.filter(({ surprise }) => surprise)).toMatchObject([{ customer: 'Blind' }]);
  });

  test('--since leaves out what came before', () => {
    const later = replayed(lines, '2026-12-31', '2026-04-01');
    expect(later.losses.map(({ customer }) => customer)).toEqual(['Acme']);
    // The warning before the loss still counts from its own beginning.
    expect(later.losses[0]?.ahead).toEqual({ FIX: 73, REBUILD: 17, DROP: null });
    // The alarms of February began before; that of 3 April is there.
    expect(reviewer(later, 'FIX or worse').falseAlarms).toEqual([0, 0]);
    expect(reviewer(later, 'REBUILD or worse').falseAlarms).toEqual([0, 1]);
  });
});

describe('when an alarm is wrong', () => {
  const lines = stayer('Stays');

  test.each([
    // 6 Feb and 180 days is 5 Aug.
    ['2026-08-04', [0, 0], 1],
    ['2026-08-05', [1, 1], 0],
  ])('seen from %s', (until, falseAlarms, open) => {
    expect(reviewer(replayed(lines, until), 'FIX or worse')).toMatchObject({ falseAlarms, open });
  });

  test.each([
    ['2026-08-05', [0, 1]],
    ['2026-08-06', [1, 1]],
  ])('they leave on %s', (on, falseAlarms) => {
    const left = [...lines, { type: 'lost', customer: 'Stays', on }];
    const { falseAlarms: counted } = reviewer(replayed(left, '2026-12-31'), 'FIX or worse');
    expect(counted).toEqual(falseAlarms);
  });

  test('a drop of our own ends it as well, but is no loss', () => {
    const dropped = [...lines, { type: 'drop', customer: 'Stays', on: '2026-06-01' }];
    const tested = replayed(dropped, '2026-12-31');
    expect(reviewer(tested, 'FIX or worse')).toMatchObject({
      warned: [0, 0],
      falseAlarms: [0, 1],
    });
    expect(tested).toMatchObject({ drops: 1, losses: [], fates: { dropped: 1 } });
  });
});

describe('only what could be known', () => {
  test('the review of the day of the loss knows the loss, and warns of nothing', () => {
    // Fri 3 Apr would have been the first REBUILD.
    const { losses } = replayed(leaver('Acme', '2026-04-03'), '2026-05-01');
    expect(losses[0]).toMatchObject({ verdict: 'FIX', ahead: { FIX: 56, REBUILD: null } });
  });

  test('what is dated on the day of the loss or later changes no review before', () => {
    const before = leaver('Acme', '2026-04-20');
    const after: readonly Line[] = [
      { type: 'heard', customer: 'Acme', on: '2026-04-20', dealbreaker: true, rude: true },
      { type: 'spoke', customer: 'Acme', on: '2026-04-21', fault: 'us', harm: 3 },
      { type: 'done', customer: 'Acme', on: '2026-04-22', ref: 'Acme invoice' },
    ];
    const [plain, more] = [before, [...before, ...after]].map((lines) =>
      replayed(lines, '2026-05-01'),
    );
    expect(more?.losses).toEqual(plain?.losses);
    expect(more?.reviewers).toEqual(plain?.reviewers);
  });

  test('who is lost cannot be lost again, but can come back and be lost again', () => {
    const lines: readonly Line[] = [
      ...leaver('Acme', '2026-04-20'),
      { type: 'lost', customer: 'Acme', on: '2026-04-27' },
      { type: 'won', customer: 'Acme', on: '2026-05-04' },
      { type: 'lost', customer: 'Acme', on: '2026-06-01' },
    ];
    const { losses } = replayed(lines, '2026-07-31');
    expect(losses.map(({ on, ahead }) => [formatDay(on), ahead.REBUILD])).toEqual([
      ['2026-04-20', 17],
      // Fri 8 May to Mon 1 Jun: what stood before the first loss has ended with it.
      ['2026-06-01', 24],
    ]);
  });

  test('a loss that nobody could review is left out, and said', () => {
    const lines = [{ type: 'lost', customer: 'Gone', on: '2026-04-02' }, ...blind];
    expect(replayed(lines, '2026-06-01')).toMatchObject({ unseen: 1, surprises: { of: 1 } });
  });
});

describe('renewals', () => {
  const renewal = { type: 'renewal', customer: 'Stays', on: '2026-01-12', renewsOn: '2026-02-09' };
  const counted = (...lines: readonly Line[]) =>
    replayed([...stayer('Stays'), ...lines], '2026-12-31').renewals.filter(([, many]) => many > 0);

  test('the date passed and they stayed: the review before it had said FIX', () => {
    expect(counted(renewal)).toEqual([['FIX', 1]]);
  });

  test('they bought again before it', () => {
    expect(counted(renewal, { type: 'won', customer: 'Stays', on: '2026-01-20' })).toEqual([
      ['KEEP', 1],
    ]);
  });

  test('not when they left first, nor when a newer date replaced it', () => {
    expect(counted(renewal, { type: 'lost', customer: 'Stays', on: '2026-02-09' })).toEqual([]);
    expect(counted(renewal, { ...renewal, on: '2026-02-02', renewsOn: '2027-02-09' })).toEqual([]);
  });
});

describe('decisions against the review', () => {
  const decided = (verdict: string, on: string, ...lines: readonly Line[]) =>
    replayed(
      [...stayer('Stays'), { type: 'decision', customer: 'Stays', on, verdict }, ...lines],
      '2026-12-31',
    ).disagreements.map(({ said, came, right }) => [said, came, right]);

  test.each([
    ['DROP', '2026-02-07', ['FIX', 'still there', 'rel']],
    // FIX foretells no loss.
    ['KEEP', '2026-02-07', ['FIX', 'still there', null]],
    ['DROP', '2026-11-01', ['KEEP', null, null]],
  ])('%s on %s', (verdict, on, expected) => expect(decided(verdict, on)).toEqual([expected]));

  test('they left: whoever was sterner was right', () => {
    const left = { type: 'lost', customer: 'Stays', on: '2026-04-01' };
    expect(decided('KEEP', '2026-02-07', left)).toEqual([['FIX', 'lost', 'rel']]);
    expect(decided('DROP', '2026-02-07', left)).toEqual([['FIX', 'lost', 'you']]);
  });

  test('a drop of one’s own shows nothing; agreement is no disagreement', () => {
    const drop = { type: 'drop', customer: 'Stays', on: '2026-02-08' };
    expect(decided('DROP', '2026-02-07', drop)).toEqual([['FIX', 'dropped', null]]);
    expect(decided('FIX', '2026-02-07')).toEqual([]);
  });
});

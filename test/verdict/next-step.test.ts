import { describe, expect, test } from '@jest/globals';
import { historyOf } from '../../src/journal/history.ts';
import { RULES, ruleNamed } from '../../src/rules/index.ts';
import type { Level } from '../../src/rules/rule.ts';
import { judge } from '../../src/verdict/judge.ts';
import { type NextStep, nextStep } from '../../src/verdict/next-step.ts';
import { TABLE } from '../../src/verdict/table.ts';
import { dayOf } from '../support/days.ts';
import {
  AS_OF,
  ago,
  card,
  each,
  heard,
  type Line,
  lost,
  on,
  relationshipFrom,
  run,
  sent,
  spoke,
  tried,
  won,
} from '../support/lines.ts';

const rowNamed = (name: string) => {
  const row = TABLE.find((one) => one.row === name);
  if (row === undefined) throw new Error(name);
  return row;
};

/** What is advised where this rule is all there is to mend, its flagged example and these lines in the journal. */
function adviceOf(name: string, more: readonly Line[]): NextStep {
  const rule = ruleNamed(name);
  if (rule === undefined) throw new Error(name);
  const { asOf, lines, level } = rule.examples.flagged;
  const example = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
  const relationship = relationshipFrom([...example, ...more], asOf);
  const day = dayOf(asOf);
  const outcome = rule.check(historyOf(relationship, day));
  const counted: Level = level > 2 ? level : 2;
  const whole = judge(relationship, day);
  const judgement = {
    ...whole,
    row: rowNamed('A4'),
    verdict: 'FIX',
    sums: { theirs: 0, ours: rule.side === 'ours' ? 2 : 0, economics: 0 },
    rules: [{ rule, level: counted, outcome }],
  } as const;
  return nextStep({ judgement, relationship });
}

const before = (date: string, days: number, type: string, fields: Line = {}): Line => {
  const day = new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
  return { type, on: day, ...fields };
};

/** For each rule what is entered so that its first advice, its second … was taken. */
const TAKEN: Readonly<
  Record<string, readonly (readonly [daysAgo: number, type: string, fields: Line])[]>
> = {
  'own-failure': [
    [20, 'spoke', { weBlame: 'us' }],
    [10, 'spoke', { about: ['review'] }],
  ],
  'own-promises': [[0, 'done', { ref: 'e1' }]],
  cadence: [],
  'order-taking': [
    [10, 'spoke', { about: ['personal'] }],
    [8, 'spoke', { about: ['need'] }],
  ],
  renewal: [[10, 'tried', { about: ['review'] }]],
  'single-thread': [[10, 'spoke', { channel: 'meeting', person: 'Dana' }]],
  discovery: [
    [3, 'spoke', { about: ['need'] }],
    [2, 'learned', { learned: ['need'] }],
  ],
  responsiveness: [
    [5, 'tried', { channel: 'text' }],
    [4, 'tried', { channel: 'visit' }],
    [3, 'sent', { channel: 'letter' }],
  ],
  change: [
    [5, 'tried', { signals: ['confronted'] }],
    [4, 'spoke', { asked: true }],
    [3, 'spoke', { about: ['review'] }],
  ],
  silence: [
    [5, 'tried', { channel: 'text' }],
    [4, 'tried', { channel: 'visit' }],
    [3, 'sent', { channel: 'letter' }],
  ],
  promises: [
    [30, 'moved', { ref: 'p1', due: '2026-03-20', agreed: true }],
    [5, 'spoke', { signals: ['confronted'] }],
  ],
  payment: [
    [10, 'spoke', { about: ['admin'] }],
    [5, 'spoke', { signals: ['confronted'] }],
  ],
  'blame-shifting': [
    [10, 'spoke', { asked: true }],
    [5, 'spoke', { about: ['review'] }],
  ],
  'provider-bashing': [],
  reciprocity: [[10, 'spoke', { signals: ['confronted'] }]],
  respect: [[10, 'spoke', { signals: ['confronted'] }]],
  dealbreaker: [],
  'price-only': [
    [10, 'spoke', { about: ['need'] }],
    [5, 'spoke', { channel: 'visit' }],
  ],
  concessions: [[10, 'spoke', { about: ['need'] }]],
  'return-on-time': [[10, 'spoke', { about: ['review'] }]],
  toll: [[10, 'spoke', { about: ['need'] }]],
};

describe.each(RULES.map((rule) => [rule.name, rule] as const))('the advice of %s', (name, rule) => {
  const taken = TAKEN[name] ?? [];
  const asOf = rule.examples.flagged.asOf;
  // The example of this one shows that they were asked.
  const first = name === 'provider-bashing' ? 1 : 0;

  test.each([0, ...taken.map((_, index) => index + 1)])(
    'after %i steps is the next one',
    (steps) => {
      const more = taken
        .slice(0, steps)
        .map(([days, type, fields]) => before(asOf, days, type, fields));
      const expected = rule.advice[steps + first];
      const { say, words, command } = adviceOf(name, more);
      expect({ say, words, command }).toEqual({
        say: expected?.say,
        words: expected?.words,
        command: expected?.command,
      });
    },
  );

  test('goes through all of it, and has words', () => {
    expect(taken.length + first + 1).toBe(rule.advice.length);
    expect(rule.advice.filter(({ words }) => words === undefined).length).toBeLessThan(
      rule.advice.length,
    );
    expect(new Set(rule.advice.map(({ say }) => say)).size).toBe(rule.advice.length);
  });
});

describe('the advice of the table', () => {
  const step = (...lines: readonly Line[]): NextStep & { readonly row: string } => {
    const relationship = relationshipFrom(lines);
    const judgement = judge(relationship, dayOf(AS_OF));
    return { row: judgement.row.row, ...nextStep({ judgement, relationship }) };
  };
  const notice = on('notice', 5, { deadline: ago(-9) });

  test('on notice: ring, then what is missing, then met', () => {
    const asked = step(won(400), notice);
    expect(asked).toMatchObject({ row: 'N2', command: 'log call :confronted' });
    const begun = step(won(400), notice, heard(2, { signals: ['apology'] }));
    expect(begun.say).toContain('the explanation and the assurance');
    const brought = heard(1, { signals: ['apology', 'explained', 'assured'] });
    expect(step(won(400), notice, brought)).toMatchObject({ command: 'met' });
  });

  test('on notice, reached three times: nothing more to do', () => {
    const tries = each(tried, [4, 3, 2]);
    expect(step(won(400), notice, ...tries).command).toBeUndefined();
  });

  test('on notice that ran out with nothing of theirs standing: it ends well once they spoke', () => {
    const over = on('notice', 25, { deadline: ago(5) });
    expect(step(won(400), over, spoke(3))).toMatchObject({ row: 'N2', command: 'met' });
    const silent = step(won(400), over);
    expect(silent.command).toBe('log call :confronted');
    expect(silent.say).toContain('you have not spoken since');
  });

  test('dropped: the door, what they brought, what is missing, and no third time', () => {
    const dropped = [won(400), on('drop', 60)];
    expect(step(...dropped)).toMatchObject({ row: 'D2', command: undefined });
    expect(step(...dropped, heard(5, { signals: ['apology'] }))).toMatchObject({
      command: 'met apology',
    });
    const part = on('conditions', 4, { conditions: ['apology'] });
    expect(step(...dropped, heard(5, { signals: ['apology'] }), part).say).toContain(
      'the explanation and the assurance',
    );
    const twice = [won(400), on('drop', 300), on('return', 200), on('drop', 60)];
    expect(step(...twice, heard(5, { signals: ['apology'] }))).toMatchObject({
      command: undefined,
    });
  });

  test('lost: a slow touch, rest, an opening, clear air, and then their need', () => {
    const gone = [won(400), spoke(350), lost(200, { cause: 'us' })];
    expect(step(...gone)).toMatchObject({ row: 'L4', command: 'log letter :fyi' });
    expect(step(...gone, sent(30)).command).toBeUndefined();
    const opening = on('change', 10, { kind: 'rival-failing' });
    expect(step(...gone, sent(30), opening).command).toBe('log call :need');
    expect(step(...gone, opening, spoke(5)).command).toBe('log visit :problem :review');
    expect(step(...gone, opening, spoke(5, { about: ['review'] })).command).toBe('log call :need');
  });

  test('lost for a reason of their own: nothing of ours is confessed', () => {
    const gone = [won(400), spoke(350), lost(200, { cause: 'price' })];
    const asked = step(...gone, spoke(5));
    expect(asked).toMatchObject({ row: 'L4', command: 'log visit :need :review' });
    expect(asked.words).not.toContain('let you down');
    const again = step(...gone, spoke(5, { about: ['review'] }));
    expect(again).toMatchObject({ command: 'log call :need' });
    expect(again.say).not.toContain('air');
    const ours = heard(360, { fault: 'us', harm: 1 });
    expect(step(ours, ...gone, spoke(5)).words).toContain('let you down');
  });

  test('lost, and on the way back: the next step of it, and what a no means', () => {
    const gone = [won(400), spoke(350), lost(200, { cause: 'us' }), spoke(20)];
    expect(step(...gone).command).toBe('log visit :problem :review');
    const read = on('step', 30, { step: 'history' });
    expect(step(...gone, read)).toMatchObject({ row: 'L4', command: 'rebuild' });
    expect(step(...gone, read).say).toContain('step 2 of 9: hear them out');
    const heardOut = spoke(15, { signals: ['vent', 'listened'] });
    expect(step(...gone, read, heardOut).say).toContain('step 3 of 9');
    const no = on('step', 10, { step: 'asked', answer: 'no' });
    expect(step(...gone, read, heardOut, no).say).toContain('They said no');
    const changed = on('change', 9, { kind: 'rival-failing' });
    expect(step(...gone, read, heardOut, changed)).toMatchObject({ command: 'rebuild' });
    expect(step(...gone, read, heardOut, changed).say).toBe(
      'Something has changed over there: go on with the way back. Next, step 3 of 9: ask whether they would buy if it were solved.',
    );
    const before = on('step', 210, { step: 'history' });
    expect(step(...gone, before).command).toBe('log visit :problem :review');
  });

  test('bought again: need and win first, then how it went', () => {
    const back = [won(400), lost(60), won(30)];
    expect(step(...back)).toMatchObject({ row: 'R1', command: 'log visit :need' });
    const known = [...back, spoke(20, { learned: ['need', 'win'] })];
    expect(step(...known).command).toBe('log call :delivery');
    expect(step(...known, spoke(10, { about: ['delivery'] })).command).toBeUndefined();
    const begun = [won(400), lost(60), on('return', 30), spoke(20, { learned: ['need', 'win'] })];
    expect(step(...begun).command).toBe('log meeting :co-created');
  });

  test('a prospect: need, win, solution, business', () => {
    expect(step(spoke(40))).toMatchObject({ row: 'P4', command: 'log visit :need' });
    expect(step(spoke(3, { about: ['need'] })).command).toBe('show');
    const need = spoke(3, { learned: ['need'] });
    expect(step(need).command).toBe('log call :personal');
    const both = spoke(3, { learned: ['need', 'win'] });
    expect(step(both).command).toBe('log meeting :co-created');
    const solved = spoke(2, { signals: ['co-created'] });
    expect(step(both, solved).command).toBe('log meeting :order');
    expect(step(both, solved, spoke(1, { channel: 'meeting' })).command).toBeUndefined();
  });

  test('an end that was meant today is slept on; one meant before is done or let go', () => {
    const over = [
      ...each(heard, [40, 35, 30], { blames: 'other:Acme' }),
      spoke(33, { blames: 'other:Brill' }),
      spoke(20, { blames: 'other:Cobalt', asked: true, learned: ['need', 'win'] }),
    ];
    expect(step(...over)).toMatchObject({ row: 'P1', command: 'drop' });
    expect(step(...over, on('intent', 0, { what: 'drop' })).command).toBeUndefined();
    const meant = step(...over, on('intent', 3, { what: 'drop' }));
    expect(meant.command).toBe('drop');
    expect(meant.say).not.toBe(step(...over).say);
  });

  test('who was taken back after a drop gets no further notice', () => {
    const vague = [
      ...each(spoke, run(300, 10)),
      ...each(tried, run(60, 9, -7)),
      ...each(heard, [62, 61], { rude: true }),
    ];
    const back = [won(900), on('drop', 400), on('return', 390)];
    const row = step(...back, ...vague);
    expect(row).toMatchObject({ row: 'A2', command: 'drop' });
    expect(row.say).toContain('no further notice');
    expect(step(won(900), ...vague).command).toBe('notice --by in 2 weeks');
  });

  test('an end that has a date waits for it', () => {
    const over = [won(900), notice, on('met', 4), ...each(heard, [4, 3, 2, 1], { rude: true })];
    expect(step(...over)).toMatchObject({ row: 'B1', command: 'drop' });
    const given = (ahead: number) => on('intent', 1, { what: 'drop', until: ago(-ahead) });
    expect(step(...over, given(2))).toMatchObject({ command: 'log call :confronted' });
    expect(step(...over, given(0))).toMatchObject({ command: 'drop' });
  });

  test('where two people clash, and it is not their conduct, hand over', () => {
    const again = [won(400), lost(60), on('return', 30), spoke(20)];
    expect(step(...again)).toMatchObject({ row: 'R1', command: 'log visit :need' });
    expect(step(card({ clash: true }), ...again).say).toContain('hand them over');
    // Whatever we broke is put right sooner by somebody they get on with.
    const broke = heard(15, { fault: 'us', harm: 3 });
    expect(step(...again, broke).command).toBe('log call :problem we-blame:us');
    expect(step(card({ clash: true }), ...again, broke).say).toContain('hand them over');
    const rude = each(heard, [14, 13, 12, 11], { rude: true });
    expect(step(card({ clash: true }), ...again, ...rude).say).not.toContain('hand them over');
  });

  test('our own end first: own it by voice, ask whether it is mended, then record it', () => {
    const failed = [won(400), heard(50, { fault: 'us', harm: 3, learned: ['need', 'win'] })];
    expect(step(...failed)).toMatchObject({ row: 'A1', command: 'log call :problem we-blame:us' });
    const owned = [...failed, spoke(20, { weBlame: 'us' })];
    expect(step(...owned).command).toBe('log call :review');
    expect(step(...owned, spoke(10, { about: ['review'] }))).toMatchObject({
      command: 'accept',
      entry: 2,
    });
    expect(step(...owned, on('accept', 5, { ref: 'e2' })).command).not.toBe('accept');
    const reviewed = on('step', 20, { step: 'reviewed' });
    expect(step(...failed, reviewed).command).toBe('log call :review');
    // The way back asks the same question.
    const behind = on('step', 10, { step: 'behind', answer: 'yes' });
    expect(step(...owned, behind)).toMatchObject({ command: 'accept', entry: 2 });
  });

  test('a final notice is not put off by a mild finding of ours, but by a serious one', () => {
    const vague = [
      ...each(spoke, run(300, 10)),
      ...each(tried, run(60, 9, -7)),
      ...each(heard, [62, 61], { rude: true }),
    ];
    const row = step(won(400), ...vague);
    expect(row).toMatchObject({ row: 'A2', command: 'notice --by in 2 weeks' });
    const broke = heard(5, { fault: 'us', harm: 2 });
    expect(step(won(400), ...vague, broke).command).toBe('log call :problem we-blame:us');
  });
});

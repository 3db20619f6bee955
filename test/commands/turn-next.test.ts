import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Recorded } from '../../src/journal/entry.ts';
import { nextCommand } from '../../src/render/next-command.ts';
import { RULES } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Judgement } from '../../src/verdict/judge.ts';
import { type Row, TABLE } from '../../src/verdict/table.ts';
import { Console } from '../support/console.ts';
import { dayOf } from '../support/days.ts';

const NAME = "O'Neil & Sons";
const TODAY = dayOf('2026-11-16');

/** What the review would print for this row, with this rule as the only finding. */
function commandFor(row: Row, rule?: Rule): string {
  const stage = row.stage === 'any' ? 'active' : row.stage;
  const outcome = { level: 3, message: '', evidence: [], numbers: {} } as const;
  const judgement: Judgement = {
    asOf: TODAY,
    standing: {
      stage,
      reset: undefined,
      notice: undefined,
      conditions: new Set(),
      once: false,
      refused: false,
    },
    sums: { theirs: 0, ours: rule?.side === 'ours' ? 2 : 0, economics: 0 },
    gates: { worth: true, ample: false, over: false, met: false, once: false },
    row,
    verdict: row.verdict,
    tooEarly: false,
    worsening: false,
    rules: rule === undefined ? [] : [{ rule, level: 3, outcome }],
  };
  const entries: readonly Recorded[] = [];
  return nextCommand({
    judgement,
    relationship: { customer: { name: NAME }, entries, settings: {}, medianReturn: undefined },
  });
}

/** The command with the customer after its first word. */
function pasted(command: string): string {
  const [verb, ...words] = command.split(' ');
  return ['rel', verb, `'O'\\''Neil & Sons'`, ...words].join(' ');
}

const rowNamed = (name: string): Row => {
  const row = TABLE.find((each) => each.row === name);
  if (row === undefined) throw new Error(name);
  return row;
};

/** How a customer gets to where the row applies. */
const WAY: Readonly<Record<Row['stage'], readonly string[]>> = {
  any: [],
  prospect: [],
  active: ['won 500'],
  probation: ['won 500', 'notice by:today', 'met'],
  rebuilding: ['won 500', 'lost', 'return'],
  notice: ['won 500', 'notice by:today'],
  lost: ['won 500', 'lost'],
  dropped: ['won 500', 'drop --now', 'met apology explanation assurance'],
};

describe('every command that the review offers', () => {
  let shell: Console;
  beforeAll(() => {
    shell = new Console();
  });
  afterAll(() => shell.remove());

  const offered = new Map<string, Row['stage']>();
  for (const row of TABLE) offered.set(commandFor(row), row.stage);
  for (const rule of RULES) offered.set(commandFor(rowNamed('A4'), rule), 'active');
  const later = RULES.flatMap((rule: Rule) => rule.advice.slice(1));
  for (const { command, aboutEntry } of later)
    if (command !== undefined && aboutEntry !== true) offered.set(pasted(command), 'active');
  for (const command of [
    'log call :need',
    'log meeting :co-created',
    'log meeting :order',
    'show',
    'timeline',
  ])
    offered.set(pasted(command), 'prospect');
  offered.set(pasted('log visit :problem :review'), 'lost');
  offered.set(pasted('met'), 'notice');
  for (const signal of ['apology', 'explained', 'assured'])
    offered.set(pasted(`log call :${signal}`), 'notice');

  test.each([...offered])('%s can be pasted', async (command, stage) => {
    const journal = { REL_DB: `journal-${[...offered.keys()].indexOf(command)}.db` };
    await shell.must(`rel add customer "${NAME}"`, journal);
    for (const words of WAY[stage]) {
      const [verb, ...rest] = words.split(' ');
      await shell.must(`rel ${verb ?? ''} "${NAME}" ${rest.join(' ')}`, journal);
    }
    const ended = await shell.run(command, journal);
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(0);
  });

  test.each([
    ['A2', 'rel notice '],
    ['N1', 'rel drop '],
    ['B1', 'rel drop '],
    ['P1', 'rel drop '],
    ['X1', 'rel drop '],
    ['D1', 'rel return '],
  ])('%s offers %s', (row, verb) => {
    expect(commandFor(rowNamed(row)).startsWith(verb)).toBe(true);
  });

  test('a failure of ours is accepted by its number', async () => {
    const journal = { REL_DB: 'accept.db' };
    await shell.must(`rel log "${NAME}" --new call fault:us harm:2 we-blame:us`, journal);
    await shell.must(`rel log "${NAME}" call :review`, journal);
    const command = (
      await shell.must(`rel why "O'Neil & Sons" --json | jq -r .next`, journal)
    ).trim();
    expect(command).toBe('rel accept 1');
    expect(await shell.must(command, journal)).toContain('no failure of yours is open any more');
  });

  test('an overdue invoice is looked up, not guessed', () => {
    const payment = RULES.find(({ name }) => name === 'payment');
    expect(commandFor(rowNamed('A4'), payment)).toBe(`rel promises 'O'\\''Neil & Sons' --theirs`);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES, ruleNamed } from '../../src/rules/index.ts';
import respect from '../../src/rules/respect.ts';
import type { Example, Rule } from '../../src/rules/rule.ts';
import { heard, historyFrom, type Line, settings } from '../support/lines.ts';

const rules: readonly Rule[] = RULES;
const named = rules.map((rule) => [rule.name, rule] as const);

function check(rule: Rule, { asOf, lines }: Example) {
  const parsed = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
  return { outcome: rule.check(historyFrom(parsed, asOf)), lines: parsed };
}

describe.each(named)('%s', (_name, rule) => {
  test('flags its flagged example', () => {
    const { flagged } = rule.examples;
    const { outcome, lines } = check(rule, flagged);
    expect(outcome.level).toBe(flagged.level);
    expect(flagged.level).toBeGreaterThan(0);
    const known = lines.map(({ id }, index) => id ?? `e${index + 1}`);
    expect(outcome.evidence).not.toEqual([]);
    expect(known).toEqual(expect.arrayContaining([...outcome.evidence]));
  });

  test('passes its clean example', () => {
    expect([0, null]).toContain(check(rule, rule.examples.clean).outcome.level);
  });

  test('explains itself', () => {
    const { asks, falseAlarm, formula, remedy, source, why } = rule;
    for (const text of [asks, falseAlarm, formula, remedy, source, why])
      expect(text.trim().length).toBeGreaterThan(10);
    expect(asks).toMatch(/\?$/);
    expect(Object.keys(rule.thresholds)).not.toEqual([]);
  });

  test('asks the seller first, where it is not about the seller anyway', () => {
    const { ofYourself = '' } = rule;
    expect(ofYourself).toMatch(rule.side === 'ours' ? /^$/ : /\?$/);
  });

  test('has a family if it is theirs, and only then', () => {
    expect(rule.family !== undefined).toBe(rule.side === 'theirs');
  });
});

describe('thresholds set in the journal', () => {
  const rude = [heard(10, { rude: true }), heard(9, { rude: true })];
  const set = (rules: object) => respect.check(historyFrom([settings({ rules }), ...rude])).level;

  test('of another rule change nothing', () => expect(set({ promises: { warn: 3 } })).toBe(2));
  test('replace the rule’s own', () => expect(set({ respect: { warn: 3 } })).toBe(1));
  test('leave the others as they are', () => expect(set({ respect: { serious: 2 } })).toBe(3));
});

describe('the list of rules', () => {
  const folder = new URL('../../src/rules/', import.meta.url);
  const files = readdirSync(folder).filter((file) =>
    readFileSync(new URL(file, folder), 'utf8').includes('export default defineRule('),
  );

  test('holds every file that defines a rule, by the name of the file', () => {
    expect(rules.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
    expect(rules).toHaveLength(21);
  });

  test('begins with ours, then theirs, then what it costs and earns', () => {
    const sides = rules.map(({ side }) => side);
    expect(sides).toEqual([
      ...Array.from({ length: 7 }, () => 'ours'),
      ...Array.from({ length: 10 }, () => 'theirs'),
      ...Array.from({ length: 4 }, () => 'economics'),
    ]);
  });

  test('has the patterns and families of the specification', () => {
    const patterns = rules.filter(({ holds }) => holds).map(({ name }) => name);
    expect(patterns.sort()).toEqual(
      [
        'responsiveness',
        'change',
        'silence',
        'promises',
        'blame-shifting',
        'reciprocity',
        'price-only',
        'toll',
      ].sort(),
    );
    const families = rules.flatMap(({ family, name }) =>
      family === undefined ? [] : [[name, family]],
    );
    expect(Object.fromEntries(families)).toEqual({
      responsiveness: 'response',
      change: 'response',
      silence: 'response',
      promises: 'promises',
      payment: 'promises',
      'blame-shifting': 'accountability',
      'provider-bashing': 'accountability',
      reciprocity: 'mutuality',
      respect: 'self-respect',
      dealbreaker: 'excluded',
    });
  });

  test('is found by name', () => {
    expect(ruleNamed('silence')?.name).toBe('silence');
    expect(ruleNamed('Silence')).toBeUndefined();
  });
});

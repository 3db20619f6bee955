import { describe, expect, test } from '@jest/globals';
import { readConfig, withConfig } from '../../src/settings/config-text.ts';
import { settingAt, withSetting } from '../../src/settings/journal-settings.ts';

const FILE = 'config.toml';

describe('config.toml', () => {
  test.each([
    ['', {}],
    ['display.colour = "never"', { colour: 'never' }],
    [
      '[display]\nunicode = "always"\n[journal]\npath = "x.db"',
      { unicode: 'always', journal: 'x.db' },
    ],
  ])('%j is read', (text, value) => expect(readConfig(text, FILE)).toEqual({ value }));

  test.each([
    ['[display]\ncolour = "green"', 'display.colour must be one of auto, always, never'],
    ['[display]\ncolor = "never"', 'display.color is no setting of this file'],
    ['[journal]\npath = 3', 'journal.path must be the name of a file'],
    ['[journal]\npath = "a\\u0000b"', 'journal.path must be the name of a file'],
    ['display = 2024-02-29', 'display is no setting of this file'],
    ['floor = 60', 'floor is no setting of this file'],
    ['a = 1\n[[', 'line 2'],
  ])('%j is refused', (text, problem) => expect(readConfig(text, FILE).problem).toContain(problem));

  const own =
    '# mine\n[display] # how\nunicode = "never"  # old font\n\n[journal]\npath = "a.db"\n';

  test('what else stands in the file stays', () => {
    expect(withConfig(own, 'display.colour', 'never', FILE)).toBe(
      own.replace('font\n', 'font\ncolour = "never"\n'),
    );
    expect(withConfig(own, 'journal.path', 'b "c".db', FILE)).toBe(
      own.replace('"a.db"', '"b \\"c\\".db"'),
    );
    expect(withConfig(own, 'display.unicode', undefined, FILE)).toBe(
      own.replace('unicode = "never"  # old font\n', ''),
    );
    expect(withConfig('', 'display.colour', 'auto', FILE)).toBe('[display]\ncolour = "auto"\n');
  });

  test.each(['display.colour = "never"\n', 'display = { colour = "never" }\n'])(
    'a form that it cannot follow is left alone: %j',
    (text) =>
      expect(() => withConfig(text, 'display.colour', 'auto', FILE)).toThrow('rel cannot change'),
  );
});

describe('settings of the journal', () => {
  test('a place is set and taken away, and an empty group goes with it', () => {
    const set = withSetting({ floor: 40 }, ['rules', 'payment', 'last'], 4);
    expect(set).toEqual({ floor: 40, rules: { payment: { last: 4 } } });
    expect(settingAt(set, ['rules', 'payment', 'last'])).toBe(4);
    expect(settingAt(set, ['rules', 'respect', 'warn'])).toBeUndefined();
    expect(withSetting(set, ['rules', 'payment', 'last'], undefined)).toEqual({ floor: 40 });
  });

  test('what the journal cannot hold is refused', () => {
    expect(() => withSetting({}, ['cadence', 'A'], 0)).toThrow('cadence must be');
    expect(() => withSetting({}, ['floor'], -1)).toThrow('floor must be');
  });
});

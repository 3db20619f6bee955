import { expect, test } from '@jest/globals';
import { LOG_WORDS } from '../../src/grammar/log-words.ts';
import { logOptions } from '../../src/grammar/options.ts';
import { logged } from './read.ts';

/** What a promise, or a date of one, cannot be said without. */
const withRest = (word: string) => {
  if (/^(by:|--by)/.test(word)) return `they:list ${word}`;
  return word;
};

test.each(
  LOG_WORDS.filter(({ word }) => word !== ':fyi').map((each) => [each.example, each] as const),
)('%s is read, and says the same as its option', (example, { option, group }) => {
  const said = logged(withRest(example));
  expect(said.entry.note).toBeUndefined();
  const [, value = '', by = ''] = /:"?(.*?)"?( by:.*)?$/.exec(example) ?? [];
  const optional = group === 'key' ? `${option} "${value}"${by}` : option;
  expect(logged(withRest(optional))).toEqual(said);
});

test('every word has a meaning of its own, and every key and :word an option', () => {
  expect(new Set(LOG_WORDS.map(({ word }) => word)).size).toBe(LOG_WORDS.length);
  for (const { option } of LOG_WORDS)
    expect([...logOptions().keys()]).toContain(option.split(' ')[0]);
});

import { expect, test } from '@jest/globals';
import { parseLog } from '../../src/grammar/log.ts';
import { TODAY } from './read.ts';

const read = (words: readonly string[], text: string) => parseLog(words, { today: TODAY, text });

test.each([
  ['head words', 'in voicemail 40m yesterday we talked'],
  ['what could be read in two ways', 'call back tomorrow'],
  ['options, known or not', '--rude --nonsense -x'],
  ['two dashes', '-- all the rest'],
])('in a text, %s are the note', (_what, text) => {
  const { entry } = read([], text);
  expect(entry).toEqual({ type: 'spoke', channel: 'call', on: TODAY, note: text });
});

test('words and pairs in a text count, its lines stay, its last line break does not', () => {
  const { entry, promises } = read(['visit'], 'First :thanks line,\n  second. they:plans by:fri\n');
  expect(entry).toMatchObject({ channel: 'visit', signals: ['thanks'] });
  expect(entry.note).toBe('First line,\n  second.');
  expect(promises).toMatchObject([{ by: 'them', what: 'plans' }]);
});

test('no pair of the line reaches into the text, and none of the text is lost', () => {
  const { entry, promises } = read(['they:send', 'plans', 'by:fri'], 'next week they move');
  expect(promises).toMatchObject([{ what: 'send plans' }]);
  expect(promises[0]?.due).toBeLessThan(TODAY + 7);
  expect(entry.note).toBe('next week they move');
});

test('a note of the line comes first', () => {
  expect(read(['call', 'met', 'Bob'], 'and Ann').entry.note).toBe('met Bob and Ann');
});

test('a wrong word in a text is refused', () => {
  expect(() => read([], 'well :thx')).toThrow(':thx');
});

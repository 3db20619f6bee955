import { describe, expect, test } from '@jest/globals';
import type { ENTRY_FIELDS } from '../../src/journal/entry.ts';
import { textOf } from '../../src/journal/entry-text.ts';
import { readLine } from '../../src/journal/line.ts';
import { readPlainLine } from '../../src/journal/plain-line.ts';

/*
 * A plain line is kept without being read field by field. Whatever is taken for one must come out as if it had been read:
 * tried with lines of every type, and with each of them changed in many ways.
 */

const occasion =
  '"person":"Dana O\'Neil","about":["need","price"],"minutes":12.5,"feel":-2,"fault":"both","harm":3,"blames":"us","weBlame":"nobody","gave":["s","l"],"got":[],"conceded":true,"rude":false,"learned":["need"],"asked":true';
const touch = `"channel":"call","outcome":"no-answer",${occasion}`;

const OWN: Readonly<Record<keyof typeof ENTRY_FIELDS, string>> = {
  spoke: touch,
  tried: touch,
  heard: touch,
  sent: touch,
  work: occasion,
  learned: '"learned":["win"],"person":"Dana"',
  promise:
    '"by":"them","what":"the list","due":"2026-02-28","kind":"payment","amount":0.1,"number":"R-7"',
  done: '"ref":"p1"',
  broken: '"ref":"p1"',
  waived: '"ref":"p1"',
  moved: '"ref":"p1","due":"2024-03-31","agreed":false',
  paid: '"ref":"p1","amount":12.34',
  income: '"amount":0',
  won: '"amount":1200,"onPriceAlone":true',
  renewal: '"renewsOn":"2200-12-31"',
  lost: '"cause":"price","harm":1',
  notice: '"deadline":"2026-03-31","channel":"letter","words":"by Friday","conditions":["a",""]',
  met: '',
  drop: '',
  conditions: '"conditions":["apology"],"ref":"e1"',
  return: '',
  refuse: '',
  accept: '"ref":"e1"',
  away: '"from":"2026-01-01","to":"2026-01-31"',
  hardship: '"from":"2026-01-01","to":"2026-01-31"',
  change: '"kind":"windfall"',
  step: '"step":"apologise","answer":"they thanked us"',
  decision: '"verdict":"FIX","computed":"DROP","reason":"a friend","until":"2026-12-01"',
  lesson: '"rule":"reciprocity","text":"ask first","ref":"e1"',
  read: '',
  intent: '"what":"drop","until":"2026-12-01"',
  mood: '"feel":1',
};
const TYPES = Object.keys(OWN) as (keyof typeof OWN)[];

const HEAD = '"id":"018d-1","customer":"Müller & Söhne – Nord","on":"2026-01-31"';
const BEFORE = '"time":"09:05","offset":"-01:00"';
const TAIL =
  '"note":"said “yes”, for 5 €","tags":["a b"],"signals":["apology"],"private":true,"next":"2026-02-01","recordedAt":"2026-01-31T09:05:00.25Z","source":{"importer":"csv","key":"entries:1"}';

const line = (type: keyof typeof OWN, ...parts: readonly string[]): string =>
  `{"type":"${type}",${parts.filter((part) => part !== '').join(',')}}`;

const full = (type: keyof typeof OWN): string => line(type, HEAD, BEFORE, OWN[type], TAIL);
const short = (type: keyof typeof OWN): string => line(type, HEAD, OWN[type]);

/** What is kept of it when it is read field by field; undefined where it is refused. */
function asRead(text: string): unknown {
  try {
    const read = readLine(JSON.parse(text));
    return read.problem === undefined && read.value.is === 'entry'
      ? textOf(read.value.entry)
      : undefined;
  } catch {
    return undefined;
  }
}

function expectAlike(text: string): void {
  const plain = readPlainLine(text);
  if (plain !== undefined) expect([text, plain]).toEqual([text, asRead(text)]);
}

describe('a plain line', () => {
  const READ_IN_FULL = ['learned', 'conditions', 'away', 'hardship'];
  test.each(TYPES.filter((type) => !READ_IN_FULL.includes(type)))('of %s is known', (type) => {
    for (const text of [full(type), short(type)]) {
      expect(readPlainLine(text)).toBeDefined();
      expectAlike(text);
    }
  });

  test.each(READ_IN_FULL as typeof TYPES)(
    'of %s is read in full: it may contradict itself',
    (type) => expect(readPlainLine(full(type))).toBeUndefined(),
  );
});

/** Put in the place of a character, and between two. */
const CHANGES = [
  '',
  ...['"', '\\', ',', '0', '9', '-', '.', ' ', '  ', 'e', '\t', '\\n', '\\u0041', '[', '}'],
  ...['\u00a0', 'u\u0308', '\u0308', '\u212b', '\ud800', '\u{1f600}', '\u2028', '\u0085', '€'],
];

/** Each text that differs from this one in one place. */
function* changesOf(text: string): Generator<string> {
  for (let at = 0; at <= text.length; at += 1)
    for (const change of CHANGES) {
      yield text.slice(0, at) + change + text.slice(at);
      yield text.slice(0, at) + change + text.slice(at + 1);
    }
}

test.each(TYPES)('a line of %s that is changed anywhere is kept as if it were read', (type) => {
  const text = short(type);
  let plain = 0;
  for (const given of [text, line(type, HEAD, BEFORE, TAIL.slice(0, 90))])
    for (const changed of changesOf(given)) {
      if (readPlainLine(changed) !== undefined) plain += 1;
      expectAlike(changed);
    }
  expect(plain > 100).toBe(readPlainLine(text) !== undefined);
});

test.each([
  ['a day that does not exist', '"on":"2026-02-30"'],
  ['a year that no journal knows', '"on":"2201-01-01"'],
  ['an hour that does not exist', '"on":"2026-01-31","time":"24:00"'],
  ['a number below zero', '"on":"2026-01-31","minutes":-1'],
  ['a number written in another way', '"on":"2026-01-31","minutes":1.50'],
  ['more digits than a number keeps', '"on":"2026-01-31","minutes":12345678901234567890'],
  ['a field of another type', '"on":"2026-01-31","amount":1'],
  ['a field twice', '"on":"2026-01-31","note":"a","note":"b"'],
  ['fields in another order', '"on":"2026-01-31","note":"a","minutes":1'],
  ['a blank tag', '"on":"2026-01-31","tags":[" "]'],
])('%s is no plain line', (_, fields) =>
  expect(readPlainLine(`{"type":"spoke","id":"e1","customer":"Acme",${fields}}`)).toBeUndefined(),
);

test('29 February, a name of two blanks and a text of many megabytes are read in full', () => {
  for (const fields of [
    '"customer":"Acme","on":"2024-02-29"',
    '"customer":"Acme  Works","on":"2024-02-28"',
    `"customer":"Acme","on":"2024-02-28","note":"${'a'.repeat(1_048_577)}"`,
  ])
    expect(readPlainLine(`{"type":"spoke","id":"e1",${fields}}`)).toBeUndefined();
});

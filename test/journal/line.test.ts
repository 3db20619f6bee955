import { describe, expect, test } from '@jest/globals';
import { ENTRY_FIELDS } from '../../src/journal/entry.ts';
import { foldName } from '../../src/journal/fold-name.ts';
import {
  fieldsOf,
  type JournalLine,
  readEntry,
  readLine,
  writeCustomer,
  writeEntry,
  writePerson,
  writeSettings,
} from '../../src/journal/line.ts';
import type { Line } from '../support/lines.ts';

function written(line: JournalLine): Readonly<Record<string, unknown>> {
  switch (line.is) {
    case 'settings':
      return writeSettings(line.settings);
    case 'customer':
      return writeCustomer(line.customer);
    case 'person':
      return writePerson(line.person);
    case 'entry':
      return writeEntry(line.entry);
  }
}

/** The line as it is written after it has been read, or what is wrong with it. */
function again(text: string): string {
  const read = readLine(JSON.parse(text));
  return read.problem ?? JSON.stringify(written(read.value));
}

const occasion =
  '"person":"Dana","about":["need","personal","problem","delivery","price","order","admin","review"],"minutes":12.5,"feel":-2,"fault":"both","harm":3,"blames":"other:Brill","weBlame":"nobody","gave":["s","m","l","l"],"got":["s"],"conceded":true,"rude":false,"dealbreaker":true,"learned":["need","win"],"asked":true';
const touch = `"channel":"call","outcome":"no-answer",${occasion}`;
const resolution = '"ref":"p1"';
const span = '"from":"2026-01-01","to":"2026-01-31"';

/** Every type with every field of its own, in the order in which it is written. */
const OWN: Readonly<Record<keyof typeof ENTRY_FIELDS, string>> = {
  spoke: touch,
  tried: touch,
  heard: touch,
  sent: touch,
  work: occasion,
  learned: '"learned":["win"],"person":"Dana"',
  promise:
    '"by":"them","what":"the list","due":"2026-02-28","kind":"payment","amount":0.1,"number":"R-7"',
  done: resolution,
  broken: resolution,
  waived: resolution,
  moved: '"ref":"p1","due":"2024-02-29","agreed":false',
  paid: '"ref":"p1","amount":12.34',
  income: '"amount":0',
  won: '"amount":1e+21,"onPriceAlone":true',
  renewal: '"renewsOn":"2200-12-31"',
  lost: '"cause":"price","harm":1',
  notice: '"deadline":"2026-03-31","channel":"letter","words":"a\\nb\\tc","conditions":["a",""]',
  met: '',
  drop: '',
  conditions: '"conditions":["apology","explanation","assurance"],"ref":"d1"',
  return: '',
  refuse: '',
  accept: resolution,
  away: span,
  hardship: span,
  change: '"kind":"buyer-moved"',
  step: '"step":"3","answer":""',
  decision: '"verdict":"KEEP","computed":"DROP","reason":"because","until":"2026-12-31"',
  lesson: '"rule":"silence","text":"look earlier","ref":"e1"',
  read: '',
  intent: '"what":"drop","until":"2026-12-31"',
  mood: '"feel":2',
};
const head = '"id":"e1","customer":"Łódź & Søn","on":"2026-01-31","time":"23:59","offset":"-03:30"';
const tail =
  '"note":"“x” \\\\ \\" 😀","tags":["a"],"signals":["apology","confronted"],"private":true,"next":"2026-02-01","recordedAt":"2026-01-31T23:59:59.123456789+14:00","source":{"importer":"csv","key":"7"}';
const minimal = '"id":"e1","customer":"A","on":"2026-01-31"';

const full = Object.entries(OWN).map(
  ([type, own]) =>
    [type, `{"type":"${type}",${head}${own === '' ? '' : `,${own}`},${tail}}`] as const,
);
const cards = [
  [
    'settings',
    '{"type":"settings","floor":40,"cadence":{"A":1,"B":60,"C":3650},"renewal":{"A":240,"B":150,"C":90},"currency":"EUR","rules":{"silence":{"gaps":9}},"me":["me@example.org"]}',
  ],
  [
    'customer',
    '{"type":"customer","id":"c1","name":"A","tier":"A","solo":true,"clash":false,"aliases":["B"],"value":1000,"terms":30,"inheritedFrom":"Ed","needs":["x","y"],"standard":"z"}',
  ],
  [
    'person',
    '{"type":"person","id":"p1","customer":"A","name":"Dana","role":"buyer","decides":true,"wellWisher":false,"email":"d@a","phone":"1","win":"peace"}',
  ],
] as const;

const shuffled = (text: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as Line).reverse()));

describe('every type', () => {
  test.each([...full, ...cards])('%s comes back as written', (_type, line) =>
    expect(again(line)).toBe(line),
  );
  test.each([...full, ...cards])('%s has its fields in one order', (_type, line) =>
    expect(again(shuffled(line))).toBe(line),
  );
  test.each(full)('%s is tried with all of its fields', (type, line) => {
    const known = Object.keys(ENTRY_FIELDS).find(
      (each): each is keyof typeof ENTRY_FIELDS => each === type,
    );
    if (known === undefined) throw new Error(type);
    expect(Object.keys(JSON.parse(line) as Line)).toEqual([
      'type',
      ...Object.keys(fieldsOf(known)),
    ]);
  });
  test.each(full)('%s refuses a field of nobody', (type, line) => {
    expect(again(`${line.slice(0, -1)},"colour":1}`)).toMatch(/unknown field "colour"/);
    expect(again(`{"type":"${type}",${minimal},"seq":1}`)).toMatch(new RegExp(`^${type}: .*"seq"`));
  });
});

test('what is absent stays absent', () => {
  const tiers = '{"type":"settings","cadence":{"B":45}}';
  expect(again(tiers)).toBe(tiers);
  const line = `{"type":"spoke",${minimal}}`;
  expect(again(line)).toBe(line);
  const read = readEntry('spoke', { id: 'e1', customer: 'A', on: '2026-01-31' });
  expect(Object.keys(read.problem === undefined ? read.value : {})).toEqual([
    'type',
    'id',
    'customer',
    'on',
  ]);
});

describe('refused, with the name of the field', () => {
  const entry = (fields: string, type = 'spoke') =>
    `{"type":"${type}",${minimal}${fields === '' ? '' : `,${fields}`}}`;
  test.each([
    ['[]', /not a JSON object/],
    ['null', /not a JSON object/],
    ['"spoke"', /not a JSON object/],
    ['{}', /type is missing/],
    ['{"type":1}', /type is missing/],
    ['{"type":"spoken"}', /unknown type "spoken"/],
    ['{"type":"toString"}', /unknown type "toString"/],
    ['{"type":"__proto__"}', /unknown type "__proto__"/],
    ['{"type":"operation"}', /unknown type/],
    ['{"type":"spoke","customer":"A","on":"2026-01-31"}', /^spoke: id is missing/],
    ['{"type":"spoke","id":"e1","on":"2026-01-31"}', /customer is missing/],
    ['{"type":"spoke","id":"e1","customer":"A"}', /on is missing/],
    [
      '{"type":"spoke","id":" ","customer":"A","on":"2026-01-31"}',
      /id must be text that is not blank/,
    ],
    ['{"type":"spoke","id":"e1","customer":"","on":"2026-01-31"}', /customer must/],
    [
      '{"type":"spoke","id":"e1","customer":"A","on":"2026-02-30"}',
      /on must be a date that exists.*2026-02-30/,
    ],
    ['{"type":"spoke","id":"e1","customer":"A","on":20260131}', /on must be a date/],
    ['{"type":"customer"}', /name is missing/],
    ['{"type":"customer","name":"A","on":"2026-01-31"}', /unknown field "on"/],
    ['{"type":"customer","name":"A","tier":"D"}', /tier must be one of A, B, C, not "D"/],
    ['{"type":"customer","name":"A","terms":-1}', /terms must/],
    ['{"type":"customer","name":"A","needs":[1]}', /needs must/],
    ['{"type":"person","name":"D"}', /customer is missing/],
    ['{"type":"settings","floor":-1}', /floor must be a number, 0 or more/],
    ['{"type":"settings","cadence":{"A":1,"D":2}}', /cadence must be an object with A, B, C/],
    ['{"type":"settings","cadence":{"A":1,"B":2,"C":0}}', /cadence must/],
    ['{"type":"settings","rules":{"silence":{"gaps":"9"}}}', /rules must/],
    ['{"type":"settings","rules":[]}', /rules must/],
    [entry('"__proto__":{"rude":true}'), /unknown field "__proto__"/],
    [entry('"constructor":1'), /unknown field "constructor"/],
    [entry('"source":{"importer":"csv","key":"7","__proto__":1}'), /source must/],
    [entry('"source":{"importer":"csv"}'), /source must be an object with importer, key/],
    [entry('"channel":"phone"'), /channel must be one of call, email/],
    [entry('"about":"price"'), /about must be a list of: one of need/],
    [entry('"about":["price","cost"]'), /about must/],
    [entry('"minutes":-1'), /minutes must be a number, 0 or more/],
    [entry('"minutes":"5"'), /minutes must/],
    [entry('"minutes":null'), /minutes must/],
    [entry('"minutes":1e400'), /minutes must/],
    [entry('"feel":3'), /feel must be a whole number from -2 to 2, not 3/],
    [entry('"feel":-3'), /feel must/],
    [entry('"feel":0.5'), /feel must/],
    [entry('"harm":0'), /harm must/],
    [entry('"harm":4'), /harm must/],
    [entry('"blames":"other:"'), /blames must be one of us, them, both, nobody, other:NAME/],
    [entry('"blames":"me"'), /blames must/],
    [entry('"rude":1'), /rude must be true or false/],
    [entry('"time":"24:00"'), /time must be a time of day/],
    [entry('"time":"9:00"'), /time must/],
    [entry('"offset":"+15:00"'), /offset must/],
    [entry('"offset":"Z"'), /offset must/],
    [entry('"recordedAt":"2026-02-30T10:00:00Z"'), /recordedAt must/],
    [entry('"recordedAt":"2026-01-31T10:00:00"'), /recordedAt must/],
    [entry('"note":"a\\u0000"'), /note must be text without control characters/],
    [entry('"note":"\\u001b[31m"'), /note must/],
    [entry('"note":"a\\rb"'), /note must/],
    [entry('"note":"\\u007f"'), /note must/],
    [entry('"note":"\\u009b"'), /note must/],
    [entry('"note":"\\ud83d"'), /note must/],
    [entry('"note":"\\ude00\\ud83d"'), /note must/],
    [entry('"tags":["a","\\u0007"]'), /tags must/],
    [entry('"amount":5'), /unknown field "amount"/],
    [entry('', 'promise'), /^promise: by is missing/],
    [entry('"by":"me","due":"2026-02-28"', 'promise'), /by must be one of us, them/],
    [entry('"by":"us"', 'promise'), /due is missing/],
    [entry('', 'done'), /ref is missing/],
    [entry('"amount":-0.01', 'income'), /amount must/],
    [entry('"from":"2026-02-02","to":"2026-02-01"', 'away'), /to lies before from/],
    [entry('"from":"2026-02-02","to":"2026-02-01"', 'hardship'), /to lies before from/],
    [entry('"learned":[]', 'learned'), /learned is empty/],
    [entry('"conditions":[]', 'conditions'), /conditions is empty/],
  ])('%s', (line, problem) => expect(again(line)).toMatch(problem));

  test('a text of more than a mebibyte', () => {
    const note = (length: number) => again(entry(`"note":"${'x'.repeat(length)}"`));
    expect(note(1_048_577)).toMatch(/note is longer than 1 MiB/);
    expect(note(1_048_576)).not.toMatch(/longer/);
  });

  test('of a long value only the beginning is shown', () => {
    expect(again(entry(`"channel":"${'x'.repeat(500)}"`)).length).toBeLessThan(250);
  });
});

describe('taken in one form', () => {
  test('minus zero is zero', () => {
    const read = readLine({ type: 'mood', id: 'e1', customer: 'A', on: '2026-01-31', feel: -0 });
    const entry =
      read.problem === undefined && read.value.is === 'entry' ? read.value.entry : undefined;
    expect(entry?.type === 'mood' && Object.is(entry.feel, 0)).toBe(true);
    const income = readEntry('income', { id: 'e1', customer: 'A', on: '2026-01-31', amount: -0 });
    expect(
      income.problem === undefined &&
        income.value.type === 'income' &&
        Object.is(income.value.amount, 0),
    ).toBe(true);
  });

  test('decomposed letters are composed', () => {
    expect(again('{"type":"customer","name":"Cafe\\u0301","aliases":["e\\u0301"]}')).toBe(
      '{"type":"customer","name":"Café","aliases":["é"]}',
    );
    expect(again(`{"type":"spoke",${minimal},"blames":"other:Cafe\\u0301"}`)).toContain(
      'other:Café',
    );
  });

  test('one need is a list of one', () => {
    expect(again('{"type":"customer","name":"A","needs":"x"}')).toBe(
      '{"type":"customer","name":"A","needs":["x"]}',
    );
  });
});

test.each([
  ['ACME', 'acme', true],
  ['Straße', 'STRASSE', true],
  ['Cafe\u0301', 'CAFÉ', true],
  ['Acme  Ltd', ' acme ltd', true],
  ['ΣΊΣΥΦΟΣ', 'σίσυφος', true],
  ['Acme', 'Acmé', false],
  ['Acme Ltd', 'AcmeLtd', false],
])('%j and %j', (one, two, same) => expect(foldName(one) === foldName(two)).toBe(same));

import { expect, test } from '@jest/globals';
import type { RelError } from '../../src/journal/error.ts';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { addDays } from '../../src/journal/days.ts';
import { readText } from '../../src/journal/fields.ts';
import {
  BLAMED,
  CHANNELS,
  FAULTS,
  LEARNED,
  OUTCOMES,
  SIGNALS,
  SIZES,
  SUBJECTS,
} from '../../src/journal/vocabulary.ts';
import type { EntryDraft } from '../../src/grammar/draft.ts';
import { parseLog } from '../../src/grammar/log.ts';
import { wordsOf } from '../../src/grammar/one-liner.ts';
import { sentenceOf } from '../../src/grammar/sentence.ts';
import { shellLine } from '../../src/grammar/shell-line.ts';
import { logged, TODAY } from './read.ts';

/** Words that mean something, so that texts made of them try to be misread. */
const LOADED =
  `call in out of office a the back sat sun mon 3 nov 40m 1h30m 2026-11-03 no-answer voicemail :thanks :rude
  :thx :) :D by:fri they:x me: with:dana need:more on:boarding feel:bad 10:30 https://a.b/c:d -- --rude --note --with=x -x
  - -5 no answer left voicemail "quoted" it's $HOME \`x\` \\ ! # * ? tomorrow next week today email other: us me other:us
  ünïcode , ; : other work`.split(/\s+/);

const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\t');
const loaded = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...LOADED), fc.string({ maxLength: 8 })), gap), {
    minLength: 1,
    maxLength: 7,
  })
  .map((pieces) => pieces.map(([word, space]) => word + space).join(''));
const trimmed = fc.boolean();
const text = fc
  .tuple(loaded, trimmed)
  .map(([words, trim]) => (trim ? words.trim() : words).normalize('NFC'))
  // What a journal refuses is refused on entry; the rest of the grammar never sees it.
  .filter((words) => words.trim() !== '' && readText(words) !== undefined);

const unique = <T>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
const yes = fc.constant(true as const);
const pronouns =
  /^(i|me|we|us|you|he|she|it|him|her|them|they|none|no-one|noone|everyone|both|nobody)$/i;
const blame = fc.oneof(
  fc.constantFrom(...BLAMED),
  text.filter((name) => !pronouns.test(name.trim())).map((name) => `other:${name}` as const),
);
const later = fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, days));

const fields = {
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((time) => time.map((part) => String(part).padStart(2, '0')).join(':')),
  person: text,
  about: unique(SUBJECTS),
  minutes: fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(12.5, 0.1)),
  feel: fc.integer({ min: -2, max: 2 }),
  fault: fc.constantFrom(...FAULTS),
  harm: fc.integer({ min: 1, max: 3 }),
  blames: blame,
  weBlame: blame,
  gave: fc.array(fc.constantFrom(...SIZES), { minLength: 1, maxLength: 3 }),
  got: fc.array(fc.constantFrom(...SIZES), { minLength: 1, maxLength: 3 }),
  conceded: yes,
  rude: yes,
  dealbreaker: yes,
  learned: unique(LEARNED),
  asked: yes,
  note: text,
  tags: fc.uniqueArray(text, { minLength: 1, maxLength: 2 }),
  signals: unique(SIGNALS),
  private: yes,
  next: later,
};

const on = fc.oneof(
  fc.constant(TODAY),
  fc.integer({ min: 0, max: 9000 }).map((days) => addDays(TODAY, -days)),
);
const rest = fc.record(fields, { requiredKeys: [] });
const channel = fc.constantFrom(...CHANNELS);
const written = fc.constantFrom('email', 'text', 'chat', 'letter');
const head = fc.oneof(
  fc.record({ type: fc.constant('work') }),
  fc.record({ type: fc.constant('heard'), channel }),
  fc.record({ type: fc.constant('heard'), channel, outcome: fc.constant('voicemail') }),
  fc.record({ type: fc.constant('tried'), channel, outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ type: fc.constant('tried'), channel: written }),
  fc.record({
    type: fc.constant('sent'),
    channel: fc.oneof(written, fc.constantFrom('event', 'other')),
  }),
  fc.record({
    type: fc.constant('spoke'),
    channel: fc.constantFrom('call', 'visit', 'meeting', 'event', 'other'),
  }),
);
const entries: fc.Arbitrary<EntryDraft> = fc
  .tuple(head, on, rest)
  .map(([first, day, others]) => ({ ...first, on: day, ...others }));
const promise = fc.record({
  by: fc.constantFrom('us' as const, 'them' as const),
  what: text,
  due: later,
});
const kindOf = (entry: EntryDraft) => (entry.type === 'work' ? 'work' : 'touch');

test('the words of an entry log the same entry', () => {
  fc.assert(
    fc.property(entries, fc.array(promise, { maxLength: 2 }), (entry, promises) => {
      const words = wordsOf(entry, TODAY, { promises });
      const draft = parseLog(words, { today: TODAY, kind: kindOf(entry) });
      expect(draft.entry).toEqual(entry);
      expect(draft.promises).toEqual(promises);
    }),
    { numRuns: 600 },
  );
});

function withoutLearned(entry: EntryDraft): EntryDraft {
  const { learned, ...others } = entry;
  return learned === undefined ? entry : others;
}

test('what they need and want is said again', () => {
  fc.assert(
    fc.property(
      entries,
      fc.array(text, { maxLength: 2 }),
      fc.array(text, { maxLength: 2 }),
      (entry, needs, wins) => {
        const learned = [
          ...(needs.length > 0 ? ['need' as const] : []),
          ...(wins.length > 0 ? ['win' as const] : []),
        ];
        const taught = learned.length > 0 ? { ...entry, learned } : withoutLearned(entry);
        const draft = parseLog(wordsOf(taught, TODAY, { needs, wins }), {
          today: TODAY,
          kind: kindOf(entry),
        });
        expect(draft).toMatchObject({ entry: taught, needs, wins });
      },
    ),
  );
});

test('the line survives a shell', () => {
  const samples = fc
    .sample(entries, { numRuns: 40, seed: 7 })
    .map((entry) => wordsOf(entry, TODAY));
  const script = samples.map((words) => `printf '%s\\0' ${shellLine(words)}`).join('\n');
  const back = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(back).toEqual(samples.flat());
});

test('whatever is typed is read or refused, and never anything else', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, fc.constantFrom(...LOADED)), { maxLength: 8 }), (words) => {
      try {
        const draft = parseLog(words, { today: TODAY });
        expect(draft.entry.on).toBeLessThanOrEqual(TODAY);
      } catch (error) {
        expect(error).toMatchObject({ name: 'RelError', kind: 'usage' });
        const { hint, offers } = error as RelError;
        expect(hint ?? offers[0]?.line).toMatch(/./);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['no-answer', 'call no-answer'],
  ['call in asked for the list :thanks', 'call in :thanks asked for the list'],
  ['40m sat with Bob', 'call 40m sat with Bob'],
  ['yesterday email :fyi "price  list"', 'email 2026-11-15 :fyi -- "price  list"'],
  ['with:"Dana Whitfield" -- call back', 'call with:"Dana Whitfield" -- "call back"'],
  [
    'they:"send the list" by:fri me:quote by:3 dec',
    'call they:"send the list" by:2026-11-20 me:quote by:2026-12-03',
  ],
  ['need:"ten lorries" blames:Vestal', 'call blames:Vestal need:"ten lorries"'],
  ["-- it's 10:30", 'call "it\'s" 10:30'],
])('%s is said as %s', (line, said) => {
  const { entry, ...besides } = logged(line);
  expect(shellLine(wordsOf(entry, TODAY, besides))).toBe(said);
});

test('a note that begins with one of their people is kept from being read as who cancelled', () => {
  const people = ['Dana Whitfield'];
  const { entry } = logged('-- dana cancelled', { people });
  expect(wordsOf(entry, TODAY)).toEqual(['call', 'dana', 'cancelled']);
  expect(wordsOf(entry, TODAY, { people })).toEqual(['call', '--', 'dana cancelled']);
});

test.each([
  ['', 'called'],
  [
    'with:Dana 40m :need gave:m asked for it',
    'called Dana, 40 min, about need, gave m: “asked for it”',
  ],
  ['with:Dana no-answer', 'tried to call Dana: no-answer'],
  ['email price list', 'e-mailed, waiting for the reply: “price list”'],
  ['email :fyi with:Dana', 'e-mailed Dana, no answer expected'],
  ['in visit 1h30m', 'they came by, 1 h 30 min'],
  ['in voicemail with:Dana', 'Dana left a voicemail'],
  ['event with:Dana feel:1 :discount', 'met Dana at an event, feeling +1, gave a discount'],
  ['event', 'met at an event'],
  [
    'meeting fault:us harm:2 blames:Vestal we-blame:us',
    'met, fault: us, harm 2 of 3, they blame Vestal, we blame ourselves',
  ],
  ['chat', 'wrote in the chat, waiting for the reply'],
  [
    ':rude tag:q4 :private next:fri',
    'called, they were rude, #q4, private, reminder Fri 20 Nov 2026',
  ],
])('%s reads as %s', (line, said) => expect(sentenceOf(logged(line).entry)).toBe(said));
